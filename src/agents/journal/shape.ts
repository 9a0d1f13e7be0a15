import * as z from "zod";
import type { JournalRecord } from "./records.ts";

const count = z.number().nonnegative().nullish();
/** What a call has cost, as far as the sums of a run need it. */
const usage = z.looseObject({
  input_tokens: z.number().nonnegative(),
  output_tokens: z.number().nonnegative(),
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
});
const text = z.string();
const texts = z.array(text);

const RECORD = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("run"),
    version: z.number(),
    id: text,
    started: text,
    groundplan: text,
    model: text,
    features: texts,
  }),
  z.looseObject({ type: z.literal("resumed"), at: text }),
  z.looseObject({ type: z.literal("step"), name: text }),
  z.looseObject({
    type: z.literal("call"),
    hash: text,
    step: text,
    message: z.looseObject({ content: z.array(z.looseObject({ type: text })), usage }),
  }),
  z.looseObject({ type: z.literal("attempt"), hash: text, step: text, usage, model: text, reason: text }),
  z.looseObject({ type: z.literal("text"), section: text, hash: text }),
  z.looseObject({ type: z.literal("batch-intent"), requests: texts, at: text }),
  z.looseObject({ type: z.literal("batch"), id: text, requests: texts }),
  z.looseObject({ type: z.literal("end"), at: text, state: z.enum(["finished", "open"]) }),
]);

/** @returns whether a value has the form of a record; what it was made from is not judged. */
export function isRecord(value: unknown): value is JournalRecord {
  return RECORD.safeParse(value).success;
}
