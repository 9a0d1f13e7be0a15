import { statedInOutputs } from "../../model/documents/stated-text.ts";
import { listen } from "../../text/words.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "unmet-obligation",
  category: "consistency",
  severity: "warning",
  messages: {
    unsaid: {
      text: 'Unexpected silence on "{obligation}": the pattern "{title}" is applied, expected the design to say it.',
      advice: "Say it where the pattern is applied, in a word such as {words}; or decline the pattern with a reason.",
    },
  },
  *run(model) {
    const applied = model.patternUses.filter(({ decision, linked }) => decision === "applied" && linked);
    if (applied.length === 0) return;
    // Anywhere in both outputs: a design may describe a pattern far from the row that applies it.
    const said = listen(statedInOutputs(model));
    for (const pattern of model.context.patterns) {
      const use = applied.find(({ slug }) => slug === pattern.slug);
      for (const { name, words } of use ? pattern.obliges : [])
        if (use && !said.says(words))
          yield {
            message: "unsaid",
            place: use.place,
            related: pattern.place,
            arguments: { obligation: name, title: pattern.title, words: words.slice(0, 5).join(", ") },
          };
    }
  },
});
