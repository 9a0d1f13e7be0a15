import { lineBudget } from "../../config/settings.ts";
import { tellingLines } from "../../model/documents/filler.ts";
import { recordLines } from "../../model/fingerprints/record.ts";
import type { AlignedDocument } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "line-count",
  category: "completeness",
  severity: "error",
  messages: {
    "too-long": {
      text: "Unexpected length of {lines} lines, expected {min} to {max}.",
      advice:
        "Shorten it by {by}. {heaviest} A table with a row for each item takes fewer lines than headings, as long as at least {min} lines are left.",
    },
    "too-short": {
      text: "Unexpected length of {lines} lines, expected {min} to {max}.",
      advice: "{filler}It lacks {by}. Look for what a reader would still have to ask. {lightest}",
    },
  },
  *run(model) {
    for (const document of Object.values(model.documents)) {
      const set = document.settings.lines[document.kind];
      const budget = lineBudget(document.template.lines, set);
      const own = recordLines(document);
      const lines = document.markdown.lineCount - own;
      const tolerance = set?.tolerance ?? 0;
      if (!budget) continue;
      // Blank runs, repetitions and comments make a document longer, and tell a reader nothing.
      const telling = lines > budget.max + tolerance ? lines : tellingLines(document) - own;
      if (telling >= budget.min - tolerance && lines <= budget.max + tolerance) continue;
      const weights = weigh(document);
      const place = { file: document.file, line: Math.max(1, own + (lines > budget.max ? budget.max + 1 : lines)), column: 1 };
      const shared = { lines: lines > budget.max ? lines : telling, min: budget.min, max: budget.max };
      if (lines > budget.max)
        yield {
          message: "too-long",
          place,
          arguments: { ...shared, by: count(lines - budget.max), heaviest: name("The sections that weigh most", weights.slice(0, 3)) },
        };
      else
        yield {
          message: "too-short",
          place,
          arguments: {
            ...shared,
            by: count(budget.min - telling),
            filler: telling < lines ? `${count(lines - telling)} of ${lines} are blank, repeated or hidden and do not count. ` : "",
            lightest: name("The shortest sections", weights.slice(-3).reverse()),
          },
        };
    }
  },
});

/** The top sections with their lines, the heaviest first. */
function weigh({ markdown }: AlignedDocument): string[] {
  return markdown.allSections
    .filter(({ depth }) => depth === 2)
    .map(({ title, span }) => ({ title, lines: span.endLine - span.line }))
    .sort((a, b) => b.lines - a.lines)
    .map(({ title, lines }) => `${title} (${lines})`);
}

function name(what: string, sections: readonly string[]): string {
  return sections.length === 0 ? "" : `${what}: ${sections.join(", ")}.`;
}

function count(lines: number): string {
  return lines === 1 ? "1 line" : `${lines} lines`;
}
