import * as z from "zod";
import { featureKey, KnownError, OUTPUT_KINDS, type Proof } from "../../core.ts";
import { defineTool } from "../define.ts";
import { keyShape } from "../shown/shapes.ts";
import { clip } from "../shown/shorten.ts";
import { showStep, wordStep } from "../shown/show.ts";

const output = z.object({
  finished: z.boolean(),
  documents: z.array(z.string()),
  diagrams: z.object({ proved: z.boolean(), drawn: z.number(), note: z.string() }),
});

/** So many open steps are told with their reasons. */
const MOST_TOLD = 2;

export default defineTool({
  name: "finish_feature",
  title: "Finish a feature",
  description:
    "Finish or complete the design of a feature: draws its diagrams where a browser is there, and sets both documents to complete when every gate holds.",
  input: z.strictObject({
    ...keyShape,
    holds: z.array(z.string().max(200)).max(200).optional().describe("changed requirements, still answered"),
    waive: z.array(z.string().max(1000)).max(50).optional().describe("in inputs, agreed: check file:line: reason"),
  }),
  output,
  effect: "adds",
  whenSlow:
    "Nothing was written. Call it again when the machine has less to do; `groundplan check --render` draws the diagrams without a time limit.",
  async run({ epic, feature, holds, waive }, { workspace, context, session, work, core: { finishFeature, folderOf } }) {
    const key = featureKey(epic, feature);
    const { open, proof } = await finishFeature(workspace, context, key, {
      today: session.today(),
      holds,
      waive,
      env: session.env,
      signal: work.signal,
      onDrawn: ({ diagram: { place } }, done, all) => work.step(done, all, `drew ${place.file}:${place.line}`),
    });
    if (open.length > 0) {
      // What is built on an open step may change with it: the first ones say why.
      const reasons = open
        .map((step, index) => (index < MOST_TOLD ? wordStep(showStep(step, 3)) : `${step.number}. ${step.id}`))
        .join("\n");
      throw new KnownError(
        "not-done",
        `the feature is not done, these steps are open:\n${reasons}`,
        "Call next_step, mend what is open, then call finish_feature again. What is open in an input the person mends; or you do after they agreed, by write_document with replaces and consent; or they live with it: waive.",
      );
    }
    const documents = OUTPUT_KINDS.map((kind) => `${folderOf(workspace, key)}/${workspace.config.files[kind]}`);
    const diagrams = tell(proof);
    return {
      data: { finished: true, documents, diagrams },
      text: `Finished. Both documents are complete: ${documents.join(", ")}. ${diagrams.note}`,
    };
  },
});

/** @returns what is known of the diagrams; where it is not proved that they are drawn, the note says how to prove it. */
function tell(proof: Proof | undefined): z.output<typeof output>["diagrams"] {
  if (proof?.state === "proved") {
    const drawn = proof.drawn.length;
    return { proved: true, drawn, note: drawn === 0 ? "There are no diagrams." : `All ${drawn} diagrams were drawn in a browser.` };
  }
  const why = proof ? `${proof.reason}. ${proof.advice}` : "nothing was drawn.";
  return { proved: false, drawn: 0, note: clip(`The diagrams parse; that they are drawn was not proved: ${why}`, 500) };
}
