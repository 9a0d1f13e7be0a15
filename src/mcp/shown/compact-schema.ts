import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import type * as z from "zod";

type JsonSchema = Record<string, unknown>;

/** What is left out of a schema's JSON form, and how many objects deep the form goes. */
interface Cut {
  keywords: readonly string[];
  depth: number;
}

// The dialect is the protocol's default.
const INPUT: Cut = { keywords: ["$schema"], depth: Number.POSITIVE_INFINITY };
const OUTPUT: Cut = { keywords: ["$schema", "additionalProperties", "required"], depth: 2 };

/**
 * A schema whose JSON form leaves out what a reader does not need, since every assistant pays for it at every start. Inputs lose nothing
 * that counts; outputs show their outer shape, and the server holds every answer to the whole schema.
 */
export function compactSchema<Schema extends z.ZodObject>(schema: Schema): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  const { jsonSchema, ...standard } = schema["~standard"];
  type Options = Parameters<typeof jsonSchema.input>[0];
  return {
    "~standard": {
      ...standard,
      jsonSchema: {
        input: (options: Options) => cut(jsonSchema.input(options), INPUT),
        output: (options: Options) => cut(jsonSchema.output(options), OUTPUT),
      },
    },
  } as StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>>;
}

function cut(schema: JsonSchema, { keywords, depth }: Cut): JsonSchema {
  const kept = Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword) && !(keyword === "properties" && depth === 0));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      keyword === "properties" ? cutEach(value as JsonSchema, { keywords, depth: depth - 1 }) : cutInner(value, { keywords, depth }),
    ]),
  );
}

/** The names of properties are no keywords. */
function cutEach(properties: JsonSchema, how: Cut): JsonSchema {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, cutInner(value, how)]));
}

function cutInner(value: unknown, how: Cut): unknown {
  const isSchema = value !== null && typeof value === "object" && !Array.isArray(value);
  return isSchema ? cut(value as JsonSchema, how) : value;
}
