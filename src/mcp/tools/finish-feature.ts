import * as z from "zod";
import { featureKey, finishFeature, folderOf, KnownError, OUTPUT_KINDS } from "../../index.ts";
import { defineTool } from "../define.ts";
import { keyShape, showStep, wordStep } from "../shapes.ts";

export default defineTool({
  name: "finish_feature",
  title: "Finish a feature",
  description:
    "Finish or complete the design of a feature: sets both documents to complete when every gate holds. Done is computed; a closed gate is told with its reasons.",
  input: z.strictObject(keyShape),
  output: z.object({ finished: z.boolean(), documents: z.array(z.string()) }),
  effect: "adds",
  run({ epic, feature }, { workspace, context, session }) {
    const key = featureKey(epic, feature);
    const open = finishFeature(workspace, context, key, session.today());
    if (open.length > 0) {
      const reasons = open.map((step) => wordStep(showStep(step, 3))).join("\n");
      throw new KnownError(
        "not-done",
        `the feature is not done, these steps are open:\n${reasons}`,
        "Call next_step, mend what is open, then call finish_feature again.",
      );
    }
    const documents = OUTPUT_KINDS.map((kind) => `${folderOf(workspace, key)}/${workspace.config.files[kind]}`);
    return { data: { finished: true, documents }, text: `Finished. Both documents are complete: ${documents.join(", ")}.` };
  },
});
