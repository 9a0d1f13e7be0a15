import * as z from "zod";
import { DOCUMENT_KINDS, LEVELS } from "./config.ts";
import { readGlob } from "./glob.ts";
import { HEADING_ROLES } from "./heading-roles.ts";
import { linearPattern } from "./linear-pattern.ts";

/** What breaks a line, moves a terminal's cursor, turns the direction of reading or is not to be seen has no place in a name. */
const DECEPTIVE = String.raw`\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff`;

/** A path inside of the workspace, with forward slashes, and not among what git keeps for itself. */
const path = z
  .string()
  .regex(
    new RegExp(String.raw`^(?!/|[A-Za-z]:|(?:.*/)?(?:\.\.|\.[gG][iI][tT])(?:/|$))[^\\${DECEPTIVE}]+$`),
    "a path inside of the project, with forward slashes, without control characters and outside of .git",
  )
  .describe("A path relative to the project, with forward slashes.");

const fileName = z
  .string()
  .regex(new RegExp(String.raw`^[^/\\${DECEPTIVE}]+\.md$`), "the name of a Markdown file, without a folder and control characters");

const regularExpression = z
  .string()
  .max(200)
  .superRefine((source, context) => {
    try {
      linearPattern(source);
    } catch (thrown) {
      context.addIssue({ code: "custom", message: `a regular expression in the syntax of RE2: ${(thrown as Error).message}` });
    }
  });

const glob = z
  .string()
  .min(1)
  .max(500)
  .superRefine((source, context) => {
    try {
      readGlob(source.replace(/^!/, ""));
    } catch (thrown) {
      context.addIssue({ code: "custom", message: `a glob: ${(thrown as Error).message}` });
    }
  });

const budget = z
  .strictObject({
    min: z.int().min(0).optional().describe("The fewest lines."),
    max: z.int().min(1).optional().describe("The most lines."),
    tolerance: z.int().min(0).optional().describe("Lines beyond either bound that are let pass."),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, "a min that is not above max");

const settings = {
  checks: z
    .record(z.string(), z.enum(LEVELS))
    .optional()
    .describe("Level of each check by its id: off, warning or error. A check that is not named keeps its own."),
  lines: z
    .partialRecord(z.enum(DOCUMENT_KINDS), budget)
    .optional()
    .describe("Line budget by kind of document, in place of the template's."),
  allowLanguages: z
    .array(z.string().min(1))
    .optional()
    .describe("Languages of fenced blocks that are let pass beside Mermaid, for example json or http."),
};

const price = z.strictObject({
  input: z.number().min(0),
  output: z.number().min(0),
  cacheWrite: z.number().min(0),
  cacheRead: z.number().min(0),
});

const generate = z.strictObject({
  model: z.string().min(1).optional().describe("The model that writes. Default: claude-opus-5-5."),
  maxUsd: z.number().min(0).optional().describe("The most that one run may cost, in US dollars. Default: 3 for each feature."),
  maxTokens: z.int().min(0).optional().describe("The most tokens that one run may use, of all classes."),
  concurrency: z.int().min(1).max(32).optional().describe("Features that are written at the same time. Default: 3."),
  prices: z.record(z.string(), price).optional().describe("US dollars for a million tokens by model, in place of the shipped table."),
});

/** The configuration file, as it may be written. */
export const ConfigSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Where an editor finds this schema."),
    plan: path.optional().describe("Folder of the features. Default: docs/plan."),
    templates: path.optional().describe("Folder of your own templates. Default: context/templates."),
    patterns: path.optional().describe("Folder of your own patterns. Default: context/patterns."),
    decisions: path.optional().describe("Folder of the architecture decision records. Default: docs/adr."),
    overview: path.optional().describe("The page that `groundplan system` writes. Default: docs/system-patterns.md."),
    files: z
      .partialRecord(z.enum(DOCUMENT_KINDS), fileName)
      .optional()
      .describe("File name by kind of document, for example data-design: 03-database-design.md."),
    ...settings,
    contracts: z
      .record(z.string(), z.array(path).min(1))
      .optional()
      .describe(
        "Files that state contracts, by the key of a feature: OpenAPI, AsyncAPI, JSON Schema, Protobuf or GraphQL, for example api/openapi.yaml. Those in the feature's own folder and those that the contracts link to are found without it.",
      ),
    requirementIds: z
      .array(regularExpression)
      .optional()
      .describe(
        "Regular expressions, in the syntax of RE2, for requirement ids in forms that groundplan does not know, for example SHOP-R[0-9]+.",
      ),
    headings: z
      .record(z.string().min(1).max(200), z.enum(HEADING_ROLES))
      .optional()
      .describe("What stands below a heading of your own in an input, by the heading: functional, non-functional, exclusion, context ..."),
    ignore: z.array(glob).optional().describe("Globs of feature folders that are left out, for example docs/plan/E00-*/**."),
    overrides: z
      .array(z.strictObject({ files: z.array(glob).min(1).describe("Globs of the files that this is for."), ...settings }))
      .optional()
      .describe("Settings for some files only; of several that match, the last one wins."),
    generate: generate.optional().describe("Model, budget and prices of groundplan generate."),
    approvals: z
      .array(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, "a role as one word, such as product or security"))
      .optional()
      .describe("Roles that must approve a design (groundplan approve) before it is finished, for example product and security."),
    baseline: path
      .optional()
      .describe("File of the findings that were there when groundplan was adopted. Default: .groundplan-baseline.json."),
  })
  .describe("Configuration of groundplan: groundplan.config.json or groundplan.config.yaml in the project's root.");
