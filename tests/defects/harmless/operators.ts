import type { Model } from "../../../src/core.ts";
import { NUMBER_WORDS } from "../../../src/model/content/quantities/units.ts";
import type { Harmless, HarmlessOperator } from "./types.ts";

const KINDS = ["architecture", "backend-design"] as const;

function everywhere(name: string, rewrite: (text: string) => string): HarmlessOperator {
  return {
    name,
    *apply(model: Model): Generator<Harmless> {
      for (const kind of KINDS) {
        const text = model.documents[kind]?.markdown.text ?? "";
        const changed = rewrite(text);
        if (changed !== text) yield { label: `${name} in ${kind}`, kind, text: changed };
      }
    },
  };
}

/** Applies a rewriting to what stands outside of the front matter and of diagrams. */
function inProse(name: string, rewrite: (text: string) => string): HarmlessOperator {
  return everywhere(name, (text) =>
    text
      .split(/(^---\n[\s\S]*?\n---\n|```mermaid\n[\s\S]*?\n```)/)
      .map((part, index) => (index % 2 === 1 ? part : rewrite(part)))
      .join(""),
  );
}

function inDiagrams(name: string, kind: "flowchart" | "sequenceDiagram", rewrite: (text: string) => string): HarmlessOperator {
  return everywhere(name, (text) => text.replace(/```mermaid\n[\s\S]*?\n```/g, (block) => (block.includes(kind) ? rewrite(block) : block)));
}

const ROW = /^\|.*\|$/gm;
const cells = (row: string) =>
  row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
const isRule = (row: string) => /^\|[\s:|-]+\|$/.test(row);

/** The lines of each run that match, in reverse. */
function reversed(text: string, isPart: (line: string) => boolean): string {
  const out: string[] = [];
  let run: string[] = [];
  for (const line of [...text.split("\n"), undefined]) {
    if (line !== undefined && isPart(line)) run.push(line);
    else {
      out.push(...run.reverse(), ...(line === undefined ? [] : [line]));
      run = [];
    }
  }
  return out.join("\n");
}

/** Rows of the tables whose order says nothing. */
function reversedRows(text: string): string {
  return text.replace(
    /^(\| (?:Decision|Pattern|Layer|Risk|Requirements|Code|System|Service) \|.*\n\|[\s:|-]+\|\n)((?:\|.*\|\n)+)/gm,
    (_, head: string, rows: string) => `${head}${rows.trimEnd().split("\n").reverse().join("\n")}\n`,
  );
}

const respell = (text: string, names: Readonly<Record<string, string>>) =>
  text.replace(/(?<![\w.,-])(\d[\d,]*) (seconds|minutes|hours|s|min|h)(?![\w/-])/g, (whole, value: string, unit: string) =>
    names[unit] === undefined || value === "1" ? whole : `${value} ${names[unit]}`,
  );

const figures = new RegExp(`(?<=\\b(?:at most|up to|all|of|in) )(?:${[...NUMBER_WORDS.keys()].slice(2, 13).join("|")})(?= [a-z])`, "g");

/** Each keeps the number of lines, since the examples use their budget up. */
export const HARMLESS: readonly HarmlessOperator[] = [
  inProse("pad-cells", (text) => text.replace(ROW, (row) => (isRule(row) ? row : `|  ${cells(row).join("   |  ")}  |`))),
  inProse("narrow-cells", (text) => text.replace(ROW, (row) => (isRule(row) ? row : `|${cells(row).join("|")}|`))),
  inProse("align-columns", (text) => text.replace(ROW, (row) => (isRule(row) ? row.replaceAll("---", ":----") : row))),
  inProse("reverse-rows", reversedRows),
  inProse("other-bullets", (text) => text.replace(/^(\s*)- /gm, "$1* ")),
  inProse("other-bold", (text) => text.replace(/\*\*([^*\n]+)\*\*/g, "__$1__")),
  inProse("short-units", (text) => respell(text, { seconds: "s", minutes: "min", hours: "h" })),
  inProse("long-units", (text) => respell(text, { s: "seconds", min: "minutes", h: "hours" })),
  inProse("plain-thousands", (text) => text.replace(/(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])/g, "$1$2")),
  inProse("words-to-figures", (text) => text.replace(figures, (word) => String(NUMBER_WORDS.get(word)))),
  inProse("up-to", (text) => text.replace(/\bat most (?=\d)/g, "no more than ")),
  inProse("per", (text) => text.replace(/(\d [a-z]+) a (second|minute)\b/g, "$1 per $2")),
  inProse("synonyms", (text) =>
    text
      .replace(/\brefuses? (?=what|orders|a|the)/g, (word) => (word.startsWith("refuses") ? "rejects " : "reject "))
      .replace(/\bis away\b/g, "cannot be reached")
      .replace(/\bbroken connections\b/g, "connections that broke"),
  ),
  inDiagrams("turn-diagram", "flowchart", (block) => block.replace(/^flowchart TB$/m, "flowchart LR")),
  inDiagrams("reverse-arrows", "flowchart", (block) => reversed(block, (line) => /^ {2}\w.*-->/.test(line))),
  inDiagrams("reverse-participants", "sequenceDiagram", (block) => reversed(block, (line) => /^ {2}(?:participant|actor) /.test(line))),
  inDiagrams("rename-nodes", "flowchart", renamedNodes),
];

function renamedNodes(block: string): string {
  const names = [...block.matchAll(/^ {4}(\w+)(?=[[(])/gm)].map(([, id = ""]) => id);
  return block
    .split("\n")
    .map((line) =>
      /^ {4}\w+[[(]/.test(line)
        ? line.replace(/^ {4}(\w+)/, "    node_$1")
        : /-->/.test(line)
          ? line.replace(/\|[^|]*\||\w+/g, (word) => (names.includes(word) ? `node_${word}` : word))
          : line,
    )
    .join("\n");
}
