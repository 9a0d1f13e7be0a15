import type { DocumentKind, Model } from "../../src/core.ts";

/** What becomes of a document: another text, other bytes, or nothing at all. */
export type Change = string | Uint8Array | null;

/** Where the check has to report: one line, or any line of a range where the defect has more than one place. */
export interface Expected {
  /** `openapi` is the file of that name that a mutant puts beside the documents. */
  kind: DocumentKind | "openapi";
  line: number;
  endLine?: number;
}

/** A clean feature with one defect seeded into it. */
export interface Mutant {
  label: string;
  changes: Partial<Record<DocumentKind, Change>>;
  /** The text of an `openapi.yaml` that stands beside the documents. */
  openapi?: string;
  /** Each of these places must be reported by the check that the defect is meant for. */
  expected: Expected[];
}

/** A way in which authors and models spoil a document. */
export interface Operator {
  name: string;
  /** The check that is meant for the defect. */
  check: string;
  /**
   * What else is true of the defect: checks, or one message of a check as `check/message`; the check's own id, where it
   * may report more than the expected places. What follows from every defect of a check stands in `consequences.ts`.
   */
  alsoExpected: readonly string[];
  /** Seeds the defect wherever it fits. */
  apply(model: Model): Iterable<Mutant>;
}

/**
 * Declares the operators of a check.
 *
 * @param check the check's id, which is also the name of the file
 */
export function defineOperators(
  check: string,
  operators: readonly (Omit<Operator, "check" | "alsoExpected"> & { alsoExpected?: readonly string[] })[],
): Operator[] {
  return operators.map((operator) => ({ alsoExpected: [], ...operator, check }));
}
