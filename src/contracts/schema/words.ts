import { asList, asMap, asText } from "../tree/parse.ts";
import type { Found, Resolver } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";

/** A type in the words in which a design's table states it, with what holds for its values. */
export interface TypeWords {
  type: string;
  rules: string[];
  nullable: boolean;
  /** Names of the structures that it refers to. */
  names: string[];
}

/** Formats of JSON Schema and OpenAPI, as designs spell them. */
const FORMATS: Record<string, string> = {
  uuid: "uuid",
  date: "date",
  "date-time": "timestamp",
  time: "time",
  duration: "duration",
  uri: "uri",
  "uri-reference": "uri",
  url: "uri",
  iri: "uri",
  email: "email",
  "idn-email": "email",
  byte: "binary",
  binary: "binary",
  int32: "int32",
  int64: "int64",
  float: "float",
  double: "double",
};

/** How deep schemas without a name are followed into each other. */
const DEEPEST = 6;

/**
 * @param value a schema, or a reference to one
 * @returns its type in words; `any` where nothing can be told
 */
export function typeWords(value: unknown, document: TreeDocument, resolver: Resolver, depth = 0): TypeWords {
  const found = resolver.follow(value, document);
  const schema = asMap(found?.value);
  if (!found || !schema || depth > DEEPEST) return plain("any");
  const whole = withoutNull(schema, found, resolver);
  if (whole.nullable) return { ...typeWords(whole.schema, found.document, resolver, depth + 1), nullable: true };
  if (found.name !== undefined && isStructure(schema, found.document, resolver)) return { ...plain(found.name), names: [found.name] };
  return ownWords(schema, found, resolver, depth);
}

function ownWords(schema: Record<string, unknown>, { document }: Found, resolver: Resolver, depth: number): TypeWords {
  const nullable = isNullable(schema);
  const kind = kindOf(schema);
  const values = [...asList(schema.enum), ...("const" in schema ? [schema.const] : [])].filter((each) => each !== null);
  if (values.length > 0 && kind !== "object" && kind !== "array")
    return { ...plain(`enum: ${values.map(String).join(", ")}`), nullable: nullable || asList(schema.enum).includes(null) };
  if (kind === "array") {
    const items = typeWords(schema.items ?? {}, document, resolver, depth + 1);
    const of = items.nullable ? `nullable ${items.type}` : items.type;
    return {
      ...items,
      type: `array of ${of}`,
      nullable,
      rules: [
        ...countRules(schema, "minItems", "maxItems", "items"),
        ...(schema.uniqueItems === true ? ["no element twice"] : []),
        ...each(items.rules),
      ],
    };
  }
  const single = [...asList(schema.allOf), ...asList(schema.oneOf), ...asList(schema.anyOf)];
  if (single.length === 1) return merged(typeWords(single[0], document, resolver, depth + 1), nullable);
  if (single.length > 1) {
    const parts = single.map((part) => typeWords(part, document, resolver, depth + 1));
    return { type: parts.map(({ type }) => type).join(" or "), rules: [], nullable, names: parts.flatMap(({ names }) => names) };
  }
  if (kind === "object") return mapWords(schema, document, resolver, depth, nullable);
  const spelled = FORMATS[asText(schema.format)];
  const type = kind === "string" || kind === "integer" || kind === "number" ? (spelled ?? kind) : (kind ?? "any");
  return { ...plain(type === "number" ? "decimal" : type), nullable, rules: rulesOf(schema) };
}

function mapWords(
  schema: Record<string, unknown>,
  document: TreeDocument,
  resolver: Resolver,
  depth: number,
  nullable: boolean,
): TypeWords {
  const values = asMap(schema.additionalProperties);
  const rules = countRules(schema, "minProperties", "maxProperties", "entries");
  if (!values || Object.keys(values).length === 0) return { ...plain("object"), nullable, rules };
  const held = typeWords(values, document, resolver, depth + 1);
  return {
    ...held,
    type: `map of string to ${held.nullable ? `nullable ${held.type}` : held.type}`,
    nullable,
    rules: [...rules, ...each(held.rules)],
  };
}

