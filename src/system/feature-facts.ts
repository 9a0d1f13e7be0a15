import type { Model, Suppression } from "../model/types.ts";
import { type DescribedComponent, readComponents } from "./components.ts";
import { readDecisions } from "./decisions.ts";
import { readComponentDetails, readCriticality, readFlowSteps, readRelations, readSecurityStatements } from "./details.ts";
import { type MeantError, readErrors } from "./errors.ts";
import { type EventFacts, readEventFacts } from "./events.ts";
import { featureOf } from "./group.ts";
import { readIntegrations } from "./integrations.ts";
import { type ClaimedInterface, readInterfaces } from "./interfaces.ts";
import { type DecidedPattern, readDecidedPatterns } from "./patterns.ts";
import { stated } from "./stated.ts";
import { type DrawnStore, readStores } from "./stores.ts";
import { type DefinedField, readFields } from "./structures.ts";
import { readChoices } from "./technologies.ts";
import type {
  Choice,
  ComponentDetail,
  Criticality,
  FeatureDecision,
  Integration,
  Named,
  Relation,
  SecurityStatement,
  StepsOfFlow,
  SystemFeature,
} from "./types.ts";

/** What one feature contributes to the facts of all that is judged across features: plain data, a small part of its model. */
export interface JudgedFacts {
  feature: SystemFeature;
  components: DescribedComponent[];
  integrations: Integration[];
  choices: Choice[];
  errors: MeantError[];
  events: EventFacts;
  interfaces: ClaimedInterface[];
  fields: DefinedField[];
  suppressions: Suppression[];
}

/** One kind of facts that is judged. */
export type Family = Exclude<keyof JudgedFacts, "feature">;

/** Gives one family of the facts of all features, in the order of the features' keys. */
export type FactsOf = <Name extends Family>(family: Name) => JudgedFacts[Name][];

/** With what is only told in the overview. */
export interface FeatureFacts extends JudgedFacts {
  stores: DrawnStore[];
  patterns: DecidedPattern[];
  decisions: FeatureDecision[];
  entities: Named[];
  flows: Named[];
  details: ComponentDetail[];
  relations: Relation[];
  steps: StepsOfFlow[];
  security: SecurityStatement[];
  critical: Criticality[];
}

const nameOf = ({ name }: { name: string }) => name;

/** Takes out of a model what is compared across features. */
export function readJudgedFacts(model: Model): JudgedFacts {
  const feature = featureOf(model);
  const source = { feature, model };
  return {
    feature,
    components: stated(readComponents(source), nameOf),
    integrations: stated(readIntegrations(source), ({ system }) => system),
    choices: stated(readChoices(source), ({ product }) => product),
    errors: stated(readErrors(source), ({ code }) => code),
    events: readEventFacts(source),
    interfaces: stated(readInterfaces(source), nameOf),
    fields: stated(readFields(source), nameOf),
    suppressions: model.suppressions,
  };
}

/** Takes out of a model what is compared and told across features. */
export function readFeatureFacts(model: Model): FeatureFacts {
  const judged = readJudgedFacts(model);
  const { feature } = judged;
  const source = { feature, model };
  return {
    ...judged,
    stores: stated(readStores(source), nameOf),
    patterns: readDecidedPatterns(source),
    decisions: stated(readDecisions(source), ({ text }) => text),
    entities: stated(model.entities, nameOf).map(({ name, purpose, place }) => ({ feature, name, purpose, place })),
    flows: stated(model.architecture.flows, nameOf).map(({ name, place }) => ({ feature, name, purpose: "", place })),
    details: readComponentDetails(source),
    relations: readRelations(source),
    steps: readFlowSteps(source),
    security: readSecurityStatements(source),
    critical: readCriticality(source),
  };
}
