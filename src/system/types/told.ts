import type { Place } from "../../findings/finding.ts";

/** A feature, as the overview names it. */
export interface SystemFeature {
  /** Epic and feature, separated by a slash. */
  name: string;
  title: string;
  /** Who owns the design; empty where the documents do not say. */
  owner: string;
}

/** A fact of one feature among those of all. */
export interface Told {
  feature: SystemFeature;
  place: Place;
}

/** A name with what it is for: an entity, or a flow. */
export interface Named extends Told {
  name: string;
  purpose: string;
}

/** What only the overview tells of a component, as one feature describes it. */
export interface ComponentDetail extends Told {
  name: string;
  responsibilities: string[];
  /** What it exposes and consumes, in the document's words. */
  interfaces: string;
  /** Empty where no document names it. */
  technology: string;
  /** Where the code stands; empty where no document names it. */
  location: string;
}

/** How two entities relate. */
export interface Relation extends Told {
  from: string;
  to: string;
  text: string;
}

/** A message of a flow. */
export interface FlowStep {
  from: string;
  to: string;
  text: string;
}

/** A flow, message by message. */
export interface StepsOfFlow extends Told {
  name: string;
  steps: FlowStep[];
}

/** A note for the security review. */
export interface SecurityStatement extends Told {
  /** As the note names it; empty where it has no label. */
  topic: string;
  text: string;
}

/** How critical an external system is, where a document says so. */
export interface Criticality extends Told {
  system: string;
  text: string;
}
