import * as z from "zod";
import { INTERFACE_KINDS, OUTPUT_KINDS } from "../../core.ts";

/** The pieces that inputs and outputs of several tools share. */

export const keyShape = {
  epic: z.string(),
  feature: z.string().describe("e.g. E01-F02-order-refunds"),
};

export const outputKind = z.enum(OUTPUT_KINDS);
export const interfaceKind = z.enum(INTERFACE_KINDS);

const findingShape = z.object({
  check: z.string(),
  severity: z.string(),
  file: z.string(),
  line: z.number(),
  text: z.string(),
  advice: z.string(),
});

export const findingsShape = { findings: z.array(findingShape), left_out: z.number() };
export type ShownFindings = z.output<z.ZodObject<typeof findingsShape>>;

export const stepShape = z.object({ number: z.number(), id: z.string(), done: z.boolean(), open: z.array(z.string()) });
export type ShownStep = z.output<typeof stepShape>;
