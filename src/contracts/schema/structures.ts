import type { DataStructure } from "../../model/types.ts";
import { asList, asMap, asText, lineOf } from "../tree/parse.ts";
import type { Resolver } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";
import { type FieldWords, fieldOf } from "./field.ts";
import { typeWords } from "./words.ts";

/** A schema with the document that it stands in, under its name. */
export interface NamedSchema {
  name: string;
  schema: unknown;
  document: TreeDocument;
  line: number;
}

/** Compositions deeper than this lead back to themselves. */
const DEEPEST = 12;

/** Reads a named schema with its fields; those of what it is composed of are its own. */
export function readStructure({ name, schema, document, line }: NamedSchema, resolver: Resolver): DataStructure {
  const found = resolver.follow(schema, document);
  const fields = new Map<string, FieldWords>();
  const required = new Set<string>();
  if (found) collect(found.value, found.document, resolver, fields, required, 0);
  return {
    name,
    purpose: firstSentence(asMap(found?.value)),
    fields: [...fields.values()].map((field) => fieldOf({ ...field, required: required.has(field.name) })),
    place: { file: document.file, line, column: 1 },
  };
}

function collect(
  value: unknown,
  document: TreeDocument,
  resolver: Resolver,
  fields: Map<string, FieldWords>,
  required: Set<string>,
  depth: number,
): void {
  const schema = asMap(value);
  if (!schema || depth > DEEPEST) return;
  for (const key of asList(schema.required)) if (typeof key === "string") required.add(key);
  for (const part of asList(schema.allOf)) {
    const found = resolver.follow(part, document);
    if (found) collect(found.value, found.document, resolver, fields, required, depth + 1);
  }
  const properties = asMap(schema.properties) ?? {};
  for (const [name, property] of Object.entries(properties))
    fields.set(name, readField(name, property, document, lineOf(document, properties, name), resolver));
}

function readField(name: string, property: unknown, document: TreeDocument, line: number, resolver: Resolver): FieldWords {
  const { type, rules, nullable } = typeWords(property, document, resolver);
  const place = { file: document.file, line, column: 1 };
  return { name, type, required: false, rules, nullable, description: firstSentence(asMap(property)), place };
}

/** @returns what a schema or operation says of itself, in one line */
export function firstSentence(schema: Record<string, unknown> | undefined): string {
  const said = asText(schema?.description) || asText(schema?.summary) || asText(schema?.title);
  return said.replace(/\s+/g, " ").slice(0, 400);
}
