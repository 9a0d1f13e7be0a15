import { existingIn } from "../../model/survey/existing.ts";
import type { Model } from "../../model/types.ts";
import { closest, nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "undefined-type",
  category: "consistency",
  severity: "error",
  messages: {
    undefined: {
      text: 'Unexpected type "{type}" in {user}: it is defined nowhere.',
      advice: "Define it as a data structure in the backend design, or use one that exists.",
    },
    misspelt: { text: 'Unexpected type "{type}" in {user}, expected a type that is defined.', advice: 'Did you mean "{suggestion}"?' },
  },
  *run(model) {
    const defined = definitions(model);
    const known = new Set(defined.map(nameKey));
    for (const { name: type, user, place } of model.typeReferences) {
      if (known.has(nameKey(type))) continue;
      const suggestion = closest(type, defined);
      if (suggestion === undefined) yield { message: "undefined", place, arguments: { type, user } };
      else yield { message: "misspelt", place, arguments: { type, user, suggestion } };
    }
  },
});

/** Structures of the design and of the contracts, entities, and types that the codebase has already. */
function definitions(model: Model): string[] {
  const existing = model.research.existingInterfaces.flatMap(({ cells }) => Object.values(cells).flatMap(({ codes }) => codes));
  const documented = [...model.backend.structures, ...model.contracts.structures, ...model.entities].map(({ name }) => name);
  return [...documented, ...existing, ...existingIn(model).types];
}
