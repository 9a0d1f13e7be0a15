import * as z from "zod";
import { type Brief, featureKey, type WordedFinding } from "../../core.ts";
import { decide } from "../brief/decide.ts";
import { briefShape } from "../brief/shape.ts";
import { FINISHED, showBrief } from "../brief/show.ts";
import { wordBrief } from "../brief/word.ts";
import { defineTool } from "../define.ts";
import { keyShape } from "../shown/shapes.ts";
import { showCautions, wordUnread } from "../shown/show.ts";
import { tellChanges } from "../told.ts";

export default defineTool({
  name: "next_step",
  title: "Next step",
  description:
    "Say what to do or write next in the backend design of a feature: the brief for one section with its guidance, shape, line share and facts, or what to ask the person. Call it first, and after every write.",
  input: z.strictObject(keyShape),
  output: briefShape,
  read: true,
  effect: "reads",
  run({ epic, feature }, { read, context, person, session, core: { cautionsOf, countReading, nextStep, review } }) {
    const key = featureKey(epic, feature);
    const reviewed = review(read(key), context);
    const brief = nextStep(reviewed);
    if (!brief) return { data: FINISHED, text: wordBrief(FINISHED, []) };
    const asked = decide(brief, reviewed.model.openQuestions, person);
    if ("question" in asked) return asked.question;
    const unread = wordUnread(countReading(reviewed.model), { epic, feature });
    const data = {
      ...(unread !== undefined && { unread }),
      ...showBrief(brief, asked),
      cautions: showCautions(cautionsOf(reviewed.model)),
    };
    const told = tellChanges({ session, key, all: reviewed.findings, concerned: toMend(brief) });
    return { data, text: wordBrief(data, told) };
  },
});

/** What says only that a section is not there yet is said by the brief for it. */
const OF_MISSING = new Set(["missing-section", "line-count", "missing-cross-reference"]);

function toMend({ section, document, findings }: Brief): readonly WordedFinding[] {
  const isMissing = document !== undefined || section?.state === "missing";
  return findings.filter(({ check, place }) => !(isMissing && OF_MISSING.has(check)) && place.file !== document?.file);
}
