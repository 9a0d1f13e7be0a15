import { isPatternNamed } from "../../context/patterns/document.ts";
import { outputs } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "deprecated-pattern",
  category: "consistency",
  severity: "error",
  messages: {
    replaced: {
      text: 'Unexpected link to the pattern "{title}": it is deprecated, expected "{replacement}".',
      advice: "Apply the replacement and link to it, or decline the old pattern with a reason.",
    },
    deprecated: {
      text: 'Unexpected link to the pattern "{title}": it is deprecated.',
      advice: "Choose a current pattern of the category {category}.",
    },
  },
  *run(model) {
    const kinds = new Set(outputs(model).map(({ kind }) => kind));
    for (const { document, path, fragment, place } of model.links) {
      if (!kinds.has(document) || path === undefined) continue;
      const pattern = model.context.patterns.find(
        ({ form, link, place: { file } }) => link === (fragment ? `${path}#${fragment}` : path) || (form === "document" && file === path),
      );
      if (pattern?.status !== "deprecated") continue;
      const { title, category, replacedBy } = pattern;
      const replacement =
        replacedBy === undefined ? undefined : model.context.patterns.find((other) => isPatternNamed(other, replacedBy))?.title;
      if (replacement) yield { message: "replaced", place, related: pattern.place, arguments: { title, replacement } };
      else yield { message: "deprecated", place, related: pattern.place, arguments: { title, category } };
    }
  },
});
