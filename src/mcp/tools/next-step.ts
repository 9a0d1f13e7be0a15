import * as z from "zod";
import { featureKey } from "../../core.ts";
import { decide } from "../brief/decide.ts";
import { briefShape } from "../brief/shape.ts";
import { FINISHED, showBrief } from "../brief/show.ts";
import { wordBrief } from "../brief/word.ts";
import { defineTool } from "../define.ts";
import { keyShape } from "../shown/shapes.ts";
import { showCautions, wordUnread } from "../shown/show.ts";

export default defineTool({
  name: "next_step",
  title: "Next step",
  description:
    "Say what to do or write next in the backend design of a feature: the brief for one section with its guidance, shape, line share and facts, or what to ask the person. Call it first, and after every write.",
  input: z.strictObject(keyShape),
  output: briefShape,
  effect: "reads",
  run({ epic, feature }, { read, context, person, core: { cautionsOf, countReading, nextStep, review } }) {
    const reviewed = review(read(featureKey(epic, feature)), context);
    const brief = nextStep(reviewed);
    if (!brief) return { data: FINISHED, text: wordBrief(FINISHED) };
    const asked = decide(brief, reviewed.model.openQuestions, person);
    if ("question" in asked) return asked.question;
    const unread = wordUnread(countReading(reviewed.model), { epic, feature });
    const data = {
      ...(unread !== undefined && { unread }),
      ...showBrief(brief, asked),
      cautions: showCautions(cautionsOf(reviewed.model)),
    };
    return { data, text: wordBrief(data) };
  },
});
