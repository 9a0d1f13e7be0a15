import { followsTemplate, isUnsettled, saysNothing, wordIn } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const COLUMNS = ["type", "required", "validation", "description"] as const;

export default defineCheck({
  id: "incomplete-data-structure",
  category: "completeness",
  severity: "error",
  messages: {
    purpose: { text: 'Expected **{label}** for the data structure "{name}".', advice: "Say what it represents and when it is used." },
    nothing: {
      text: 'Expected **{label}** and a table of fields for the data structure "{name}".',
      advice: "Say what it represents and when it is used, and give each field its row: {columns}.",
    },
    fields: {
      text: 'Expected a table of fields for the data structure "{name}".',
      advice: "Add a table with the columns {columns} and a row for each field.",
    },
    column: {
      text: 'Expected {column} of the field "{field}" of "{name}".',
      advice: "Fill the cell. A field without a rule says why it needs none.",
    },
    columns: {
      text: 'Expected {column} of every field of "{name}".',
      advice: "Add the column to its table.",
    },
  },
  *run(model) {
    const document = model.documents["backend-design"];
    const word = (standard: string) => (document ? wordIn(document, "structures", standard) : standard);
    const label = word("Purpose");
    const columns = ["Field", "Type", "Required", "Validation", "Description"].map(word).join(", ");
    for (const { name, purpose, fields, place } of model.backend.structures) {
      const of = { name };
      const bare = saysNothing(purpose) && fields.length === 0;
      if (bare && document && isUnsettled(document)) continue;
      if (bare) yield { message: "nothing", place, arguments: { ...of, label, columns } };
      else if (saysNothing(purpose)) yield { message: "purpose", place, arguments: { ...of, label } };
      else if (fields.length === 0) yield { message: "fields", place, arguments: { ...of, columns } };
      // A table of a team's own lacks a column as a whole, which is one thing to mend.
      const absent =
        document && !followsTemplate(document) && fields.length > 1
          ? COLUMNS.filter((column) => fields.every((field) => saysNothing(field[column])))
          : [];
      if (absent.length > 0) yield { message: "columns", place, arguments: { ...of, column: absent.map(the).join(" and ") } };
      for (const field of fields) {
        const missing = COLUMNS.filter((column) => saysNothing(field[column]) && !absent.includes(column));
        if (missing.length > 0)
          yield {
            message: "column",
            place: field.place,
            arguments: { ...of, field: field.name, column: missing.map(the).join(" and ") },
          };
      }
    }
  },
});

function the(column: string): string {
  return `the ${column}`;
}
