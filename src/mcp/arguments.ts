import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import * as z from "zod";
import { nameKey } from "../core.ts";

/**
 * Reads arguments as they are meant: null for what may be left out, lists and objects as JSON text, the names of choices in other
 * capitals, and a feature's key for its epic's as well. What a schema says to a reader
 * stays as it is, but that an epic may be left out.
 */
export function forgiving<Schema extends StandardSchemaWithJSON>(compact: Schema, { shape }: z.ZodObject): Schema {
  const { "~standard": standard } = compact;
  const validate: typeof standard.validate = (given, options) => standard.validate(readObject(withEpic(given, shape), shape), options);
  const { jsonSchema } = standard;
  type Options = Parameters<typeof jsonSchema.input>[0];
  const input = (options: Options) => withoutEpic(jsonSchema.input(options), shape);
  return { ...compact, "~standard": { ...standard, validate, jsonSchema: { ...jsonSchema, input } } };
}

/** What may be left out is not demanded of a reader. */
function withoutEpic(schema: Record<string, unknown>, shape: Shape): Record<string, unknown> {
  const { required } = schema;
  return "feature" in shape && Array.isArray(required) ? { ...schema, required: required.filter((name) => name !== "epic") } : schema;
}

/** A feature's key names its epic: `E01-F02-refunds`, or its folder with the epic's before it. */
function withEpic(given: unknown, shape: Shape): unknown {
  if (!isRecord(given) || !("epic" in shape && "feature" in shape) || typeof given.feature !== "string") return given;
  if (typeof given.epic === "string" && given.epic.trim() !== "") return given;
  const [feature = "", folder] = given.feature.trim().split(/[/\\]/).filter(Boolean).toReversed();
  const epic = folder ?? /^E\d{1,9}(?=[-_. ]?F\d)/i.exec(feature)?.[0];
  return epic === undefined ? given : { ...given, epic, feature };
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

function readObject(given: unknown, shape: Shape): unknown {
  if (!isRecord(given)) return given;
  const entries = Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field && value === null && isOptional(field)) return [];
    return [[name, field ? read(value, withoutOption(field)) : value]];
  });
  return Object.fromEntries(entries);
}

function read(value: unknown, field: z.core.$ZodType): unknown {
  if (field instanceof z.ZodArray) {
    const items = typeof value === "string" ? (parseJson(value) ?? value.split(",")) : value;
    return Array.isArray(items) ? items.map((item) => read(item, field.element)) : value;
  }
  if (field instanceof z.ZodObject) return readObject(typeof value === "string" ? (parseJson(value) ?? value) : value, field.shape);
  return field instanceof z.ZodEnum && typeof value === "string" ? choose(value, field.options.map(String)) : value;
}

/** A choice in other capitals, or a document by the name of its file: `Backend Design`, `04-backend-design.md`. */
function choose(value: string, options: readonly string[]): string {
  const given = [
    value,
    value
      .trim()
      .replace(/^\d{1,3}[-_ ]/, "")
      .replace(/\.md$/i, ""),
  ].map(nameKey);
  const meant = options.find((option) => given.includes(nameKey(option)));
  const [longer, second] = meant ? [] : options.filter((option) => option.length > 4 && given[1]?.startsWith(nameKey(option)));
  return meant ?? (second ? undefined : longer) ?? value;
}

/** The value of a JSON text of a list or an object; undefined for any other text. */
export function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isOptional = (field: z.core.$ZodType) => field instanceof z.ZodOptional || field instanceof z.ZodDefault;

function withoutOption(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? withoutOption(field.unwrap()) : field;
}
