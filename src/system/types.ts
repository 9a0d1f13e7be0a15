import type { Decision } from "../context/decisions.ts";
import type {
  FeatureDecision,
  Integration,
  SharedPattern,
  Store,
  SystemComponent,
  SystemError,
  SystemEvent,
  SystemField,
  SystemInterface,
  Technology,
} from "./types/shared.ts";
import type { ComponentDetail, Criticality, Named, Relation, SecurityStatement, StepsOfFlow, SystemFeature } from "./types/told.ts";

export type * from "./types/shared.ts";
export type * from "./types/told.ts";

/** The facts of all features that are judged, by family; where features are many, each is put together when it is asked for. */
export interface JudgedSystem {
  readonly components: SystemComponent[];
  readonly integrations: Integration[];
  readonly technologies: Technology[];
  readonly errors: SystemError[];
  readonly events: SystemEvent[];
  readonly interfaces: SystemInterface[];
  readonly fields: SystemField[];
}

/** With what is only told in the overview. */
export interface System extends JudgedSystem {
  features: SystemFeature[];
  stores: Store[];
  patterns: SharedPattern[];
  decisions: FeatureDecision[];
  /** The decision records. */
  records: Decision[];
  entities: Named[];
  flows: Named[];
  details: ComponentDetail[];
  relations: Relation[];
  steps: StepsOfFlow[];
  security: SecurityStatement[];
  critical: Criticality[];
}

/** What a pattern of the catalogue is made for, by its slug; empty for a pattern that the catalogue does not have. */
export type Benefits = (slug: string) => string;
