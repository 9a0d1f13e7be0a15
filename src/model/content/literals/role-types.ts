import type { Place } from "../../types.ts";

/** Whom an interface lets in, where a statement lets in somebody else. */
export interface WrongRoleWords {
  /** The words of the interface. */
  found: string;
  place: Place;
  subject: string;
  expected: string;
  related: Place;
  /** The id of the statement, or the file. */
  source: string;
  ids: string[];
}
