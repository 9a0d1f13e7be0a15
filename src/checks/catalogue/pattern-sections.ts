import { DOCUMENT_PARTS } from "../../context/patterns/document.ts";
import type { PatternEntry } from "../../context/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineCatalogueCheck, type Report } from "../define.ts";

type MessageId = "missing" | "unwritten" | "undrawn" | "stepless" | "twin";

/** The parts of an entry in the file of its category, each under any of its names. */
const ENTRY_PARTS: readonly { part: string; headings: readonly string[] }[] = [
  ...["Fits", "Does not fit", "Signals", "Architecture", "Implementation"].map((part) => ({ part, headings: [nameKey(part)] })),
  { part: "Example", headings: ["example", "examples", "codeexamples", "codeexample"] },
  { part: "Best Practices", headings: ["bestpractices", "bestpractice"] },
  { part: "Testing", headings: ["testing", "tests", "testingstrategies", "testingstrategy"] },
  { part: "Pitfalls", headings: ["pitfalls", "commonpitfalls"] },
  { part: "Anti-patterns", headings: ["antipatterns", "antipattern", "antipatternstoavoid"] },
  { part: "Related", headings: ["related", "relatedpatterns"] },
];

export default defineCatalogueCheck({
  id: "pattern-sections",
  category: "catalogue",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected "{part}" in the pattern "{title}".',
      advice: "Write it: a pattern says when it fits and when not, what calls for it, how it is done, tested, and got wrong.",
    },
    unwritten: {
      text: 'Expected words of your own in the pattern "{title}" under {parts}: the template\'s stand there.',
      advice: "Replace what stands in braces, and draw the picture; a part that does not apply says so, and why.",
    },
    undrawn: {
      text: 'Expected a Mermaid diagram in the pattern "{title}".',
      advice: "Draw the parts and what passes between them, under Architecture.",
    },
    stepless: {
      text: 'Expected steps under Implementation in the pattern "{title}".',
      advice: "Write a numbered list, or a heading for each: `### Step 1: ...`.",
    },
    twin: {
      text: 'Unexpected second pattern "{title}".',
      advice: "Give one of the two another name: links know a pattern by its heading.",
    },
  },
  *inspect({ files }) {
    const seen = new Set<string>();
    for (const entry of files.flatMap(({ entries }) => entries)) {
      yield* inspectEntry(entry);
      const { title, place } = entry.pattern;
      const key = nameKey(title);
      if (seen.has(key)) yield { message: "twin", place, arguments: { title } };
      seen.add(key);
    }
  },
});

function* inspectEntry({ pattern, parts, unwritten, drawn, stepped }: PatternEntry): Generator<Report<MessageId>> {
  const { title, place, form } = pattern;
  const keys = new Set(parts.map(nameKey));
  const has = (headings: readonly string[]) => headings.some((heading) => keys.has(heading));
  for (const { part, headings } of form === "document" ? DOCUMENT_PARTS : ENTRY_PARTS)
    if (!has(headings)) yield { message: "missing", place, arguments: { part, title } };
  if (unwritten.length > 0) yield { message: "unwritten", place, arguments: { title, parts: listOf(unwritten) } };
  if (!drawn && has(["architecture"])) yield { message: "undrawn", place, arguments: { title } };
  if (!stepped && has(["implementation"])) yield { message: "stepless", place, arguments: { title } };
}

function listOf(parts: readonly string[]): string {
  return parts.map((part) => `"${part}"`).join(", ");
}
