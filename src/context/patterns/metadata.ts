import * as z from "zod";
import { isDay } from "../../text/days.ts";

/** The categories of the catalogue. */
export const PATTERN_CATEGORIES = [
  "api",
  "component",
  "error",
  "network",
  "server",
  "integration",
  "data",
  "caching",
  "resilience",
  "processing",
  "security",
  "deployment",
  "observability",
  "infrastructure",
  "cost",
  "performance",
] as const;

const text = z.string().trim().min(1);

/** What every file of patterns says of itself; keys of the team's own are let pass. */
const COMMON = {
  status: z.enum(["current", "deprecated"]),
  last_updated: text.refine(isDay),
  owner: text,
  migration_date: text.refine(isDay).optional(),
};

/** The front matter of a category, and that of a document that is one pattern: its domain is a tag. */
const SCHEMAS = {
  entry: z.looseObject({ title: text, category: z.enum(PATTERN_CATEGORIES), ...COMMON, tags: z.array(text).optional() }),
  document: z.looseObject({ tags: z.array(text).min(1), ...COMMON, title: text.optional(), category: text.optional() }),
};

const EXPECTED: Readonly<Record<string, string>> = {
  title: "a text",
  category: `one of ${PATTERN_CATEGORIES.join(", ")}`,
  status: "current or deprecated",
  last_updated: "a day such as 2026-11-20",
  owner: "a text",
  tags: "a list of words",
  migration_date: "a day such as 2026-11-20",
};

/** A key of the front matter that is not as the schema wants it; `found` is empty where it is missing. */
export interface MetadataIssue {
  key: string;
  found: string;
  expected: string;
}

/** @returns what is wrong with the front matter of a file of patterns of a form, one issue a key, in the schema's order */
export function metadataIssues(data: Readonly<Record<string, unknown>>, form: keyof typeof SCHEMAS): MetadataIssue[] {
  const keys = new Set(SCHEMAS[form].safeParse(data).error?.issues.map(({ path }) => String(path[0])));
  return [...keys].map((key) => {
    const found = data[key];
    return {
      key,
      found: (typeof found === "string" ? found : (JSON.stringify(found) ?? "")).trim(),
      expected: EXPECTED[key] ?? "another value",
    };
  });
}
