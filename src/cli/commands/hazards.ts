import { hazardsOf } from "../../core.ts";
import { reportHazards, reportHazardsMarkdown } from "../../report/hazards.ts";
import { tellByFeature } from "../tell-by-feature.ts";

export const configure = tellByFeature({
  written: "the questions are",
  help: "\nAsks a design what goes wrong in production, by its own names and at most ten questions, the weightiest first: a call whose outcome nobody knows, a notice that comes twice or late, two writers of one state, a key that is repeated after a failure, a signal in the middle of the work, the day of release. Each is open until a passage of the design deals with it: an answer, a risk, or a departure with its reason.\n\nExamples:\n  $ groundplan hazards E01-F02\n  $ groundplan hazards E01-F02 --format markdown\n\nExit status: 0 every question is dealt with, 1 one is open, 2 a mistake in use.",
  facts: (model) => ({ hazards: hazardsOf(model) }),
  text: ({ hazards }, folder, style) => reportHazards(hazards, folder, style),
  markdown: ({ hazards }, folder) => reportHazardsMarkdown(hazards, folder),
  isOpen: ({ hazards }) => hazards.some(({ answer }) => !answer),
});
