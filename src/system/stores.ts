import { hasWord, nameKey } from "../names.ts";
import { groupBy, type Source } from "./group.ts";
import type { Store, Told } from "./types.ts";

/** @returns the data stores of the system diagrams; those of one name and one owner together. */
export function readStores(sources: readonly Source[]): Store[] {
  const all = sources.flatMap(({ feature, model }) => {
    const { components } = model.architecture;
    const own = new Set(components.map(({ name }) => nameKey(name)));
    return model.diagrams
      .filter(({ document, type }) => document === "architecture" && /^(?:flowchart|graph)/.test(type))
      .flatMap(({ nodes }) => nodes)
      .filter(({ layer, name }) => layer === "data" && !own.has(nameKey(name)))
      .map(({ name, place }): Told & { name: string; users: string[] } => ({
        name,
        feature,
        place,
        users: components.filter(({ dependencies }) => hasWord(dependencies, name)).map((component) => component.name),
      }));
  });
  return [...groupBy(all, ({ name, feature }) => `${nameKey(name)} ${feature.owner || feature.name}`).values()].map((told) => ({
    name: told[0]?.name ?? "",
    owner: told[0]?.feature.owner ?? "",
    users: [...new Set(told.flatMap(({ users }) => users))],
    told,
  }));
}
