import { formatKey, review } from "../../../src/core.ts";
import { readSubjects, type Subject } from "../run.ts";
import { seed } from "../seed.ts";
import { EXPORTS } from "./exports.ts";
import { HARMLESS } from "./operators.ts";
import { REFUNDS } from "./refunds.ts";
import { RESERVATIONS } from "./reservations.ts";
import type { Harmless, Rewording } from "./types.ts";

const REWORDED: Readonly<Record<string, readonly Rewording[]>> = {
  "E00-F01-order-refunds": REFUNDS,
  "E00-F02-ledger-export": EXPORTS,
  "E00-F03-stock-reservations": RESERVATIONS,
};

/** @returns all edits after which a feature says what it said before */
export function harmlessEdits({ feature, model }: Subject): Harmless[] {
  const reworded = (REWORDED[feature.key.feature] ?? []).map(([kind, from, to]) => {
    const text = model.documents[kind]?.markdown.text ?? "";
    if (!text.includes(from)) throw new Error(`${formatKey(feature.key)} does not say "${from}"`);
    return { label: `"${to.slice(0, 60)}"`, kind, text: text.replace(from, () => to) };
  });
  return [...HARMLESS.flatMap((operator) => [...operator.apply(model)]), ...reworded];
}

/** @returns what is found in a feature after an edit that changes nothing of what it says; each one is false */
export function findingsAfter({ workspace, feature, context }: Subject, { label, kind, text }: Harmless): string[] {
  const { findings } = review(seed(workspace, feature, { label, changes: { [kind]: text }, expected: [] }), context);
  return findings.map(({ check, message, place }) => `${check}/${message} at ${place.file}:${place.line}`);
}

/** Makes every harmless edit in every clean feature. */
export function evaluateHarmless(root = "."): { text: string; passed: boolean } {
  const { subjects } = readSubjects(root);
  const all = subjects.flatMap((subject) => harmlessEdits(subject).map((edit) => ({ subject, edit, found: findingsAfter(subject, edit) })));
  const flagged = all.filter(({ found }) => found.length > 0);
  const lines = flagged.map(({ subject, edit, found }) => `  ${subject.name}, ${edit.label}: ${found.slice(0, 3).join(", ")}`);
  const text = [...lines, `${all.length} harmless edits: ${flagged.length} with a finding (bar: 0)`].join("\n");
  return { text, passed: all.length >= 60 && flagged.length === 0 };
}
