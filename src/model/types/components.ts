import type { InterfaceKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Item } from "./stated.ts";

/** What a component exposes, as far as its interfaces say. */
export interface Exposure {
  /** Interfaces named one by one. */
  names: { name: string; place: Place }[];
  /** Kinds of which it exposes the interfaces as a whole: "the four endpoints". */
  kinds: InterfaceKind[];
  text: string;
}

/** Something that a component takes, by its name. */
export interface Consumption {
  name: string;
  /** The words that it stands in, up to the next semicolon or full stop. */
  clause: string;
  place: Place;
}

export interface Component extends Item {
  purpose: string;
  responsibilities: string[];
  dependencies: string;
  interfaces: string;
  exposes: Exposure;
  consumes: Consumption[];
}
