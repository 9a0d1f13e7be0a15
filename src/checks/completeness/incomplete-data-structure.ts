import { isUnsettled, saysNothing } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const COLUMNS = ["type", "required", "validation", "description"] as const;

export default defineCheck({
  id: "incomplete-data-structure",
  category: "completeness",
  severity: "error",
  messages: {
    purpose: { text: 'Expected **Purpose** for the data structure "{name}".', advice: "Say what it represents and when it is used." },
    nothing: {
      text: 'Expected **Purpose** and a table of fields for the data structure "{name}".',
      advice: "Say what it represents and when it is used, and give each field its row: Field, Type, Required, Validation, Description.",
    },
    fields: {
      text: 'Expected a table of fields for the data structure "{name}".',
      advice: "Add a table with the columns Field, Type, Required, Validation, Description and a row for each field.",
    },
    column: {
      text: 'Expected {column} of the field "{field}" of "{name}".',
      advice: "Fill the cell. A field without a rule says why it needs none.",
    },
  },
  *run(model) {
    const document = model.documents["backend-design"];
    for (const { name, purpose, fields, place } of model.backend.structures) {
      const of = { name };
      const bare = saysNothing(purpose) && fields.length === 0;
      if (bare && document && isUnsettled(document)) continue;
      if (bare) yield { message: "nothing", place, arguments: of };
      else if (saysNothing(purpose)) yield { message: "purpose", place, arguments: of };
      else if (fields.length === 0) yield { message: "fields", place, arguments: of };
      for (const field of fields) {
        const missing = COLUMNS.filter((column) => saysNothing(field[column]));
        if (missing.length > 0)
          yield {
            message: "column",
            place: field.place,
            arguments: { ...of, field: field.name, column: missing.map((column) => `the ${column}`).join(" and ") },
          };
      }
    }
  },
});
