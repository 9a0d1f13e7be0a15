import { subjectsOf } from "../content/stems.ts";
import type { Entity, Mention, Model } from "../types.ts";

/** Share of the words of a table's name and purpose that one statement must have to have asked for it. */
const ENOUGH = 0.4;

/** What a store holds for its own sake: nobody asks for it, and it is needed all the same. */
const INFRASTRUCTURE =
  /outbox|inbox|idempoten|migration|schema|version|lock|lease|audit|log|job|queue|session|token|cursor|offset|dead|archive|history|event|cache/i;

/**
 * Finds tables of the data design that go beyond what was asked: no input has the words of their names, no statement shares their words,
 * and no line of an output that cites a requirement speaks of them. Where most tables stand so, the inputs only use other words.
 */
export function unaskedTables(model: Model): Entity[] {
  const { entities, statements, contracts, mappings, mentions } = model;
  if (statements.length === 0 || entities.length < 2) return [];
  const inputs = subjectsOf(
    (["prd", "research", "contracts"] as const).map((kind) => model.documents[kind]?.markdown.prose ?? "").join("\n"),
  );
  const asked = [...statements.map(({ text }) => text), ...linesOf(model, mentions)].map(subjectsOf);
  const agreed = new Set(contracts.structures.map(({ name }) => name));
  const stored = new Set(mappings.filter(({ structure }) => agreed.has(structure)).flatMap((mapping) => mapping.entities));
  const unasked = entities.filter((entity) => {
    const name = [...subjectsOf(entity.name.replaceAll("_", " "))];
    if (INFRASTRUCTURE.test(entity.name) || stored.has(entity) || name.length === 0 || name.every((word) => inputs.has(word))) return false;
    const words = [...new Set([...name, ...subjectsOf(entity.purpose)])];
    return !asked.some(
      (own) => name.every((word) => own.has(word)) || words.filter((word) => own.has(word)).length >= Math.max(2, words.length * ENOUGH),
    );
  });
  return unasked.length * 2 <= entities.length ? unasked : [];
}

/** The lines that cite a requirement, each once, however many it cites. */
function linesOf({ documents }: Model, mentions: readonly Mention[]): string[] {
  return Object.values(documents).flatMap(({ file, markdown: { prose, lines } }) => {
    const citing = new Set(mentions.flatMap(({ place }) => (place.file === file ? [place.line] : [])));
    return Array.from(citing, (line) => lines.lineIn(prose, line));
  });
}
