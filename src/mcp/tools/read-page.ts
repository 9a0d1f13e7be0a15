import * as z from "zod";
import { KnownError } from "../../core.ts";
import { defineTool, TEXT_ALONE } from "../define.ts";
import { ADDRESSES } from "../resources/addresses.ts";

export default defineTool({
  name: "read_page",
  title: "Read a page",
  description: "Read a template, pattern, check's page, the workflow, facts of the code, or a feature's document, checklist or trace.",
  input: z.strictObject({
    address: z
      .string()
      .max(500)
      .describe(ADDRESSES.map((address) => address.slice("groundplan://".length)).join(", ")),
  }),
  output: TEXT_ALONE,
  effect: "reads",
  run({ address }, project) {
    const text = project.core.readPage(project, address);
    if (text === undefined)
      throw new KnownError(
        "no-page",
        `nothing at ${address}`,
        "The feature has no such document yet: call next_step to see what is to be written.",
      );
    return { data: undefined, text };
  },
});
