import * as z from "zod";
import { INTERFACE_KINDS, isOutput } from "../../config/config.ts";
import { isSameName } from "../../feature/key.ts";
import type { FeatureDocument, FeatureKey } from "../../feature/types.ts";
import type { Place } from "../../findings/finding.ts";
import { isDay } from "../../text/days.ts";

/** The stages of a document's life. */
export const STATUSES = ["draft", "in-review", "complete", "deprecated"] as const;

const text = z.string().trim().min(1);
const date = z.string().refine(isDay, "a date such as 2026-11-20");

/** What an input may state; whatever else a team keeps in its front matter is left alone. */
const Input = z.object({
  epic: text.optional(),
  feature: text.optional(),
  title: text.optional(),
  status: z.string().optional(),
  last_updated: z.string().optional(),
  owner: text.optional(),
});

const Output = z.object({
  epic: text,
  feature: text,
  title: text,
  status: z.enum(STATUSES),
  last_updated: date,
  owner: text.optional(),
  tags: z.array(z.union([text, z.number()])).optional(),
  interfaces: z.array(z.enum(INTERFACE_KINDS)).min(1),
});

/** What is wrong with one key of the front matter. */
export interface MetadataProblem {
  key: string;
  /** The value as it stands; empty where there is none. */
  found: string;
  expected: string;
  place: Place;
}

/** The front matter of a document, held against its schema and the folder's keys. */
export interface Metadata {
  status?: string;
  problems: MetadataProblem[];
  /** Keys whose value contradicts the folder. */
  contradictions: MetadataProblem[];
}

/** Reads a document's metadata; outputs need all of it, inputs may have none. */
export function readMetadata(document: FeatureDocument, key: FeatureKey): Metadata {
  const { data } = document.markdown.frontMatter;
  const schema = isOutput(document.kind) ? Output : Input;
  const parsed = schema.safeParse(data);
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0] ?? "");
    return { key: name, found: show(data[name]), expected: expected(issue, name), place: placeOf(document, name) };
  });
  const contradictions = (["epic", "feature"] as const).flatMap((name) => {
    const found = data[name];
    if (typeof found !== "string" || isSameName(found.trim(), key[name])) return [];
    return [{ key: name, found, expected: key[name], place: placeOf(document, name) }];
  });
  return { status: typeof data.status === "string" ? data.status : undefined, problems: unique(problems), contradictions };
}

function unique(problems: MetadataProblem[]): MetadataProblem[] {
  return problems.filter((problem, index) => problems.findIndex(({ key }) => key === problem.key) === index);
}

function show(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

function expected(issue: z.core.$ZodIssue, key: string): string {
  if (key === "interfaces") return `a list with any of ${INTERFACE_KINDS.join(", ")}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  if (key === "last_updated") return "a date such as 2026-11-20";
  return key === "tags" ? "a list of words" : "a text";
}

/** The line of the key, or the first line where the key is not there. */
function placeOf(document: FeatureDocument, key: string): Place {
  const { frontMatter, text, lines } = document.markdown;
  const offset = frontMatter.span ? new RegExp(`^${key}[ \\t]*:`, "m").exec(text.slice(0, frontMatter.span.end))?.index : undefined;
  const { line, column } = lines.point(offset ?? 0);
  return { file: document.file, line, column };
}
