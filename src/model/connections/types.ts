import type { Place } from "../../findings/finding.ts";

/** What the system diagram draws: a component, a store, another system or people. */
export interface Party {
  id: string;
  name: string;
  /** A component of the feature, as opposed to what it stands between. */
  isComponent: boolean;
  /** A store or a broker: what two parts may talk through. */
  isStore: boolean;
  /** Who uses the feature: nothing depends on it. */
  isClient: boolean;
}

/** That one party needs, calls or tells another, and where it is said. */
export interface Connection {
  from: Party;
  to: Party;
  place: Place;
}

/** The parties of a feature, and who talks to whom, as the pictures and the text have it. */
export interface Connections {
  parties: Party[];
  /** The arrows of the system diagram. */
  drawn: Connection[];
  /** The Dependencies of the components. */
  stated: Connection[];
  /** Components whose Dependencies name something that no node bears: what else they mean is not known. */
  vague: ReadonlySet<Party>;
  /** The calls of the flows' sequence diagrams. */
  messages: (Connection & { flow: string; text: string })[];
}
