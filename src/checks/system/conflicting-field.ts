import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "conflicting-field",
  category: "system",
  severity: "warning",
  messages: {
    type: {
      text: "Unexpected type {type} of {name}: {other} defines it as {otherType}.",
      advice: "Define what both share in one way, or give the two structures names of their own.",
    },
    values: {
      text: "Unexpected values of {name}, {values}: {other} has {otherValues}.",
      advice: "List the same values in both features, or give the two structures names of their own.",
    },
  },
  *survey({ fields }) {
    for (const { name, definitions } of fields) {
      const [first, ...others] = definitions;
      if (!first) continue;
      for (const { feature, place, type, family, values } of others) {
        if (feature.name === first.feature.name) continue;
        const told = { name, other: first.feature.name };
        if (values !== "" && first.values !== "") {
          if (values !== first.values)
            yield { message: "values", place, related: first.place, arguments: { ...told, values, otherValues: first.values } };
        } else if (family !== "" && first.family !== "" && family !== first.family)
          yield { message: "type", place, related: first.place, arguments: { ...told, type, otherType: first.type } };
      }
    }
  },
});
