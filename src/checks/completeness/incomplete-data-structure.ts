import { saysNothing } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const COLUMNS = ["type", "required", "validation", "description"] as const;

export default defineCheck({
  id: "incomplete-data-structure",
  category: "completeness",
  severity: "error",
  messages: {
    purpose: { text: 'Expected **Purpose** for the data structure "{name}".', advice: "Say what it represents and when it is used." },
    fields: {
      text: 'Expected a table of fields for the data structure "{name}".',
      advice: "Add a table with the columns Field, Type, Required, Validation, Description and a row for each field.",
    },
    column: {
      text: 'Expected the {column} of the field "{field}" of "{name}".',
      advice: "Fill the cell. A field without a rule says why it needs none.",
    },
  },
  *run(model) {
    for (const { name, purpose, fields, place } of model.backend.structures) {
      const of = { name };
      if (saysNothing(purpose)) yield { message: "purpose", place, arguments: of };
      if (fields.length === 0) yield { message: "fields", place, arguments: of };
      for (const field of fields) {
        for (const column of COLUMNS) {
          if (saysNothing(field[column])) yield { message: "column", place: field.place, arguments: { ...of, field: field.name, column } };
        }
      }
    }
  },
});
