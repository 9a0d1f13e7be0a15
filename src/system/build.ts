import type { Decision } from "../context/decisions.ts";
import { gatherComponents } from "./components.ts";
import { gatherErrors } from "./errors.ts";
import { gatherEvents } from "./events.ts";
import type { FactsOf, FeatureFacts, JudgedFacts } from "./feature-facts.ts";
import { gatherInterfaces } from "./interfaces.ts";
import { gatherPatterns } from "./patterns.ts";
import { gatherStores } from "./stores.ts";
import { gatherFields } from "./structures.ts";
import { gatherTechnologies } from "./technologies.ts";
import type { JudgedSystem, System } from "./types.ts";

/**
 * Puts together what is judged: each family when it is asked for, and anew each time, so that those of thousands of
 * features need not be in memory at once.
 *
 * @param factsOf asked for the facts of the family
 */
export function buildJudged(factsOf: FactsOf): JudgedSystem {
  return {
    get components() {
      return gatherComponents(factsOf("components").flat());
    },
    get integrations() {
      return factsOf("integrations").flat();
    },
    get technologies() {
      return gatherTechnologies(factsOf("choices").flat());
    },
    get errors() {
      return gatherErrors(factsOf("errors").flat());
    },
    get events() {
      return gatherEvents(factsOf("events"));
    },
    get interfaces() {
      return gatherInterfaces(factsOf("interfaces").flat());
    },
    get fields() {
      return gatherFields(factsOf("fields").flat());
    },
  };
}

/** Gives the facts of features that are in memory, in the order of their keys. */
export function factsOfAll(features: readonly JudgedFacts[]): FactsOf {
  const ordered = inOrder(features);
  return (family) => ordered.map((facts) => facts[family]);
}

/**
 * Puts the facts of all features together, in the order of their keys. Nothing is judged here, and no disk is read.
 *
 * @param records the decision records of the project
 */
export function buildSystem(given: readonly FeatureFacts[], records: readonly Decision[]): System {
  const features = inOrder(given);
  return {
    ...buildJudged(factsOfAll(features)),
    features: features.map(({ feature }) => feature),
    stores: gatherStores(features.flatMap(({ stores }) => stores)),
    patterns: gatherPatterns(features.flatMap(({ patterns }) => patterns)),
    decisions: features.flatMap(({ decisions }) => decisions),
    records: [...records],
    entities: features.flatMap(({ entities }) => entities),
    flows: features.flatMap(({ flows }) => flows),
    details: features.flatMap(({ details }) => details),
    relations: features.flatMap(({ relations }) => relations),
    steps: features.flatMap(({ steps }) => steps),
    security: features.flatMap(({ security }) => security),
    critical: features.flatMap(({ critical }) => critical),
  };
}

function inOrder<Facts extends JudgedFacts>(features: readonly Facts[]): Facts[] {
  return [...features].sort((a, b) => byKey(a.feature.name, b.feature.name));
}

/** Compares features' names as features are listed: by epics, then by features. */
export function byKey(a: string, b: string): number {
  const [first, second] = [a.replace("/", "\0"), b.replace("/", "\0")];
  return first < second ? -1 : Number(first > second);
}
