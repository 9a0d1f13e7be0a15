import { z } from "zod";
import { INTERFACE_KINDS, OUTPUT_KINDS, type Step, type WordedFinding } from "../index.ts";

/** The pieces that inputs and outputs of several tools share. */

export const keyShape = {
  epic: z.string().describe("folder name of the epic, e.g. E01-shop"),
  feature: z.string().describe("folder name of the feature, e.g. E01-F02-order-refunds"),
};

export const outputKind = z.enum(OUTPUT_KINDS);
export const interfaceKind = z.enum(INTERFACE_KINDS);

export const findingShape = z.object({ check: z.string(), severity: z.string(), file: z.string(), line: z.number(), text: z.string(), advice: z.string() });

/** @returns a finding as tools give it: what a writer needs to mend it. */
export function showFinding({ check, severity, place, text, advice }: WordedFinding): z.infer<typeof findingShape> {
  return { check, severity, file: place.file, line: place.line, text, advice };
}

/** At most so many findings in one answer; the rest is counted. */
export const MOST_FINDINGS = 40;

export function capFindings(findings: readonly WordedFinding[]): { findings: z.infer<typeof findingShape>[]; left_out: number } {
  return { findings: findings.slice(0, MOST_FINDINGS).map(showFinding), left_out: Math.max(0, findings.length - MOST_FINDINGS) };
}

export function wordFindings(findings: readonly WordedFinding[]): string {
  const shown = findings.slice(0, MOST_FINDINGS).map(({ check, place, text, advice }) => `- ${place.file}:${place.line} ${check}: ${text} ${advice}`);
  return [...shown, ...(findings.length > MOST_FINDINGS ? [`- and ${findings.length - MOST_FINDINGS} more`] : [])].join("\n");
}

export const stepShape = z.object({ number: z.number(), id: z.string(), gate: z.string(), done: z.boolean(), open: z.array(z.string()) });

/** At most so many reasons a step; the findings tell the rest. */
const MOST_REASONS = 5;

export function showStep({ number, id, gate, done, open }: Step): z.infer<typeof stepShape> {
  const more = open.length > MOST_REASONS ? [`and ${open.length - MOST_REASONS} more`] : [];
  return { number, id, gate, done, open: [...open.slice(0, MOST_REASONS), ...more] };
}
