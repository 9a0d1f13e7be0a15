/** What was taken out of a document so that it fits, and what it reads as now. */
export interface Compacted {
  text: string;
  /** How many blank lines were taken out. */
  removed: number;
}

const HEADING = /^#{1,6}\s/;
const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/;
const ITEM = /^\s{0,3}(?:[-*+]|1[.)])\s/;
const FIELD = /^\*\*[^*\n]{1,80}\*\*:/;

/**
 * Takes blank lines out of a document that is too long, which mean nothing to Markdown: first those behind headings, then those in front
 * of lists and around blocks, last those between labelled fields, which become a list. It stops where the document fits, and leaves one
 * that fits as it is.
 *
 * @param text with its front matter
 * @param most lines that the document may have, as `wc -l` counts them
 */
export function compact(text: string, most: number): Compacted {
  let lines = text.split("\n");
  const before = lines.length;
  for (const step of [behindHeadings, aroundBlocks, betweenFields]) {
    if (lines.length - 1 <= most) break;
    lines = step(lines);
  }
  return lines.length === before ? { text, removed: 0 } : { text: lines.join("\n"), removed: before - lines.length };
}

/** Front matter, blocks and comments keep their lines as they are. */
function isInside(lines: readonly string[]): boolean[] {
  let closes: RegExp | undefined = lines[0]?.trim() === "---" ? /^---\s*$/ : undefined;
  return lines.map((line, index) => {
    if (closes) {
      if (index > 0 && closes.test(line)) closes = undefined;
      return true;
    }
    const [fence] = FENCE.exec(line) ?? [];
    if (fence) closes = new RegExp(`^\\s{0,3}\\${fence.trim()[0]}{${fence.trim().length},}\\s*$`);
    else if (line.includes("<!--") && !line.includes("-->")) closes = /-->/;
    return closes !== undefined;
  });
}

function without(lines: readonly string[], isIdle: (before: string, after: string, index: number) => boolean): string[] {
  const inside = isInside(lines);
  return lines.filter((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if (line.trim() !== "" || inside[index] || before === undefined || after === undefined) return true;
    return !isIdle(before, after, index);
  });
}

function behindHeadings(lines: readonly string[]): string[] {
  return without(lines, (before) => HEADING.test(before));
}

/** A paragraph ends where a list or a block begins; a table needs its blank line, and an indented list is part of its item. */
function aroundBlocks(lines: readonly string[]): string[] {
  const isText = (line: string) => line.trim() !== "" && !/^\s*(?:[|>]|#|[-*+]\s|\d+[.)]\s|<)/.test(line) && !/^\s/.test(line);
  return without(
    lines,
    (before, after) => (isText(before) && ITEM.test(after)) || (FENCE.test(before) !== FENCE.test(after) && !HEADING.test(after)),
  );
}

/** Fields of one line each, one behind the other, become the items of a list: as such they need no blank line between them. */
function betweenFields(lines: readonly string[]): string[] {
  const inside = isInside(lines);
  const isField = (index: number) => FIELD.test(lines[index] ?? "") && !inside[index] && (lines[index + 1] ?? "").trim() === "";
  const isNext = (index: number) =>
    isField(index) && (lines[index + 2] === undefined || isField(index + 2) || !/^\s*[-*+|\d]/.test(lines[index + 2] ?? ""));
  const inRun = lines.map((_, index) => isNext(index) && (isNext(index - 2) || isNext(index + 2)));
  return lines.flatMap((line, index) => {
    if (inRun[index]) return [`- ${line}`];
    return line.trim() === "" && inRun[index - 1] && inRun[index + 1] ? [] : [line];
  });
}
