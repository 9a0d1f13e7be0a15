import type { Decision } from "../context/decisions.ts";
import { gatherComponents } from "./components.ts";
import { gatherErrors } from "./errors.ts";
import { gatherEvents } from "./events.ts";
import type { FeatureFacts, JudgedFacts } from "./feature-facts.ts";
import { gatherInterfaces } from "./interfaces.ts";
import { gatherPatterns } from "./patterns.ts";
import { gatherStores } from "./stores.ts";
import { gatherTechnologies } from "./technologies.ts";
import type { JudgedSystem, System } from "./types.ts";

/** Puts together what is judged, in the order of the features' keys. */
export function buildJudged(given: readonly JudgedFacts[]): JudgedSystem {
  const features = inOrder(given);
  return {
    components: gatherComponents(features.flatMap(({ components }) => components)),
    integrations: features.flatMap(({ integrations }) => integrations),
    technologies: gatherTechnologies(features.flatMap(({ choices }) => choices)),
    errors: gatherErrors(features.flatMap(({ errors }) => errors)),
    events: gatherEvents(features.map(({ events }) => events)),
    interfaces: gatherInterfaces(features.flatMap(({ interfaces }) => interfaces)),
  };
}

/**
 * Puts the facts of all features together, in the order of their keys. Nothing is judged here, and no disk is read.
 *
 * @param records the decision records of the project
 */
export function buildSystem(given: readonly FeatureFacts[], records: readonly Decision[]): System {
  const features = inOrder(given);
  return {
    ...buildJudged(features),
    features: features.map(({ feature }) => feature),
    stores: gatherStores(features.flatMap(({ stores }) => stores)),
    patterns: gatherPatterns(features.flatMap(({ patterns }) => patterns)),
    decisions: features.flatMap(({ decisions }) => decisions),
    records: [...records],
    entities: features.flatMap(({ entities }) => entities),
    flows: features.flatMap(({ flows }) => flows),
  };
}

function inOrder<Facts extends JudgedFacts>(features: readonly Facts[]): Facts[] {
  return [...features].sort((a, b) => byKey(a.feature.name, b.feature.name));
}

/** As features are listed: by epics, then by features. */
function byKey(a: string, b: string): number {
  const [first, second] = [a.replace("/", "\0"), b.replace("/", "\0")];
  return first < second ? -1 : Number(first > second);
}
