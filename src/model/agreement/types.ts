import type { Arguments, Place } from "../../findings/finding.ts";

/** One way in which what is specified departs from what was agreed. */
export type DifferenceKind =
  | "missing-structure"
  | "structure-letters"
  | "missing-field"
  | "misspelt-field"
  | "field-letters"
  | "extra-field"
  | "type"
  | "required"
  | "nullable"
  | "values"
  | "limit"
  | "precision"
  | "missing-interface"
  | "interface-letters"
  | "path-parameter"
  | "missing-parameter"
  | "parameter-letters"
  | "parameter-limit"
  | "status-codes"
  | "error-codes"
  | "body"
  | "missing-error"
  | "error-status"
  | "error-letters";

/** A difference with both of its places. */
export interface Difference {
  kind: DifferenceKind;
  /** Where it is specified. */
  place: Place;
  /** Where it was agreed. */
  related?: Place;
  arguments: Arguments;
  /** The names under which a departure from the agreement may be stated: `Refund.note`, then `Refund`. */
  subjects: string[];
}
