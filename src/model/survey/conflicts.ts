import { hasWord, nameKey } from "../../text/names.ts";
import type { AlignedDocument, Model } from "../types.ts";
import { codeIndex } from "./code-index.ts";
import { idConflicts, memberConflicts, pagingConflicts } from "./said-of-fields.ts";
import { commandConflicts, nameConflicts, routeConflicts } from "./said-of-interfaces.ts";
import { conventionConflicts, emptinessConflicts, productConflicts, versionConflicts } from "./said-of-stack.ts";
import { wayConflicts } from "./said-of-ways.ts";
import { claimingSentences } from "./sentences.ts";
import { speaksOfCode } from "./speaks-of-code.ts";
import type { CodeConflict } from "./types.ts";

const INPUTS = ["prd", "research", "contracts", "data-design"] as const;
const OF_SENTENCES = [
  idConflicts,
  memberConflicts,
  pagingConflicts,
  routeConflicts,
  commandConflicts,
  nameConflicts,
  productConflicts,
  wayConflicts,
];
const OF_REPORTS = [emptinessConflicts, versionConflicts, conventionConflicts];

const known = new WeakMap<Model, CodeConflict[]>();

/**
 * Holds what the inputs say of the code against the code: what they say is there, and what it is like. What they ask to be built is no
 * such saying, and where they name nothing of this code they speak of another one.
 *
 * @returns what the code has otherwise or not at all, in the order of the documents; nothing without a survey
 */
export function codeConflicts(model: Model): readonly CodeConflict[] {
  const found = known.get(model) ?? findConflicts(model);
  known.set(model, found);
  return found;
}

function findConflicts(model: Model): CodeConflict[] {
  if (!model.survey) return [];
  const index = codeIndex(model.survey);
  if (!speaksOfCode(model, index)) return [];
  const inputs = INPUTS.flatMap((kind): AlignedDocument[] => (model.documents[kind] ? [model.documents[kind]] : []));
  const empty = emptinessConflicts(model, index).length > 0;
  // Of a report that knows of no code, that is the one thing to say.
  const read = inputs.filter(({ kind }) => kind !== "research" || !empty);
  const said = read.flatMap(claimingSentences).flatMap((sentence) => OF_SENTENCES.flatMap((conflicts) => conflicts(sentence, index)));
  const reported = (empty ? [emptinessConflicts] : OF_REPORTS).flatMap((conflicts) => conflicts(model, index));
  return onceEach([...reported, ...said]).sort(
    (a, b) => INPUTS.indexOf(kindOf(a, inputs)) - INPUTS.indexOf(kindOf(b, inputs)) || a.place.line - b.place.line,
  );
}

function kindOf({ place }: CodeConflict, inputs: readonly AlignedDocument[]): (typeof INPUTS)[number] {
  return (inputs.find(({ file }) => file === place.file)?.kind ?? "prd") as (typeof INPUTS)[number];
}

/** A document may say the same in ten places: the first one is told. */
function onceEach(found: readonly CodeConflict[]): CodeConflict[] {
  const told = new Set<string>();
  return found.filter(({ what, said, place }) => {
    const key = `${place.file} ${what} ${nameKey(said)}`;
    return !told.has(key) && told.add(key);
  });
}

/** Whether a departure settles that an input and the code differ: it names what they differ in, and gives a reason. */
export function settlesConflict({ departures }: Model, { names }: CodeConflict): boolean {
  return departures.some(({ reason, text }) => reason !== "" && names.some((name) => hasWord(text, name)));
}
