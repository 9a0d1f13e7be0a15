import * as z from "zod";
import { WRITTEN_KINDS } from "../../core.ts";
import { findingsShape, stepShape } from "../shown/shapes.ts";

const writeShape = z.object({
  document: z.enum(WRITTEN_KINDS),
  file: z.string(),
  revision: z.string(),
  section: z.string().optional().describe("absent: write_document"),
  state: z.enum(["missing", "open"]),
  guidance: z.string(),
  shape: z.array(z.string()),
  lines: z.number().optional(),
  form: z.string().optional(),
  facts: z.array(z.object({ label: z.string(), from: z.string(), items: z.array(z.string()) })),
  links: z.array(z.string()),
  ...findingsShape,
});

/** The answer of next_step. */
export const briefShape = z.object({
  finished: z.boolean(),
  unread: z.string().optional().describe("what of the PRD was not understood: settle it first"),
  step: stepShape.optional(),
  why: z.string(),
  done_when: z.string(),
  write: writeShape.optional(),
  then: z.array(z.string()),
  whole: z.boolean().describe("then holds the shapes of a document that nobody has begun"),
  patterns: z.array(z.object({ title: z.string(), link: z.string(), because: z.string() })),
  hazards: z.array(z.string()),
  ask: z.array(z.string()),
  cautions: z.array(z.string()),
  ...findingsShape,
});

export type Write = z.output<typeof writeShape>;
export type Answer = z.output<typeof briefShape>;
