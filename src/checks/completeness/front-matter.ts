import { outputs } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "front-matter",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: "Expected front matter at the top of the document.",
      advice: "Begin with a block between --- lines: epic, feature, title, status, last_updated and interfaces.",
    },
    malformed: {
      text: "Unexpected front matter: {reason}.",
      advice: "Mend the YAML between the --- lines; quote values that hold a colon.",
    },
    language: {
      text: 'Unexpected front matter in the language "{reason}", expected YAML.',
      advice: "Write keys and values as YAML between two --- lines.",
    },
    executable: {
      text: "Unexpected executable front matter ({reason}): it was not run.",
      advice: "Write plain YAML between two --- lines; code in front matter is always refused.",
    },
    "missing-key": {
      text: "Expected the key {key} in the front matter: {expected}.",
      advice: "Add a line `{key}: ...` between the --- lines.",
    },
    "wrong-value": { text: 'Unexpected {key} "{found}" in the front matter, expected {expected}.', advice: "Change the value of `{key}`." },
    contradiction: {
      text: 'Unexpected {key} "{found}" in the front matter, expected "{expected}" as the folder says.',
      advice: "Set `{key}: {expected}`, or move the document to the folder that it belongs to.",
    },
  },
  *run(model) {
    const needsMetadata = new Set(outputs(model));
    for (const document of Object.values(model.documents)) {
      const { file, metadata, place } = document;
      const { problem, span } = document.markdown.frontMatter;
      if (problem) {
        yield { message: problem.kind, place: { file, line: problem.line, column: 1 }, arguments: { reason: problem.reason } };
        continue;
      }
      if (!span) {
        if (needsMetadata.has(document)) yield { message: "missing", place: place(document.markdown.preamble.heading) };
        continue;
      }
      for (const { key, found, expected, place: at } of metadata.problems)
        yield { message: found === "" ? "missing-key" : "wrong-value", place: at, arguments: { key, found, expected } };
      for (const { key, found, expected, place: at } of metadata.contradictions)
        yield { message: "contradiction", place: at, arguments: { key, found, expected } };
    }
  },
});
