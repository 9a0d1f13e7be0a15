import { hasWord, nameKey } from "../text/names.ts";
import { groupBy, type Source } from "./group.ts";
import { roleOf } from "./products.ts";
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

// What everybody calls a store that is nobody's in particular.
const NO_NAME =
  /^(?:the |main |primary |own |service |application |sql |relational |object |event )?(?:database|db|cache|store|storage|queue|broker|index|bucket|log)$/i;

/**
 * @returns every data store. Those of one name are one: an orders database is the same to all who draw it. A product and a
 *   common word are names of many, and so are one for each owner; designs that nobody owns share theirs.
 */
export function gatherStores(all: readonly DrawnStore[]): Store[] {
  const isCommon = (name: string) => NO_NAME.test(name) || roleOf(name.replace(/[\s\d.]{1,20}$/, "")) !== undefined;
  const groups = groupBy(all, ({ name, feature }) => (isCommon(name) ? `${nameKey(name)} ${feature.owner}` : nameKey(name)));
  return [...groups].map(([key, told]) => ({
    key,
    name: told[0]?.name ?? "",
    owner: ownersOf(told),
    users: [...new Set(told.flatMap(({ users }) => users))],
    told,
  }));
}

function ownersOf(told: readonly DrawnStore[]): string {
  const stated = told.map(({ feature }) => feature.owner).filter(Boolean);
  const owners = stated.length > 0 ? stated : told.map(({ feature }) => feature.name.slice(feature.name.indexOf("/") + 1));
  return [...new Set(owners)].join(", ");
}
