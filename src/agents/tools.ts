import type Anthropic from "@anthropic-ai/sdk";
import * as z from "zod";
import { closest, OUTPUT_KINDS, titleKey } from "../core.ts";

/** The arguments of the one tool that writes: a document and a section, never a path. */
export const WriteArguments = z.strictObject({
  document: z.enum([...OUTPUT_KINDS, "research"]).describe("which document"),
  section: z.string().max(200).describe("the section's title, as it was asked for"),
  body: z.string().max(200_000).describe("Markdown below the section's heading; headings inside are ### or lower"),
});

export type WriteArguments = z.output<typeof WriteArguments>;

export const WRITE_SECTION: Anthropic.Tool = {
  name: "write_section",
  description: "Saves one section of a document and has it checked. The answer lists what is wrong with it.",
  input_schema: schemaOf(WriteArguments),
};

/** @returns the schema of a tool's arguments, as the API takes it. */
export function schemaOf(shape: z.ZodObject): Anthropic.Tool.InputSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape);
  return schema as Anthropic.Tool.InputSchema;
}

/** A call of the writing tool that was understood, or what is wrong with it. */
export type ReadCall = { body: string; problem?: undefined } | { body?: undefined; problem: string };

/** Reads the arguments of a call that is to write one certain section. */
export function readWriteCall(input: unknown, asked: { document: string; section: string }): ReadCall {
  const parsed = WriteArguments.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `unexpected arguments: ${issue?.path.join(".") || "the whole"}: ${issue?.message ?? "not understood"}` };
  }
  const { document, section, body } = parsed.data;
  if (document !== asked.document) return { problem: `unexpected document ${document}, expected ${asked.document}` };
  if (titleKey(section) !== titleKey(asked.section) && !closest(section, [asked.section]))
    return { problem: `unexpected section "${section}", expected "${asked.section}"` };
  return { body };
}
