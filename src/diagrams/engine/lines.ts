/** Gives the line of the written text for a line of what Mermaid's grammars see. */
export type LineMap = (line: number) => number;

// What Mermaid takes out before it parses, by its own expressions (src/preprocess.ts, diagram-api/regexes.ts).
const FRONT_MATTER = /^([^\S\n\r]*)-{3}\s*[\n\r](?:.*?)[\n\r]\1-{3}\s*[\n\r]+/s;
const DIRECTIVE = /%{2}{\s*(?:(?:\w+)\s*:|(?:\w+))\s*(?:(?:\w+)|(?:(?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;
const COMMENT = /^\s*%%(?!{)[^\n]+\n?/gm;

/**
 * Mermaid parses a text without its front matter, directives and comments, so that the lines of its errors are
 * those of another text.
 *
 * @returns the way back to the lines that were written
 */
export function mapLines(written: string): LineMap {
  const text = written.replace(/\r\n?/g, "\n");
  const seen = without(without(without(numbered(text), FRONT_MATTER), DIRECTIVE), COMMENT);
  const lead = /^\s*/.exec(seen.text)?.[0].length ?? 0;
  const starts = [lead];
  for (let at = seen.text.indexOf("\n", lead); at !== -1; at = seen.text.indexOf("\n", at + 1)) starts.push(at + 1);
  const last = text.split("\n").length;
  return (line) => seen.lines[starts[line - 1] ?? seen.lines.length] ?? last;
}

/** A text with the line that each of its characters was written in. */
interface Numbered {
  text: string;
  lines: readonly number[];
}

function numbered(text: string): Numbered {
  let line = 1;
  return { text, lines: Array.from({ length: text.length }, (_, at) => (text[at] === "\n" ? line++ : line)) };
}

function without({ text, lines }: Numbered, removed: RegExp): Numbered {
  const kept: number[] = [];
  let end = 0;
  const left = text.replace(removed, (match: string, ...more: unknown[]) => {
    const at = more.find((part) => typeof part === "number") as number;
    kept.push(...lines.slice(end, at));
    end = at + match.length;
    return "";
  });
  return end === 0 ? { text, lines } : { text: left, lines: [...kept, ...lines.slice(end)] };
}
