import { differenceFromStorage } from "../../model/agreement/storage.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "entity-mismatch",
  category: "consistency",
  severity: "error",
  messages: {
    unsupplied: {
      text: "Unexpected field {structure}.{field}: no column of {entities} supplies it.",
      advice: "Add the column to the data design, or say in Data Mapping what `{field}` is made of.",
    },
    misspelt: {
      text: "Unexpected field {structure}.{field}: no column of {entities} supplies it.",
      advice: 'Did you mean the column "{suggestion}"? Otherwise say in Data Mapping what `{field}` is made of.',
    },
    type: {
      text: "Unexpected type {found} of {structure}.{field}: its column {column} holds {expected}.",
      advice: "Use types that map, or say in Data Mapping how `{field}` is converted.",
    },
    nullable: {
      text: "Unexpected required field {structure}.{field}: its column {column} may be empty.",
      advice: "Make the field optional or the column mandatory, or say in Data Mapping what `{field}` holds instead.",
    },
    values: {
      text: "Unexpected values of {structure}.{field}: {found}, its column {column} holds {expected}.",
      advice: "Use one set of values, each in the same letters, or say in Data Mapping how `{field}` is converted.",
    },
    limit: {
      text: "Unexpected {what} of {structure}.{field}: {found}, its column {column} holds {expected}.",
      advice: "Narrow the field or widen the column, or say in Data Mapping what becomes of the rest of `{field}`.",
    },
    precision: {
      text: "Unexpected precision of {structure}.{field}: {found}, its column {column} holds {expected}.",
      advice: "Use types of one width, or say in Data Mapping how `{field}` is converted.",
    },
  },
  *run(model) {
    if (!model.documents["data-design"]) return;
    const structures = new Map(model.backend.structures.map((structure) => [structure.name, structure]));
    for (const mapping of model.mappings) {
      if (mapping.entities.length === 0 || mapping.entities.every(({ columns }) => columns.length === 0)) continue;
      for (const field of structures.get(mapping.structure)?.fields ?? []) {
        const difference = differenceFromStorage(field, mapping);
        if (!difference) continue;
        const { kind, ...report } = difference;
        yield { message: kind, ...report };
      }
    }
  },
});
