import type { InterfaceKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Item, Value } from "./stated.ts";

/** An endpoint, function, command or event, with the parts that its kind requires. */
export interface Interface extends Item {
  kind: InterfaceKind;
  /** Of its failures those that are said once for all interfaces of the kind, by their labels. */
  added?: Readonly<Record<string, Value>>;
}

export interface ErrorCode {
  code: string;
  status: string;
  meaning: string;
  place: Place;
}

/** An error code as an interface names it. */
export interface ErrorUse {
  code: string;
  /** The interface that names it. */
  user: string;
  place: Place;
}
