import * as z from "zod";
import { type Caution, INTERFACE_KINDS, OUTPUT_KINDS, type Step, type WordedFinding } from "../index.ts";
import { clip, fit, fitLines } from "./fit.ts";

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
type Findings = z.output<z.ZodObject<typeof findingsShape>>;

const LONGEST_WORDS = 300;

/** Errors first: they are what keeps a gate closed. */
export function showFindings(findings: readonly WordedFinding[], most = 40, room = 9000): Findings {
  const ranked = [...findings.filter(({ severity }) => severity === "error"), ...findings.filter(({ severity }) => severity !== "error")];
  const shown = ranked.map(({ check, severity, place, text, advice }) => ({
    check,
    severity,
    file: place.file,
    line: place.line,
    text: clip(text, LONGEST_WORDS),
    advice: clip(advice, LONGEST_WORDS),
  }));
  const { kept, left } = fit(shown, most, room);
  return { findings: kept, left_out: left };
}

export function wordFindings({ findings, left_out }: Findings): string {
  const lines = findings.map(
    ({ check, severity, file, line, text, advice }) => `- ${file}:${line} ${severity} ${check}: ${text} ${advice}`,
  );
  return [...lines, ...(left_out > 0 ? [`- and ${left_out} more`] : [])].join("\n");
}

export const stepShape = z.object({ number: z.number(), id: z.string(), done: z.boolean(), open: z.array(z.string()) });

/** A step with its first reasons; the findings tell the rest. */
export function showStep({ number, id, done, open }: Step, most = 5): z.output<typeof stepShape> {
  return {
    number,
    id,
    done,
    open: fitLines(
      open.map((reason) => clip(reason, LONGEST_WORDS)),
      most,
      1500,
      "that check_feature lists",
    ),
  };
}

export function wordStep({ number, id, done, open }: z.output<typeof stepShape>): string {
  return `${number}. ${id}: ${done ? "done" : `open: ${open.join("; ")}`}`;
}

/** Places in the documents that could mislead a model. */
export function showCautions(cautions: readonly Caution[]): string[] {
  return cautions.map(({ place, text }) => `${place.file}:${place.line}: ${text}`);
}
