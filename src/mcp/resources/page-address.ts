import { type Config, DOCUMENT_KINDS, decodedUri, KnownError } from "../../core.ts";
import { ADDRESSES, SCHEME } from "./addresses.ts";

/** What the first word of an address may be, and how many names may follow it. */
const KINDS: Readonly<Record<string, readonly number[]>> = {
  workflow: [0],
  templates: [1],
  patterns: [1],
  checks: [1],
  features: [3],
  decisions: [1],
  survey: [0, 1],
};

/**
 * Reads an address in any form that groundplan prints: with or without the scheme, or as the path that findings, briefs and links name,
 * be it with a line or from a document's folder.
 *
 * @returns the kind of page and the names behind it
 * @throws KnownError (`address`)
 */
export function parseAddress(address: string, config: Config): [kind: string, ...names: string[]] {
  const said = address.trim();
  const [kind = "", ...names] = (said.startsWith(SCHEME) ? said.slice(SCHEME.length) : said).split("/").map(decodedUri);
  if (Object.hasOwn(KINDS, kind.toLowerCase()) && KINDS[kind.toLowerCase()]?.includes(names.length)) return [kind.toLowerCase(), ...names];
  const found = parsePath(said, config);
  if (found) return found;
  throw new KnownError(
    "address",
    `unexpected address ${JSON.stringify(address.slice(0, 100))}`,
    `Expected one of ${ADDRESSES.join(", ")}.`,
  );
}

function parsePath(said: string, config: Config): [kind: string, ...names: string[]] | undefined {
  const [whole = "", anchor = ""] = said
    .replace(/^groundplan:(?:\/\/)?/, "")
    .split("#", 2)
    .map(decodedUri);
  // A link begins at its document's folder, a finding's path ends in a line.
  const path = whole.replace(/^(?:\.{0,2}\/){1,20}/, "").replace(/(?::\d{1,9}){1,2}$/, "");
  const below = (folder: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  if (below("docs/checks") === `${name}.md`) return ["checks", name];
  if (below(config.patterns) !== undefined && anchor !== "") return ["patterns", anchor];
  if (below(config.templates) !== undefined) return ["templates", name];
  if (below(config.decisions) === `${name}.md`) return ["decisions", `${name}.md`];
  const [epic, feature, file, ...deeper] = below(config.plan)?.split("/") ?? [];
  const kind = DOCUMENT_KINDS.find((candidate) => config.files[candidate] === file);
  return epic && feature && kind && deeper.length === 0 ? ["features", epic, feature, kind] : undefined;
}
