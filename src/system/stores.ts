import { hasWord, nameKey } from "../text/names.ts";
import { groupBy, type Source } from "./group.ts";
import type { Store, Told } from "./types.ts";

/** A data store, as one feature draws it. */
export type DrawnStore = Told & { name: string; users: string[] };

/** @returns the data stores of a feature's system diagrams. */
export function readStores({ feature, model }: Source): DrawnStore[] {
  const { components } = model.architecture;
  const own = new Set(components.map(({ name }) => nameKey(name)));
  return model.diagrams
    .filter(({ document, type }) => document === "architecture" && /^(?:flowchart|graph)/.test(type))
    .flatMap(({ nodes }) => nodes)
    .filter(({ layer, name }) => layer === "data" && !own.has(nameKey(name)))
    .map(({ name, place }) => ({
      name,
      feature,
      place,
      users: components.filter(({ dependencies }) => hasWord(dependencies, name)).map((component) => component.name),
    }));
}

/** @returns every data store; those of one name and one owner together. */
export function gatherStores(all: readonly DrawnStore[]): Store[] {
  return [...groupBy(all, ({ name, feature }) => `${nameKey(name)} ${feature.owner || feature.name}`).values()].map((told) => ({
    name: told[0]?.name ?? "",
    owner: told[0]?.feature.owner ?? "",
    users: [...new Set(told.flatMap(({ users }) => users))],
    told,
  }));
}
