import { nameKey } from "../../text/names.ts";
import type { Model } from "../types.ts";
import { codeIndex, namesIn } from "./code-index.ts";
import { speaksOfCode } from "./speaks-of-code.ts";

/** What the code has already: a design need not define it again. */
export interface Existing {
  /** Types and tables, in the code's own spelling. */
  types: readonly string[];
  /** Packages, frameworks and images. */
  technologies: readonly string[];
  /** @returns how the code spells what has this key: a type, a field, a table, a column, a class or a function */
  spelling(key: string): string | undefined;
  /** @returns whether the code has exactly this name */
  has(name: string): boolean;
}

const NOTHING: Existing = { types: [], technologies: [], spelling: () => undefined, has: () => false };

const known = new WeakMap<Model, Existing>();

/** @returns what the code has that the inputs speak of; nothing without a survey, and where they speak of another system */
export function existingIn(model: Model): Existing {
  const existing = known.get(model) ?? readExisting(model);
  known.set(model, existing);
  return existing;
}

function readExisting(model: Model): Existing {
  const { survey } = model;
  if (!survey || !speaksOfCode(model, codeIndex(survey))) return NOTHING;
  const types = [...survey.types.map(({ name }) => name), ...survey.tables.map(({ name }) => name)];
  const declared = namesIn(survey);
  // Of one key with several spellings, the commonest kind of name counts: types before fields before functions.
  const spellings = new Map(declared.map((name) => [nameKey(name), name]));
  const names = new Set(declared);
  return {
    types,
    technologies: [
      ...survey.frameworks.map(({ name }) => name),
      ...survey.dependencies.map(({ name }) => name),
      ...survey.settings.filter(({ kind }) => kind === "compose" || kind === "container").map(({ name }) => name),
      ...survey.languages.map(({ name }) => name),
    ],
    spelling: (key) => spellings.get(key),
    has: (name) => names.has(name),
  };
}
