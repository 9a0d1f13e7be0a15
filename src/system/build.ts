import type { Decision } from "../context/decisions.ts";
import { gatherComponents } from "./components.ts";
import { gatherErrors } from "./errors.ts";
import { gatherEvents } from "./events.ts";
import type { FeatureFacts } from "./feature-facts.ts";
import { gatherInterfaces } from "./interfaces.ts";
import { gatherPatterns } from "./patterns.ts";
import { gatherStores } from "./stores.ts";
import { gatherTechnologies } from "./technologies.ts";
import type { System } from "./types.ts";

/**
 * Puts the facts of all features together, in the order of their keys. Nothing is judged here, and no disk is read.
 *
 * @param records the decision records of the project
 */
export function buildSystem(given: readonly FeatureFacts[], records: readonly Decision[]): System {
  const features = [...given].sort((a, b) => byKey(a.feature.name, b.feature.name));
  return {
    features: features.map(({ feature }) => feature),
    components: gatherComponents(features.flatMap(({ components }) => components)),
    integrations: features.flatMap(({ integrations }) => integrations),
    technologies: gatherTechnologies(features.flatMap(({ choices }) => choices)),
    stores: gatherStores(features.flatMap(({ stores }) => stores)),
    patterns: gatherPatterns(features.flatMap(({ patterns }) => patterns)),
    errors: gatherErrors(features.flatMap(({ errors }) => errors)),
    events: gatherEvents(features.map(({ events }) => events)),
    interfaces: gatherInterfaces(features.flatMap(({ interfaces }) => interfaces)),
    decisions: features.flatMap(({ decisions }) => decisions),
    records: [...records],
    entities: features.flatMap(({ entities }) => entities),
    flows: features.flatMap(({ flows }) => flows),
  };
}

/** As features are listed: by epics, then by features. */
function byKey(a: string, b: string): number {
  const [first, second] = [a.replace("/", "\0"), b.replace("/", "\0")];
  return first < second ? -1 : Number(first > second);
}
