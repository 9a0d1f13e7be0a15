import type { WordedFinding } from "../findings/finding.ts";
import { visible } from "../text/visible.ts";
import type { Verdict } from "../verdict/types.ts";
import type { Style } from "./style.ts";

const WIDTH = 100;
// What takes two columns.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/gu;

/** @returns the line that a finding is about, with a mark under the words that it means; none for a file that is not there. */
export function codeFrame({ place, severity }: WordedFinding, { lines }: Pick<Verdict, "lines">, style: Style): string[] {
  const line = lines[`${place.file}:${place.line}`];
  // A finding on the document as a whole has no line of its own.
  if (place.line === 1 && place.endColumn === undefined) return [];
  // The opening of a block shows nothing that its place does not say.
  if (line === undefined || line.trim() === "" || /^\s*(?:`{3,}|~{3,})/.test(line)) return [];
  const end = place.endLine === undefined || place.endLine === place.line ? (place.endColumn ?? place.column + 1) : line.length + 1;
  // A long line is shown around its mark.
  const start = Math.max(0, Math.min(place.column - 1 - Math.floor(WIDTH / 3), line.length - WIDTH));
  const shown = line.slice(start, start + WIDTH);
  const before = start > 0 ? "..." : "";
  const after = start + WIDTH < line.length ? "..." : "";
  const ahead = shown.slice(0, Math.max(0, place.column - 1 - start));
  const lead = `${before}${visible(ahead)}`;
  const meant = shown.slice(ahead.length, ahead.length + Math.max(1, end - place.column));
  const marked = Math.max(1, visible(meant).length);
  const gutter = String(place.line).padStart(6);
  const colour = severity === "error" ? style.red : style.yellow;
  // Escape sequences of a document must not reach the terminal.
  const framed = `${style.dim(`${gutter} |`)} ${before}${visible(shown)}${after}`;
  // A place without an end means the whole line.
  if (place.endColumn === undefined) return [framed];
  return [
    framed,
    `${style.dim(`${" ".repeat(gutter.length)} |`)} ${lead.replace(WIDE, "  ").replace(/[^\t]/gu, " ")}${colour("^".repeat(marked))}`,
  ];
}