function plain(type: string): TypeWords {
  return { type, rules: [], nullable: false, names: [] };
}

function merged(words: TypeWords, nullable: boolean): TypeWords {
  return { ...words, nullable: words.nullable || nullable };
}

/** @returns the type of a schema, stated or told by what it asks for */
export function kindOf(schema: Record<string, unknown>): string | undefined {
  const stated = Array.isArray(schema.type) ? schema.type.find((type) => type !== "null") : schema.type;
  if (typeof stated === "string") return stated;
  if ("properties" in schema || "additionalProperties" in schema) return "object";
  return "items" in schema ? "array" : undefined;
}

/** OpenAPI 3.0 says `nullable: true`, JSON Schema lists the type null. */
export function isNullable(schema: Record<string, unknown>): boolean {
  return schema.nullable === true || (Array.isArray(schema.type) && schema.type.includes("null"));
}

/** `oneOf: [X, {type: null}]` is X, or null. */
function withoutNull(schema: Record<string, unknown>, { document }: Found, resolver: Resolver): { schema: unknown; nullable: boolean } {
  for (const key of ["oneOf", "anyOf"]) {
    const parts = asList(schema[key]);
    const others = parts.filter((part) => asMap(resolver.follow(part, document)?.value)?.type !== "null");
    if (parts.length > others.length && others.length > 0)
      return { schema: others.length === 1 ? others[0] : { [key]: others }, nullable: true };
  }
  return { schema, nullable: false };
}

/** @returns whether a named schema is a structure with fields, and no name for a value */
export function isStructure(schema: Record<string, unknown>, document: TreeDocument, resolver: Resolver, depth = 0): boolean {
  if (asMap(schema.properties)) return true;
  if (depth > DEEPEST) return false;
  const parts = [...asList(schema.allOf), ...asList(schema.oneOf), ...asList(schema.anyOf)];
  return parts.some((part) => {
    const found = resolver.follow(part, document);
    const inner = asMap(found?.value);
    return found !== undefined && inner !== undefined && isStructure(inner, found.document, resolver, depth + 1);
  });
}

/** @returns what holds for the values of a schema, in the words of a Validation cell */
export function rulesOf(schema: Record<string, unknown>): string[] {
  const { pattern } = schema;
  return [
    ...countRules(schema, "minLength", "maxLength", "characters"),
    ...valueRules(schema),
    ...(typeof pattern === "string" ? [`matches \`${pattern.replaceAll("`", "")}\``] : []),
    ...(typeof schema.multipleOf === "number" ? [`multiple of ${schema.multipleOf}`] : []),
    ...("default" in schema && typeof schema.default !== "object" ? [`default ${String(schema.default)}`] : []),
  ];
}

function countRules(schema: Record<string, unknown>, least: string, most: string, unit: string): string[] {
  const [min, max] = [numberIn(schema[least]), numberIn(schema[most])];
  if (min !== undefined && max !== undefined) return [min === max ? `exactly ${min} ${unit}` : `${min} to ${max} ${unit}`];
  if (max !== undefined) return [`at most ${max} ${unit}`];
  return min !== undefined && min > 0 ? [`at least ${min} ${unit}`] : [];
}

/** Draft 4 and OpenAPI 3.0 say of a bound that it is exclusive, later drafts give the exclusive bound itself. */
function valueRules(schema: Record<string, unknown>): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const above = exclusiveMinimum === true ? numberIn(minimum) : numberIn(exclusiveMinimum);
  const below = exclusiveMaximum === true ? numberIn(maximum) : numberIn(exclusiveMaximum);
  const min = exclusiveMinimum === true ? undefined : numberIn(minimum);
  const max = exclusiveMaximum === true ? undefined : numberIn(maximum);
  if (min !== undefined && max !== undefined) return [`${min} to ${max}`];
  return [
    ...(min !== undefined ? [`at least ${min}`] : []),
    ...(above !== undefined ? [`more than ${above}`] : []),
    ...(max !== undefined ? [`at most ${max}`] : []),
    ...(below !== undefined ? [`less than ${below}`] : []),
  ];
}

function each(rules: readonly string[]): string[] {
  return rules.map((rule) => `each ${rule}`);
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
