import type * as graphql from "graphql";
import type { FieldDefinitionNode, InputValueDefinitionNode, TypeNode } from "graphql";
import { onDemand } from "../../disk/on-demand.ts";
import type { DataStructure, Interface, MachineContracts, Place } from "../../model/types.ts";
import { DEEPEST, NESTS_TOO_DEEP } from "../../text/nesting.ts";
import { fieldOf } from "../schema/field.ts";
import { partOf } from "./values.ts";

const NOTHING: MachineContracts = { structures: [], values: [], interfaces: [], errors: [], problems: [] };

const SCALARS: Record<string, string> = {
  ID: "string",
  String: "string",
  Int: "integer",
  Float: "decimal",
  Boolean: "boolean",
  DateTime: "timestamp",
  Date: "date",
  UUID: "uuid",
};

/** How many tokens a schema may have; a description of a large company's interfaces has a fifth of them. */
const MOST_TOKENS = 500_000;

/** Reads GraphQL's schema language: types as structures; queries, mutations and subscriptions as interfaces. */
export function readGraphql(file: string, text: string): MachineContracts {
  const { parse, GraphQLError, Lexer, Source } = onDemand<typeof graphql>("graphql");
  try {
    const deep = firstTooDeep(new Lexer(new Source(text)));
    if (deep !== undefined) return { ...NOTHING, problems: [{ kind: "syntax", found: NESTS_TOO_DEEP, file, line: deep }] };
    const { definitions } = parse(text, { maxTokens: MOST_TOKENS });
    const roots = new Map<string, string>([
      ["Query", "query"],
      ["Mutation", "mutation"],
      ["Subscription", "subscription"],
    ]);
    for (const definition of definitions)
      if (definition.kind === "SchemaDefinition")
        for (const { type, operation } of definition.operationTypes) roots.set(type.name.value, operation);
    const enums = new Map(
      definitions.flatMap((each) =>
        each.kind === "EnumTypeDefinition" ? [[each.name.value, (each.values ?? []).map(({ name }) => name.value)] as const] : [],
      ),
    );
    const facts: MachineContracts = { ...NOTHING, structures: [], values: [...enums.keys()], interfaces: [] };
    for (const definition of definitions) {
      if (!("fields" in definition) || !("name" in definition) || !definition.name) continue;
      const root = roots.get(definition.name.value);
      const fields = definition.fields ?? [];
      if (root !== undefined) facts.interfaces.push(...fields.map((field) => operation(root, field as FieldDefinitionNode, file)));
      else facts.structures.push(structure(definition.name.value, fields, definition, file, enums));
    }
    return facts;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line ?? 1;
    return { ...NOTHING, problems: [{ kind: "syntax", found: error.message.replace(/\.$/, ""), file, line }] };
  }
}

/**
 * @returns the line at which a schema nests deeper than a parser is to be sent, which goes down a level at a time
 * @throws GraphQLError for what is no token
 */
function firstTooDeep(lexer: graphql.Lexer): number | undefined {
  let depth = 0;
  for (let count = 0; count <= MOST_TOKENS; count++) {
    const { kind, line } = lexer.advance();
    if (kind === "<EOF>") return undefined;
    if (kind === "{" || kind === "[" || kind === "(") depth++;
    else if ((kind === "}" || kind === "]" || kind === ")") && depth > 0) depth--;
    if (depth > DEEPEST) return line;
  }
  return undefined;
}

interface Located {
  name?: { loc?: { startToken: { line: number } } };
  description?: { value: string };
}

function placeOf({ name }: Located, file: string): Place {
  return { file, line: name?.loc?.startToken.line ?? 1, column: 1 };
}

function structure(
  name: string,
  fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[],
  definition: Located,
  file: string,
  enums: ReadonlyMap<string, readonly string[]>,
): DataStructure {
  return {
    name,
    purpose: said(definition),
    place: placeOf(definition, file),
    fields: fields.map((field) =>
      fieldOf({
        name: field.name.value,
        type: typeOf(field.type, enums),
        required: field.type.kind === "NonNullType",
        rules: [],
        nullable: false,
        description: said(field),
        place: placeOf(field, file),
      }),
    ),
  };
}

function typeOf(type: TypeNode, enums: ReadonlyMap<string, readonly string[]>): string {
  if (type.kind === "NonNullType") return typeOf(type.type, enums);
  if (type.kind === "ListType") return `array of ${typeOf(type.type, enums)}`;
  const values = enums.get(type.name.value);
  return values ? `enum: ${values.join(", ")}` : (SCALARS[type.name.value] ?? type.name.value);
}

function operation(root: string, field: FieldDefinitionNode, file: string): Interface {
  const place = placeOf(field, file);
  const none = new Map<string, readonly string[]>();
  const parameters = (field.arguments ?? []).map(
    ({ name, type }) => `\`${name.value}\` ${typeOf(type, none)}${type.kind === "NonNullType" ? ", required" : ""}`,
  );
  return {
    name: `${root} ${field.name.value}`,
    kind: root === "subscription" ? "service" : "api",
    form: "section",
    place,
    values: {
      Purpose: partOf([said(field)], place),
      Parameters: partOf(parameters.length > 0 ? parameters : ["none"], place),
      [root === "subscription" ? "Payload" : "Response"]: partOf([`\`${typeOf(field.type, none)}\``], place),
    },
  };
}

function said({ description }: Located): string {
  return (description?.value ?? "").replace(/\s+/g, " ").slice(0, 400);
}
