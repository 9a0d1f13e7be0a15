import { nameKey } from "../names.ts";
import { groupBy, type Source } from "./group.ts";
import type { Description, SystemComponent } from "./types.ts";

/** @returns every component of the architectures; those of one name together. */
export function readSystemComponents(sources: readonly Source[]): SystemComponent[] {
  const all = sources.flatMap(({ feature, model }) =>
    model.architecture.components.map((component): Description & { name: string } => ({
      name: component.name,
      feature,
      place: component.place,
      purpose: component.purpose,
      words: Object.values(component.values)
        .map(({ text }) => text)
        .join(" "),
      dependencies: component.dependencies,
      exposes: component.exposes.names.map(({ name }) => name),
    })),
  );
  return [...groupBy(all, ({ name }) => nameKey(name))]
    .filter(([key]) => key !== "")
    .map(([key, described]) => ({ key, name: described[0]?.name ?? "", described }));
}
