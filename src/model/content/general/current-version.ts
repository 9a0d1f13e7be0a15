import { fileName, shorten } from "../../../text/shorten.ts";
import type { Model } from "../../types.ts";
import type { GeneralConflict } from "./types.ts";

const IN_PATH = /\/v(\d{1,3})(?=[/`\s,.;)]|$)/g;

/** @returns the current version, where the paths of the design's own interfaces all bear another one */
export function versionConflicts({ backend }: Model): GeneralConflict[] {
  const { "Current version": current, Strategy: strategy } = backend.versioning;
  const [, found] = /^\W{0,3}v?(\d{1,3})(?![\d.]*\.[1-9])/i.exec(current?.text ?? "") ?? [];
  if (!current || found === undefined) return [];
  const own = backend.interfaces.filter(({ kind }) => kind === "api").map(({ name, place }) => ({ text: name, place }));
  const paths = [...own, ...(strategy ? [strategy] : [])].flatMap(({ text, place }) =>
    Array.from(text.matchAll(IN_PATH), ([path, version]) => ({ path, version, text, place })),
  );
  const [first] = paths;
  if (!first || paths.some(({ version }) => version !== first.version) || first.version === found) return [];
  return [
    {
      found: current.text.trim(),
      place: current.place,
      here: `${fileName(current.place.file)}: Current version`,
      expected: `v${first.version}`,
      related: first.place,
      there: `${fileName(first.place.file)}: ${shorten(first.text.replace(/`/g, ""), 90)}`,
    },
  ];
}
