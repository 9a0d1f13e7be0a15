import { metadataIssues, PATTERN_CATEGORIES } from "../../context/patterns/metadata.ts";
import type { PatternFile } from "../../context/types.ts";
import { isDay } from "../../text/days.ts";
import { closest } from "../../text/names.ts";
import { defineCatalogueCheck, type Report } from "../define.ts";

type MessageId = "unreadable" | "missing-key" | "wrong-value" | "misspelt" | "future";

export default defineCatalogueCheck({
  id: "pattern-front-matter",
  category: "catalogue",
  severity: "error",
  messages: {
    unreadable: {
      text: "Unexpected front matter of a file of patterns: {reason}.",
      advice:
        "Begin the file with status, last_updated, owner and, for a category, title and category, for a document its tags, between --- lines.",
    },
    "missing-key": {
      text: "Expected the key {key} in the front matter of a file of patterns.",
      advice: "Add a line `{key}: ...` between the --- lines.",
    },
    "wrong-value": { text: 'Unexpected {key} "{found}", expected {expected}.', advice: "Change the value of `{key}`." },
    misspelt: { text: 'Unexpected {key} "{found}", expected {expected}.', advice: 'Did you mean "{suggestion}"?' },
    future: { text: "Unexpected last_updated {found}: the day is still to come.", advice: "Write the day of the last review." },
  },
  *inspect({ files }, today) {
    for (const file of files) yield* inspectFile(file, today);
  },
});

function* inspectFile({ file, form, frontMatter, problem }: PatternFile, today: string): Generator<Report<MessageId>> {
  const place = { file, line: 1, column: 1 };
  if (problem !== undefined) {
    yield { message: "unreadable", place, arguments: { reason: problem } };
    return;
  }
  for (const { key, found, expected } of metadataIssues(frontMatter, form)) {
    const suggestion = key === "category" ? closest(found, PATTERN_CATEGORIES) : undefined;
    if (found === "") yield { message: "missing-key", place, arguments: { key } };
    else if (suggestion) yield { message: "misspelt", place, arguments: { key, found, expected, suggestion } };
    else yield { message: "wrong-value", place, arguments: { key, found, expected } };
  }
  const updated = String(frontMatter.last_updated ?? "");
  if (isDay(updated) && updated > today) yield { message: "future", place, arguments: { found: updated } };
}
