import { saysNullable, withoutNull } from "./absence.ts";
import { enumValues, ruledValues } from "./enumerations.ts";
import { readLimits } from "./limits.ts";
import { bitsOf, familyOf } from "./spellings.ts";
import type { DataType, Family, Limits } from "./types.ts";

const COLLECTION = `(?:array|list|set|sequence|vec|slice|collection|page)`;
const ARRAY = new RegExp(String.raw`^(?:(?:non-empty |sorted |unique )?${COLLECTION}\s?(?:of\s|[<[(]\s?))(\S.*?)[>\])]?$`, "i");
const MAP = [
  /^(?:map|dict|dictionary|record|hash|hashmap|object)\s?(?:of|from)\s(?:strings?|\w{1,40})\s(?:to|and|->|→)\s(\S.*)$/i,
  /^(?:map|dict|dictionary|record|hash|hashmap|mapping)\s?[<[(]\s?[^,<>[\]:]{1,60}?(?:,|:| to | -> )\s?(\S.*)[>\])]$/i,
  /^map\[[^\]]{1,60}\]\s?(\S.*)$/i,
  /^\{\s?\[\w{1,40}: ?\w{1,40}\]: ?(\S[^{}]*)\}$/,
  /^(?:map|dict|dictionary|object) of (?!strings? to\b)(\S.*)$/i,
] as const;

/** Collections of collections: no type goes deeper, and each level is read by itself. */
const DEEPEST = 32;

/**
 * Reads a type as a field's cell states it, for example `array of RefundLine` or `varchar(64)`.
 *
 * @param rules the field's validation, which may state limits and values: "at most 500 characters", "one of open, closed"
 */
export function readType(written: string, rules = ""): DataType {
  return readWithin(written.replace(/[`*]/g, "").trim(), rules, DEEPEST);
}

function readWithin(written: string, rules: string, deeper: number): DataType {
  const { text, nullable } = withoutNull(written);
  const type = deeper > 0 ? readPlain(text, rules, deeper) : plain("unknown");
  return nullable || saysNullable(rules) ? { ...type, nullable: true } : type;
}

function readPlain(text: string, rules: string, deeper: number): DataType {
  const map = MAP.map((pattern) => pattern.exec(text)?.[1]).find((value) => value !== undefined);
  if (map !== undefined) return withItems("map", map, rules, deeper);
  const items = /^(.+?)\s?\[\]$/.exec(text)?.[1] ?? ARRAY.exec(text)?.[1];
  if (items !== undefined) return withItems("array", items, rules, deeper);
  const values = enumValues(text);
  if (values) return { family: "enum", values: values.length > 0 ? values : ruledValues(rules), limits: {}, nullable: false };
  return scalar(text, rules);
}

function withItems(family: "array" | "map", items: string, rules: string, deeper: number): DataType {
  const { length, ...limits } = readLimits(rules, family);
  const of = readWithin(items, "", deeper - 1);
  const held = length && of.family === "string" ? { ...of, limits: { ...of.limits, length } } : of;
  return { family, values: [], items: held, limits, nullable: false };
}

function scalar(text: string, rules: string): DataType {
  const bare = text.replace(/\([^)]{0,300}\)/g, " ").trim();
  const family = formatted(text, familyOf(bare));
  if (family === undefined) {
    const name = /^(?:reference to |ref )?((?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]+)$/.exec(bare)?.[1];
    return name === undefined ? plain("unknown") : { ...plain("reference"), name };
  }
  const bits = family === "integer" || family === "decimal" ? bitsOf(text) : undefined;
  const digits = family === "decimal" ? /\((\d{1,3}\s?,\s?\d{1,3})\)/.exec(text)?.[1]?.replace(/\s/g, "") : undefined;
  return {
    ...plain(family),
    values: family === "string" ? ruledValues(rules) : [],
    limits: limitsOf(text, rules, family),
    ...(bits !== undefined && { bits }),
    ...(digits !== undefined && { digits }),
  };
}

function plain(family: Family): DataType {
  return { family, values: [], limits: {}, nullable: false };
}

/** `string (uuid)` and `string, format date-time` name the narrower type behind the wider one. */
function formatted(text: string, family: Family | undefined): Family | undefined {
  if (family !== "string") return family;
  const format = /^string\s?(?:\(|[,/:]\s?|\s)(?:format:?\s)?(uuid|date-time|date|uri|email|duration|binary|byte)\)?$/i
    .exec(text)?.[1]
    ?.toLowerCase();
  return format === undefined ? family : familyOf(format === "byte" ? "base64" : format);
}

/** The brackets of a text's type state its length; those of a decimal its digits. */
function limitsOf(text: string, rules: string, family: Family): Limits {
  const brackets = family === "string" ? /\((\d{1,9})\)/.exec(text)?.[1] : undefined;
  const stated = readLimits(`${text.replace(/\(\d{1,9}(?:\s?,\s?\d{1,3})?\)/g, " ")}; ${rules}`, family);
  if (brackets === undefined) return stated;
  return { ...stated, length: { ...stated.length, max: Math.min(Number(brackets), stated.length?.max ?? Number.POSITIVE_INFINITY) } };
}
