import * as z from "zod";
import { isDay } from "../text/days.ts";

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
] as const;

const text = z.string().trim().min(1);

/** The front matter of a file of patterns; keys of the team's own are let pass. */
const SCHEMA = z.looseObject({
  title: text,
  category: z.enum(PATTERN_CATEGORIES),
  status: z.enum(["current", "deprecated"]),
  last_updated: text.refine(isDay),
  owner: text,
  tags: z.array(text).optional(),
});

const EXPECTED: Readonly<Record<string, string>> = {
  title: "a text",
  category: `one of ${PATTERN_CATEGORIES.join(", ")}`,
  status: "current or deprecated",
  last_updated: "a day such as 2026-11-20",
  owner: "a text",
  tags: "a list of words",
};

/** A key of the front matter that is not as the schema wants it; `found` is empty where it is missing. */
export interface MetadataIssue {
  key: string;
  found: string;
  expected: string;
}

/** @returns what is wrong with the front matter of a file of patterns, one issue a key, in the schema's order */
export function metadataIssues(data: Readonly<Record<string, unknown>>): MetadataIssue[] {
  const keys = new Set(SCHEMA.safeParse(data).error?.issues.map(({ path }) => String(path[0])));
  return [...keys].map((key) => {
    const found = data[key];
    return {
      key,
      found: (typeof found === "string" ? found : (JSON.stringify(found) ?? "")).trim(),
      expected: EXPECTED[key] ?? "another value",
    };
  });
}
