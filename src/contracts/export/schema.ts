import type { DataType, Range } from "../../model/data-types/types.ts";
import type { DataField, DataStructure } from "../../model/types.ts";
import type { NotStated } from "./not-stated.ts";

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonMap = { [key: string]: Json };

/** How a family of types is written in JSON Schema. */
const FORMS: Partial<Record<DataType["family"], JsonMap>> = {
  string: { type: "string" },
  uuid: { type: "string", format: "uuid" },
  integer: { type: "integer" },
  decimal: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  time: { type: "string", format: "time" },
  duration: { type: "string", format: "duration" },
  uri: { type: "string", format: "uri" },
  email: { type: "string", format: "email" },
  binary: { type: "string", contentEncoding: "base64" },
};

/** Where the schemas of structures stand in a document, before their names. */
export type SchemaAddress = (name: string) => string;

/** @returns a structure as a schema in JSON Schema 2020-12, which OpenAPI 3.1 and AsyncAPI 3 share */
export function schemaOf({ name, purpose, fields }: DataStructure, address: SchemaAddress, notStated: NotStated): JsonMap {
  const required = fields.filter(({ mandatory }) => mandatory === true).map((field) => field.name);
  return {
    type: "object",
    ...(purpose !== "" && { description: purpose }),
    properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field, name, address, notStated)])),
    ...(required.length > 0 && { required }),
  };
}

function propertyOf(field: DataField, structure: string, address: SchemaAddress, notStated: NotStated): JsonMap {
  const at = `${structure}.${field.name}`;
  if (field.mandatory === undefined) notStated.add(at, "whether the field is required");
  const schema = typeSchema(field.dataType, address, () => notStated.add(at, `a type that JSON Schema knows: "${field.type}"`));
  const described = field.description === "" ? schema : { ...schema, description: field.description };
  return field.validation === "" ? described : { ...described, "x-validation": field.validation };
}

/**
 * @param unknown called where the type has no form in JSON Schema: then nothing is said of it
 * @returns a type as a schema
 */
export function typeSchema(type: DataType, address: SchemaAddress, unknown: () => void): JsonMap {
  const schema = bareSchema(type, address, unknown);
  if (!type.nullable) return schema;
  if (typeof schema.type === "string" && !("enum" in schema)) return { ...schema, type: [schema.type, "null"] };
  return { anyOf: [schema, { type: "null" }] };
}

function bareSchema(type: DataType, address: SchemaAddress, unknown: () => void): JsonMap {
  if (type.family === "reference" && type.name) return { $ref: address(type.name) };
  if (type.family === "enum" && type.values.length > 0) return { type: "string", enum: type.values };
  if (type.family === "array")
    return {
      type: "array",
      items: type.items ? typeSchema(type.items, address, unknown) : {},
      ...range(type.limits.items, "minItems", "maxItems"),
    };
  if (type.family === "map")
    return {
      type: "object",
      ...(type.items && { additionalProperties: typeSchema(type.items, address, unknown) }),
      ...range(type.limits.items, "minProperties", "maxProperties"),
    };
  const form = FORMS[type.family];
  if (!form) {
    if (type.family === "unknown" || type.family === "reference") unknown();
    return type.family === "enum" ? { type: "string" } : {};
  }
  return {
    ...form,
    ...(type.family === "integer" && type.bits && { format: `int${type.bits}` }),
    ...range(type.limits.length, "minLength", "maxLength"),
    ...values(type.limits.value),
  };
}

function range(limits: Range | undefined, least: string, most: string): JsonMap {
  return {
    ...(limits?.min !== undefined && limits.min > 0 && { [least]: limits.min }),
    ...(limits?.max !== undefined && { [most]: limits.max }),
  };
}

function values(limits: Range | undefined): JsonMap {
  return {
    ...(limits?.min !== undefined && { [limits.minOpen ? "exclusiveMinimum" : "minimum"]: limits.min }),
    ...(limits?.max !== undefined && { [limits.maxOpen ? "exclusiveMaximum" : "maximum"]: limits.max }),
  };
}
