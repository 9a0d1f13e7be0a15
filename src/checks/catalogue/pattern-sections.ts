import { nameKey } from "../../text/names.ts";
import { defineCatalogueCheck } from "../define.ts";

const PARTS = ["Fits", "Does not fit", "Signals", "Architecture", "Implementation", "Example", "Testing", "Pitfalls", "Related"] as const;

export default defineCatalogueCheck({
  id: "pattern-sections",
  category: "catalogue",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected "{part}" in the pattern "{title}".',
      advice: "Write it: a pattern says when it fits and when not, what calls for it, how it is done, tested, and got wrong.",
    },
    undrawn: {
      text: 'Expected a Mermaid diagram in the pattern "{title}".',
      advice: "Draw the parts and what passes between them, under Architecture.",
    },
    twin: {
      text: 'Unexpected second pattern "{title}".',
      advice: "Give one of the two another name: links know a pattern by its heading.",
    },
  },
  *inspect({ files }) {
    const seen = new Set<string>();
    for (const { pattern, parts, drawn } of files.flatMap(({ entries }) => entries)) {
      const { title, place } = pattern;
      const keys = new Set(parts.map(nameKey));
      for (const part of PARTS) if (!keys.has(nameKey(part))) yield { message: "missing", place, arguments: { part, title } };
      if (!drawn && keys.has("architecture")) yield { message: "undrawn", place, arguments: { title } };
      const key = nameKey(title);
      if (seen.has(key)) yield { message: "twin", place, arguments: { title } };
      seen.add(key);
    }
  },
});
