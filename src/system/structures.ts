import { enumValues } from "../model/data-types/enumerations.ts";
import type { DataField } from "../model/types.ts";
import { groupBy } from "../text/group.ts";
import { nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { SystemField, Told } from "./types.ts";

/** A field of a data structure or a column of an entity, as one feature defines it. */
export interface DefinedField extends Told {
  /** `structure` of a backend design, or `entity` of a data design. */
  kind: "structure" | "entity";
  owner: string;
  name: string;
  /** As written. */
  type: string;
  /** What the type is, however it is spelt; empty where that is not known. */
  family: string;
  /** The values that its type lists, in the order of the alphabet; empty where it lists none. */
  values: string;
}

/** @returns the fields of a feature's data structures and entities. */
export function readFields({ feature, model }: Source): DefinedField[] {
  const fieldOf =
    (kind: DefinedField["kind"], owner: string) =>
    ({ name, type, dataType, place }: DataField): DefinedField => ({
      kind,
      owner,
      name,
      type,
      family: dataType.family ?? "",
      values: (enumValues(type) ?? []).toSorted().join(", "),
      feature,
      place,
    });
  return [
    ...model.backend.structures.flatMap(({ name, fields }) => fields.map(fieldOf("structure", name))),
    ...model.entities.flatMap(({ name, columns }) => columns.map(fieldOf("entity", name))),
  ];
}

/** @returns every field that more than one feature defines, with all its definitions. */
export function gatherFields(all: readonly DefinedField[]): SystemField[] {
  return [...groupBy(all, ({ kind, owner, name }) => `${kind} ${nameKey(owner)}.${nameKey(name)}`).values()].flatMap((definitions) => {
    const [first] = definitions;
    if (!first || definitions.every(({ feature }) => feature.name === first.feature.name)) return [];
    return { name: `${first.owner}.${first.name}`, kind: first.kind, definitions };
  });
}
