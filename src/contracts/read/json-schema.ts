import type { MachineContracts } from "../../model/types.ts";
import { type NamedSchema, readStructure } from "../schema/structures.ts";
import { asMap } from "../tree/parse.ts";
import { type Resolver, rootName } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";
import { namedSchemas, split } from "./openapi.ts";

/** Reads a JSON Schema: itself, under its title or file name, and its definitions. */
export function readJsonSchema(document: TreeDocument, resolver: Resolver): MachineContracts {
  const root = asMap(document.root) ?? {};
  const own: NamedSchema = { name: rootName(document), schema: root, document, line: 1 };
  const held = [...namedSchemas(document, asMap(root.$defs)), ...namedSchemas(document, asMap(root.definitions))];
  const [structures, values] = split([own, ...held], resolver);
  return {
    structures: structures.map((schema) => readStructure(schema, resolver)),
    values: values.map((schema) => schema.name),
    interfaces: [],
    errors: [],
    problems: [],
  };
}
