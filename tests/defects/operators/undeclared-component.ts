import type { Model } from "../../../src/core.ts";
import type { Diagram } from "../../../src/model/types.ts";
import { componentRows, renameIn, sequenceDiagrams, sourceOf, systemDiagrams } from "../components.ts";
import { expectAt, HERE, insert, mutant, removeLines } from "../edit.ts";
import { misspellLongest, stretch } from "../places.ts";
import { columnOf, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Renames a component in the system diagram alone: the new name is unknown, and the component is drawn no more. */
function* renameNode(model: Model, rename: (name: string) => string): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model))
    for (const { name, place } of model.architecture.components) {
      const node = diagram.nodes.find((candidate) => candidate.name === name);
      if (!architecture || !node) continue;
      yield mutant(`"${rename(name)}" drawn for "${name}"`, [
        architecture,
        ...renameIn(architecture, diagram, name, rename(name)),
        expectAt(stretch(architecture, node.place).start),
        expectAt(stretch(architecture, place).start),
      ]);
    }
}

/** @returns the offset behind the line of the first component that a diagram draws. */
function behindFirst(model: Model, diagram: Diagram): number | undefined {
  const { architecture } = model.documents;
  const first = diagram.nodes.find(({ name }) => model.architecture.components.some((component) => component.name === name));
  if (!architecture || !first) return undefined;
  return architecture.markdown.text.indexOf("\n", stretch(architecture, first.place).start) + 1;
}

function* addNode(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model)) {
    const at = behindFirst(model, diagram);
    if (!architecture || at === undefined) continue;
    for (const name of ["Fraud Scorer", "Session Keeper", "ThumbnailRenderer", "billing-bridge", "Zebra Service v2"])
      yield mutant(`"${name}" is drawn`, [architecture, insert(at, `${HERE}    extra["${name}"]\n`)]);
  }
}

/** The lines that draw a component are lost, with its arrows. */
function* dropNode(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model)) {
    if (!architecture) continue;
    const { start, text } = sourceOf(architecture, diagram);
    for (const { name, place } of model.architecture.components) {
      const id = new RegExp(`^ *(\\w+)\\["${name}"\\]$`, "m").exec(text)?.[1];
      if (!id || text.includes(" & ")) continue;
      const lines = [...text.matchAll(new RegExp(`^.*(?<!\\w)${id}(?!\\w).*$`, "gm"))].filter(
        ([line]) => line.includes(`${id}[`) || line.includes("--"),
      );
      yield mutant(`"${name}" is not drawn`, [
        architecture,
        ...lines.map(({ 0: line, index }) =>
          removeLines(architecture.markdown, { start: start + index, end: start + index + line.length }),
        ),
        expectAt(stretch(architecture, place).start),
      ]);
    }
  }
}

/** Another name in one flow. */
function* renameParticipant(model: Model, rename: (name: string) => string): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of sequenceDiagrams(model))
    for (const { name, place } of diagram.nodes) {
      if (!architecture || !model.architecture.components.some((component) => component.name === name)) continue;
      yield mutant(`"${rename(name)}" for "${name}" in "${diagram.section}"`, [
        architecture,
        ...renameIn(architecture, diagram, name, rename(name)),
        expectAt(stretch(architecture, place).start),
      ]);
    }
}

function* addParticipant(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of sequenceDiagrams(model))
    for (const name of ["Ledger Writer", "FraudScorer", "audit-trail"]) {
      if (!architecture) continue;
      const { end } = sourceOf(architecture, diagram);
      yield mutant(`"${name}" in "${diagram.section}"`, [architecture, insert(end - 3, `${HERE}  participant extra as ${name}\n`)]);
    }
}

function* spoilDependencies(model: Model, spoil: (value: string, component: string) => string | undefined): Generator<Mutant> {
  for (const { component, row } of componentRows(model)) {
    const changed = spoil(component.values.Dependencies?.source ?? "", component.name);
    if (changed === undefined) continue;
    yield mutant(`"${changed}" as dependencies of ${component.name}`, [
      row.document,
      setCell(row, columnOf(row.table, "Dependencies"), changed),
    ]);
  }
}

function* renameDependency(model: Model): Generator<Mutant> {
  const names = model.architecture.components.map(({ name }) => name);
  for (const other of ["Fraud Scoring Service", "LedgerGateway"])
    yield* spoilDependencies(model, (value) => {
      const name = names.find((candidate) => value.includes(candidate));
      return name === undefined ? undefined : value.replace(name, other);
    });
}

function* addDependency(model: Model): Generator<Mutant> {
  for (const other of ["Fraud Scoring Service", "Session Cache", "LedgerGateway"])
    yield* spoilDependencies(model, (value) => (/^none/.test(value) ? other : `${value}, ${other}`));
}

// A flow that calls a component by another name no longer tells what the component is for.
const UNNAMED = ["unmotivated-component"];

export default defineOperators("undeclared-component", [
  { name: "rename-node", apply: (model) => renameNode(model, () => "Zebra Runner") },
  { name: "misspell-node", apply: (model) => renameNode(model, misspellLongest) },
  { name: "add-node", apply: addNode, alsoExpected: ["line-count", "unreachable-node"] },
  { name: "drop-node", apply: dropNode, alsoExpected: ["line-count", "unreachable-node"] },
  { name: "rename-participant", apply: (model) => renameParticipant(model, () => "Zebra Runner"), alsoExpected: UNNAMED },
  { name: "misspell-participant", apply: (model) => renameParticipant(model, misspellLongest), alsoExpected: UNNAMED },
  { name: "add-participant", apply: addParticipant, alsoExpected: ["line-count"] },
  { name: "rename-dependency", apply: renameDependency },
  { name: "add-dependency", apply: addDependency },
]);
