import type { Decision } from "../context/decisions.ts";
import type { Model } from "../model/types.ts";
import { readSystemComponents } from "./components.ts";
import { readFeatureDecisions } from "./decisions.ts";
import { readSystemErrors } from "./errors.ts";
import { readSystemEvents } from "./events.ts";
import { featureOf } from "./group.ts";
import { readIntegrations } from "./integrations.ts";
import { readSystemInterfaces } from "./interfaces.ts";
import { sharePatterns } from "./patterns.ts";
import { readStores } from "./stores.ts";
import { readTechnologies } from "./technologies.ts";
import type { System } from "./types.ts";

/**
 * Puts the facts of all features together, in the order of their keys. Nothing is judged here, and no disk is read.
 *
 * @param records the decision records of the project
 */
export function buildSystem(models: readonly Model[], records: readonly Decision[]): System {
  const sources = models
    .map((model) => ({ feature: featureOf(model), model }))
    .sort((a, b) => compare(a.model.key.epic, b.model.key.epic) || compare(a.model.key.feature, b.model.key.feature));
  return {
    features: sources.map(({ feature }) => feature),
    components: readSystemComponents(sources),
    integrations: readIntegrations(sources),
    technologies: readTechnologies(sources),
    stores: readStores(sources),
    patterns: sharePatterns(sources),
    errors: readSystemErrors(sources),
    events: readSystemEvents(sources),
    interfaces: readSystemInterfaces(sources),
    decisions: readFeatureDecisions(sources),
    records: [...records],
    entities: sources.flatMap(({ feature, model }) =>
      model.entities.map(({ name, purpose, place }) => ({ feature, name, purpose, place })),
    ),
    flows: sources.flatMap(({ feature, model }) =>
      model.architecture.flows.map(({ name, place }) => ({ feature, name, purpose: "", place })),
    ),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
