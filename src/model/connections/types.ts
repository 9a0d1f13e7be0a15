import type { Place } from "../../findings/finding.ts";

/** A component, a store, another system or people: what an arrow, a sentence or a message may begin and end at. */
export interface Party {
  /** Tells it from all others of the feature. */
  key: number;
  /** The name by which the system diagram's lines refer to it; empty where it is not drawn. */
  id: string;
  name: string;
  /** A component of the feature, as opposed to what it stands between. */
  isComponent: boolean;
  /** A store or a broker. */
  isStore: boolean;
  /** A broker, a queue or a cache: what two parts may talk through. */
  isBroker: boolean;
  /** Who uses the feature: nothing depends on it. */
  isClient: boolean;
}

/** The five places in which a design says who talks to whom. */
export type Source = "picture" | "dependencies" | "interfaces" | "integrations" | "flow";

/** That one party needs, calls or tells another, and where it is said. */
export interface Connection {
  from: Party;
  to: Party;
  source: Source;
  place: Place;
  /** By its words `from` begins it: it sends, tells or feeds. */
  pushes?: boolean;
}

/** An arrow of the system diagram. */
export interface Drawn extends Connection {
  /** It leads from or to a box that stands for several components: which of them is meant, nobody knows. */
  shared: boolean;
}

/** A call of a flow. */
export interface Message extends Connection {
  flow: string;
  text: string;
  /** It waits for no answer. */
  notice: boolean;
}

/** What one component alone offers. */
export interface Operation {
  party: Party;
  /** Others whose rows use the word as well. */
  sharedBy: ReadonlySet<Party>;
}

/** The parties of a feature, and who talks to whom, as the pictures and the text have it. */
export interface Connections {
  parties: Party[];
  drawn: Drawn[];
  /** The Dependencies of the components. */
  stated: Connection[];
  /** What the components' Interfaces and the tables of integrations say beside them. */
  said: Connection[];
  /** To whom components say that they offer something. */
  offered: Connection[];
  messages: Message[];
  /** Components whose Dependencies name something that no party bears: what else they mean is not known. */
  vague: ReadonlySet<Party>;
  /** What one component alone offers to others, by the words for it. */
  operations: ReadonlyMap<string, Operation>;
}
