import type { DocumentKind, Model } from "../../../src/core.ts";

/** A stretch of a document, and the same in other words. */
export type Rewording = readonly [kind: DocumentKind, from: string, to: string];

/** An edit after which a document says what it said before. */
export interface Harmless {
  label: string;
  kind: DocumentKind;
  text: string;
}

/** A way to write the same otherwise, wherever it fits. */
export interface HarmlessOperator {
  name: string;
  apply(model: Model): Iterable<Harmless>;
}
