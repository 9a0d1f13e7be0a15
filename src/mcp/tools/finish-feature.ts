import { z } from "zod";
import { featureKey, finishFeature, folderOf, KnownError } from "../../index.ts";
import { defineTool } from "../define.ts";
import { keyShape } from "../shapes.ts";

export default defineTool({
  name: "finish_feature",
  title: "Finish a feature",
  description: "Finish or complete the backend design of a feature: sets the status of both documents to complete, when every gate holds. Whether it is done is computed; when a gate is closed, the answer says which and why.",
  input: z.strictObject(keyShape),
  output: z.object({ finished: z.boolean(), documents: z.array(z.string()) }),
  writes: true,
  idempotent: true,
  run({ epic, feature }, { workspace, context, today }) {
    const key = featureKey(epic, feature);
    const open = finishFeature(workspace, context, key, today());
    if (open.length > 0) {
      const reasons = open.map(({ number, title, open: why }) => `Step ${number}, ${title}: ${why.slice(0, 3).join("; ")}${why.length > 3 ? `; and ${why.length - 3} more` : ""}`);
      throw new KnownError("not-done", `the feature is not done yet: ${reasons.join(" | ")}`, "Call next_step, mend what is open, then call finish_feature again.");
    }
    const folder = folderOf(workspace, key);
    const documents = [`${folder}/${workspace.config.files.architecture}`, `${folder}/${workspace.config.files["backend-design"]}`];
    return { data: { finished: true, documents }, text: `Finished. Both documents are complete: ${documents.join(", ")}.` };
  },
});
