import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputKind } from "../../../src/core.ts";
import type { Dialogue, Slip } from "./types.ts";

export const FILES: Readonly<Record<OutputKind, string>> = { architecture: "02-architecture.md", "backend-design": "04-backend-design.md" };

/** @returns what the author sent first: the finished design with their slips, without what groundplan writes itself. */
export function draftOf({ folder, source = folder, slips }: Dialogue, kind: OutputKind): string {
  const finished = readFileSync(join(source, FILES[kind]), "utf8");
  const whole = finished.replace(/^---\n[\s\S]*?\n---\n+/, "").replace(/\n## Related Documents\n[\s\S]*$/, "");
  return slips.filter((slip) => slip.in === kind).reduce((text, { final, draft }) => replaceOnce(text, final, draft), whole);
}

function replaceOnce(text: string, passage: string, by: string): string {
  const parts = text.split(passage);
  if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times and not once: ${passage}`);
  return parts.join(by);
}

/** @returns the slips that an answer tells of: by the line of a finding, or by its words */
export function toldOf(answer: string, text: string, open: readonly Slip[], kind: OutputKind): Slip[] {
  const places = new RegExp(`${FILES[kind]}:(\\d+)`, "g");
  const lines = [...answer.matchAll(places)].map(([, line]) => Number(line));
  // Findings that are alike name their further lines alone.
  for (const [, file, more = ""] of answer.matchAll(/^- ([\w.-]+):\d+ .* more of this kind: line (.*)$/gm))
    if (file === FILES[kind]) lines.push(...[...more.matchAll(/\b(\d+)(?= \(|,|\.$| and)/g)].map(([, line]) => Number(line)));
  return open.filter((slip) => slip.in === kind && (stands(slip, text, lines) || (slip.told !== undefined && answer.includes(slip.told))));
}

function stands({ draft }: Slip, text: string, lines: readonly number[]): boolean {
  const at = text.indexOf(draft);
  if (at === -1 || draft === "") return false;
  const first = text.slice(0, at).split("\n").length;
  const last = first + draft.trimEnd().split("\n").length - 1;
  return lines.some((line) => line >= first && line <= last);
}
