import { groupBy } from "../text/group.ts";
import { nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { Description, SystemComponent } from "./types.ts";

/** @returns how a feature describes its components. */
export function readComponents({ feature, model }: Source): DescribedComponent[] {
  return model.architecture.components.map((component) => ({
    name: component.name,
    feature,
    place: component.place,
    purpose: component.purpose,
    words: Object.values(component.values)
      .map(({ text }) => text)
      .join(" "),
    dependencies: component.dependencies,
    exposes: component.exposes.names.map(({ name }) => name),
  }));
}

/** A component, as one feature describes it. */
export type DescribedComponent = Description & { name: string };

/** @returns every component; those of one name together. */
export function gatherComponents(all: readonly DescribedComponent[]): SystemComponent[] {
  return [...groupBy(all, ({ name }) => nameKey(name))]
    .filter(([key]) => key !== "")
    .map(([key, described]) => ({ key, name: described[0]?.name ?? "", described }));
}
