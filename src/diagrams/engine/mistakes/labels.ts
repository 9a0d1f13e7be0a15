import { isFlowchart, type Propose, type Repair, suspects } from "./types.ts";

/** The shapes of a flowchart's nodes: how each opens and closes, the longer ones first. */
const SHAPES: readonly (readonly [string, string])[] = [
  ["(((", ")))"],
  ["((", "))"],
  ["([", "])"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["{{", "}}"],
  ["[/", "/]"],
  ["[\\", "\\]"],
  ["[/", "\\]"],
  ["[\\", "/]"],
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
  [">", "]"],
  ["|", "|"],
];

/** What may follow a node or the label of an arrow. */
const AFTER = String.raw`(?=\s*(?:$|;|&|:::|@|[-=~<>.ox]{2,}|[→⇒—–]|[\p{L}\p{N}_]))`;

/** `a[Refund (partial)]`, `a -->|on failure (3x)| b`, `subgraph Data (EU)`: brackets that a label holds. */
export const unquotedLabel: Propose = (refused) => {
  if (!isFlowchart(refused.type)) return [];
  return suspects(refused).flatMap((at) => {
    const line = refused.lines[at] ?? "";
    const title = /^(\s*subgraph\s+)([^"[\]]*[(){}<>][^"[\]]*?)\s*$/.exec(line);
    const repaired = title ? `${title[1]}"${title[2]}"` : quoteAll(line);
    if (repaired === line) return [];
    return [{ mistake: "unquoted-label", at, ...difference(line, repaired), lines: [repaired], certain: true }];
  });
};

/** `a["the "new" order"]`: quotes within quotes. */
export const nestedQuotes: Propose = (refused) => {
  if (!isFlowchart(refused.type)) return [];
  return suspects(refused).flatMap((at) => {
    const line = refused.lines[at] ?? "";
    const repaired = line.replace(
      /([[({|>/\\]\s*)"(.*?)"(\s*(?:[\])}|/\\]))(?=\s*(?:$|;|&|:::|[-=~<>.]{2}|[→⇒—–]|[\p{L}\p{N}_]))/gu,
      (_, open: string, label: string, close: string) => `${open}"${label.replaceAll('"', "#quot;")}"${close}`,
    );
    if (repaired === line) return [];
    return [{ mistake: "nested-quotes", at, ...difference(line, repaired), lines: [repaired], certain: true }];
  });
};

/** `a[Refund API --> b`: a label that is opened and never closed. */
export const unclosedLabel: Propose = (refused) => {
  if (!isFlowchart(refused.type)) return [];
  const last = Math.min(refused.problem.line, refused.lines.length);
  return refused.lines.slice(0, last).flatMap((line, at) => {
    for (const [open, close] of [
      ["[", "]"],
      ["(", ")"],
      ["{", "}"],
    ] as const) {
      const start = line.lastIndexOf(open);
      if (start <= 0 || line.indexOf(close, start) !== -1) continue;
      const [, label = "", rest = ""] = /^(.*?)(\s+(?:-->|---|-\.|==).*)?$/.exec(line.slice(start + 1)) ?? [];
      const quotes = label.startsWith('"') && !label.slice(1).includes('"') ? '"' : "";
      const repaired = `${line.slice(0, start + 1)}${label}${quotes}${close}${rest}`;
      return [
        {
          mistake: "unclosed-label" as const,
          at,
          found: `${open}${label}`,
          instead: `${quotes}${close}`,
          lines: [repaired],
          certain: false,
        },
      ];
    }
    return [];
  });
};

/** `a["Refund API] --> b`, `a[Refund API"]`: a quotation mark without its partner, which swallows the lines up to the next one. */
export const missingQuote: Propose = ({ lines, problem }) =>
  lines.slice(0, problem.line + 1).flatMap((line, at): Repair[] => {
    if ((line.match(/"/g) ?? []).length % 2 === 0) return [];
    const [, open = "", label, close = ""] = /([[({|/\\>]"?)([^"[\](){}|]{1,200})("?[\])}|/\\])/.exec(line.slice(0, 400)) ?? [];
    const relation = /^(.*:\s*)"([^"]{1,200})$/.exec(line);
    const repaired =
      label !== undefined && open.endsWith('"') !== close.startsWith('"')
        ? line.replace(open + label + close, `${open.replace(/"$/, "")}"${label}"${close.replace(/^"/, "")}`)
        : relation
          ? `${line.trimEnd()}"`
          : line;
    if (repaired === line) return [];
    return [{ mistake: "missing-quote", at, ...difference(line, repaired), lines: [repaired], certain: true }];
  });

/** Puts every label of a line that holds brackets or other marks into quotes. */
function quoteAll(line: string): string {
  let text = line;
  for (const [open, close] of SHAPES) {
    const before = open === "|" ? "(?<=[-=.~>xo])" : String.raw`(?<=[\p{L}\p{N}_])`;
    const shape = new RegExp(`${before}${escaped(open)}(?![[({"])([^"]*?)${escaped(close)}${AFTER}`, "gu");
    text = text.replace(shape, (whole, label: string) =>
      /[()[\]{}<>@;|]|--|==|^\/(?!.*[/\\]$)/.test(label) ? `${open}"${label.trim()}"${close}` : whole,
    );
  }
  return text;
}

function escaped(text: string): string {
  return text.replace(/[[\](){}|\\/]/g, "\\$&");
}

/** @returns the stretch in which two lines differ, widened to whole labels. */
function difference(before: string, after: string): { found: string; instead: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const open = Math.max(start - 1, 0);
  return { found: before.slice(open, before.length - end + 1).trim(), instead: after.slice(open, after.length - end + 1).trim() };
}
