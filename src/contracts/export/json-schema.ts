import type { Model } from "../../model/types.ts";
import type { NotStated } from "./not-stated.ts";
import { type JsonMap, schemaOf } from "./schema.ts";
import { originOf, titleOf } from "./source.ts";

const address = (name: string) => `#/$defs/${name}`;

/** @returns the structures of a backend design as one JSON Schema 2020-12 with a definition for each */
export function exportJsonSchema(model: Model, notStated: NotStated): JsonMap {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: titleOf(model),
    ...originOf(model),
    $defs: Object.fromEntries(model.backend.structures.map((structure) => [structure.name, schemaOf(structure, address, notStated)])),
  };
}
