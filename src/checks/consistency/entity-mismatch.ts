import { canStore } from "../../model/data-types.ts";
import { saysNothing } from "../../model/query.ts";
import type { DataField, Entity, StructureMapping } from "../../model/types.ts";
import { closest, hasWord, nameKey, singular } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "unsupplied" | "misspelt" | "type" | "nullable";

export default defineCheck({
  id: "entity-mismatch",
  category: "consistency",
  severity: "error",
  messages: {
    unsupplied: {
      text: "Unexpected field {structure}.{field}: no column of {entities} supplies it.",
      advice: "Add the column to the data design, or say in Data Mapping what `{field}` is made of.",
    },
    misspelt: {
      text: "Unexpected field {structure}.{field}: no column of {entities} supplies it.",
      advice: 'Did you mean the column "{suggestion}"? Otherwise say in Data Mapping what `{field}` is made of.',
    },
    type: {
      text: "Unexpected type {found} of {structure}.{field}: its column {column} holds {expected}.",
      advice: "Use types that map, or say in Data Mapping how `{field}` is converted.",
    },
    nullable: {
      text: "Unexpected required field {structure}.{field}: its column {column} may be empty.",
      advice: "Make the field optional or the column mandatory, or say in Data Mapping what `{field}` holds instead.",
    },
  },
  *run(model) {
    if (!model.documents["data-design"]) return;
    const structures = new Map(model.backend.structures.map((structure) => [structure.name, structure]));
    for (const mapping of model.mappings) {
      if (mapping.entities.length === 0 || mapping.entities.every(({ columns }) => columns.length === 0)) continue;
      for (const field of structures.get(mapping.structure)?.fields ?? []) {
        const report = inspect(field, mapping);
        if (report) yield report;
      }
    }
  },
});

function inspect(field: DataField, { structure, entities, text }: StructureMapping): Report<MessageId> | undefined {
  // Of a field without a type another check tells; it may be a structure of its own.
  if (saysNothing(field.type) || isDerived(field, text)) return undefined;
  const about = { structure, field: field.name, entities: entities.map(({ name }) => name).join(", ") };
  const found = columnFor(field, entities);
  if (!found) {
    // A nested structure has its own mapping, and one that is defined nowhere is told by undefined-type.
    if (/[A-Z][A-Za-z0-9]{0,100}[a-z]/.test(field.type.replace(/\([^)]{0,300}\)/g, ""))) return undefined;
    const isCollection = ["array", "map"].includes(field.dataType.family);
    if (isCollection && entities.some((entity) => nameKey(entity.name).includes(singular(nameKey(field.name))))) return undefined;
    const suggestion = closest(
      field.name,
      entities.flatMap(({ columns }) => columns.map(({ name }) => name)),
    );
    const shared = { place: field.place, related: entities[0]?.place };
    return suggestion
      ? { message: "misspelt", ...shared, arguments: { ...about, suggestion } }
      : { message: "unsupplied", ...shared, arguments: about };
  }
  const { entity, column } = found;
  const name = `${entity.name}.${column.name}`;
  if (!canStore(column.dataType, field.dataType))
    return {
      message: "type",
      place: field.typePlace,
      related: column.typePlace,
      arguments: { ...about, found: field.type, column: name, expected: column.type },
    };
  // A request may demand what a column may lack, and a part of another structure is there when its whole is.
  if (
    field.mandatory === true &&
    column.mandatory === false &&
    singular(nameKey(entity.name)) === singular(nameKey(structure)) &&
    !isRequest(structure)
  )
    return { message: "nullable", place: field.place, related: column.place, arguments: { ...about, column: name } };
  return undefined;
}

/** The mapping names the field, or the field itself names its source. */
function isDerived(field: DataField, mapping: string): boolean {
  if (hasWord(mapping, field.name)) return true;
  return /\b(?:comput|deriv|calculat|sum of|number of|count of|made (?:of|from)|taken from|from the|aggregat|joined|generated|set by the|not stored|opaque)/i.test(
    `${field.validation} ${field.description}`,
  );
}

function columnFor(field: DataField, entities: readonly Entity[]): { entity: Entity; column: DataField } | undefined {
  const key = nameKey(field.name);
  const words = wordsOf(field.name);
  for (const entity of entities) {
    // `id` of Refund is refund_id, and the other way round.
    const own = singular(nameKey(entity.name));
    const column = entity.columns.find(({ name }) => {
      const candidate = nameKey(name);
      if (candidate === key || candidate === `${key}id` || `${own}${candidate}` === key || candidate === `${own}${key}`) return true;
      // `amount` is supplied by amount_minor.
      return candidate.startsWith(key) && startsWith(wordsOf(name), words);
    });
    if (column) return { entity, column };
  }
  return undefined;
}

function startsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, index) => word === words[index]);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function isRequest(structure: string): boolean {
  return /(?:Request|Input|Command|Filter|Query|Params)$|^(?:Create|Update|New|Patch)/.test(structure);
}
