import * as z from "zod";
import { CATEGORIES, SEVERITIES } from "../findings/finding.ts";
import { STEP_IDS } from "../guide/steps.ts";

const place = z.object({
  file: z.string().describe("Path relative to the project, with forward slashes."),
  line: z.int().min(1),
  column: z.int().min(1).describe("In UTF-16 units, from 1."),
  endLine: z.int().min(1).optional(),
  endColumn: z.int().min(1).optional().describe("Exclusive."),
});

const finding = z.object({
  check: z.string().describe("Id of the check."),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  message: z.string().describe("Which of the check's messages this is."),
  arguments: z.record(z.string(), z.union([z.string(), z.number()])).describe("What the message is worded with."),
  place,
  related: place.optional().describe("The second place, where two places disagree."),
  text: z.string().describe("What is wrong and what was expected."),
  advice: z.string().describe("What to do about it."),
  page: z.string().describe("The check's page, relative to the package."),
  fingerprint: z.string().describe("Names the finding by its content: the same when the text around it moves."),
});

/** What `check --format json` writes. Keys are only added within a version. */
export const ReportSchema = z
  .object({
    version: z.literal(1),
    mermaid: z.string().describe("The version of Mermaid that gave the verdict on the diagrams."),
    summary: z.object({ features: z.int(), errors: z.int(), warnings: z.int(), suppressed: z.int(), baselined: z.int() }),
    features: z.array(
      z.object({
        epic: z.string(),
        feature: z.string(),
        findings: z.array(finding),
        checklist: z.array(
          z.object({
            category: z.enum(CATEGORIES),
            text: z.string(),
            checks: z.array(z.string()),
            state: z.enum(["passed", "failed", "unchecked", "not-applicable"]),
            errors: z.int(),
          }),
        ),
        suppressed: z.int().describe("Findings that a comment suppresses."),
        baselined: z.int().describe("Findings of the baseline, which are not listed."),
        progress: z
          .object({
            done: z.int().describe("Steps of the workflow that are done, of 7."),
            next: z.enum([...STEP_IDS, "finished"]),
            open: z.int().describe("How many things keep the gate of the next step closed."),
          })
          .optional()
          .describe("How far the design is: no finding is no promise that each gate is open."),
        stale: z.array(z.object({ file: z.string(), check: z.string() })).describe("Entries of the baseline that no longer occur."),
      }),
    ),
    across: z
      .object({ findings: z.array(finding) })
      .optional()
      .describe("What contradicts what across features; there when the check was called without a feature."),
  })
  .describe("Report of groundplan check.");
