import { PATTERN_CATEGORIES } from "../context/catalogue.ts";
import type { PatternFile } from "../context/types.ts";
import { isDay } from "../day.ts";
import { closest } from "../names.ts";
import { defineCatalogueCheck, type Report } from "./define.ts";

type MessageId = "unreadable" | "missing-key" | "wrong-value" | "misspelt" | "future";

export default defineCatalogueCheck({
  id: "pattern-front-matter",
  category: "catalogue",
  severity: "error",
  messages: {
    unreadable: {
      text: "Unexpected front matter of a file of patterns: {reason}.",
      advice: "Begin the file with title, category, status, last_updated and owner between --- lines.",
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

function* inspectFile({ file, frontMatter, problem }: PatternFile, today: string): Generator<Report<MessageId>> {
  const place = { file, line: 1, column: 1 };
  if (problem !== undefined) {
    yield { message: "unreadable", place, arguments: { reason: problem } };
    return;
  }
  const text = (key: string) => String(frontMatter[key] ?? "").trim();
  for (const key of ["title", "category", "status", "last_updated", "owner"])
    if (text(key) === "") yield { message: "missing-key", place, arguments: { key } };
  const category = text("category");
  if (category !== "" && !(PATTERN_CATEGORIES as readonly string[]).includes(category)) {
    const about = { key: "category", found: category, expected: `one of ${PATTERN_CATEGORIES.join(", ")}` };
    const suggestion = closest(category, PATTERN_CATEGORIES);
    yield suggestion
      ? { message: "misspelt", place, arguments: { ...about, suggestion } }
      : { message: "wrong-value", place, arguments: about };
  }
  const status = text("status");
  if (status !== "" && status !== "current" && status !== "deprecated")
    yield { message: "wrong-value", place, arguments: { key: "status", found: status, expected: "current or deprecated" } };
  const updated = text("last_updated");
  if (updated !== "" && !isDay(updated))
    yield { message: "wrong-value", place, arguments: { key: "last_updated", found: updated, expected: "a day such as 2026-11-20" } };
  else if (updated > today) yield { message: "future", place, arguments: { found: updated } };
}
