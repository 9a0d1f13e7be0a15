import { nameKey } from "../../text/names.ts";
import type { AlignedDocument, DataStructure, Entity } from "../types.ts";
import { readErEntities } from "./er-entities.ts";
import { readRecords } from "./field-records.ts";

/** @returns the data structures of the contracts or of the backend design. */
export function readStructures(document: AlignedDocument | undefined): DataStructure[] {
  return readRecords(document, "structures");
}

/** @returns the entities of the data design, from its tables and from its entity relationship diagrams. */
export function readEntities(document: AlignedDocument | undefined): Entity[] {
  const described = readRecords(document, "entities").map(({ fields, ...record }) => ({ ...record, columns: fields }));
  const known = new Set(described.filter(({ columns }) => columns.length > 0).map(({ name }) => nameKey(name)));
  const drawn = readErEntities(document).filter(({ name }) => !known.has(nameKey(name)));
  const replaced = new Set(drawn.map(({ name }) => nameKey(name)));
  return [...described.filter(({ name }) => !replaced.has(nameKey(name))), ...drawn];
}
