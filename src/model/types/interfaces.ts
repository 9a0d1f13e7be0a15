import type { InterfaceKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Item } from "./stated.ts";

/** An endpoint, function, command or event, with the parts that its kind requires. */
export interface Interface extends Item {
  kind: InterfaceKind;
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
