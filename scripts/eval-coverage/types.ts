/**
 * Something that groundplan has: its kind and its name, for example `check line-count` or `template prd > Integrations`.
 * Behind a colon stand the words that serve the item there: `pattern retry: backoff; jitter`.
 */
export type Target = `${"pattern" | "check" | "template" | "step" | "command" | "tool" | "page"} ${string}`;

/** Something that the workflow's material asks for, and what serves it here. */
export type Item = readonly [name: string, ...by: [Target, ...Target[]]];

/** The items of one part of the material. */
export interface Subject {
  title: string;
  items: readonly Item[];
}

/** One document of the material, in the words of this project. */
export interface Source {
  title: string;
  about: string;
  subjects: readonly Subject[];
}
