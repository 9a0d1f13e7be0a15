import type { InterfaceKind } from "../../config/config.ts";
import { interfaceKey, nameKey } from "../../text/names.ts";
import { namesOfDepartures } from "../departures/settles.ts";
import { INTERFACE_FACTS } from "../interfaces/interfaces.ts";
import { allAlignments } from "../query.ts";
import type { AlignedDocument, Interface, Model } from "../types.ts";
import { readDepartures } from "./departures.ts";
import { compareErrors } from "./errors.ts";
import { compareFields } from "./fields.ts";
import { compareInterfaces } from "./interfaces.ts";
import { spelledOtherwise } from "./letters.ts";
import { textOf } from "./parameters.ts";
import type { Difference } from "./types.ts";

/** @returns how the backend design departs from the contracts, without what Contract Alignment or Departures name as a departure. */
export function* differencesFromContracts(model: Model): Generator<Difference> {
  const design = model.documents["backend-design"];
  const { structures, interfaces, errors } = model.contracts;
  if (!design || structures.length + interfaces.length + errors.length === 0) return;
  const stated = new Set([...readDepartures(design), ...namesOfDepartures(model)]);
  for (const difference of compare(model, design))
    if (!difference.subjects.some((subject) => stated.has(nameKey(subject)))) yield difference;
}

function* compare({ contracts, backend }: Model, design: AlignedDocument): Generator<Difference> {
  const alignments = allAlignments(design);
  const asked = new Set(alignments.map(({ template }) => template.facts));
  // Where a required section is missing or holds nothing, that is the one thing to say.
  const required = new Set(alignments.flatMap((alignment) => (alignment.required ? [alignment.template.facts] : [])));
  const isCompared = (facts: string, own: readonly unknown[]) => asked.has(facts) && !(own.length === 0 && required.has(facts));
  const sectionOf = (facts: string) => {
    const found = alignments.find(({ template }) => template.facts === facts)?.sections[0];
    return found ? design.place(found.heading) : { file: design.file, line: 1, column: 1 };
  };
  for (const agreed of isCompared("structures", backend.structures) ? contracts.structures : []) {
    const { name, place: related } = agreed;
    const own = backend.structures.find((structure) => nameKey(structure.name) === nameKey(name));
    if (!own) {
      yield { kind: "missing-structure", place: sectionOf("structures"), related, subjects: [name], arguments: { name } };
      continue;
    }
    if (spelledOtherwise(name, own.name))
      yield { kind: "structure-letters", place: own.place, related, subjects: [own.name], arguments: { name, found: own.name } };
    yield* compareFields(agreed, own);
  }
  const codes = [...contracts.errors, ...backend.errors].map(({ code }) => code);
  const ofKind = (kind: InterfaceKind) => backend.interfaces.filter((own) => own.kind === kind);
  for (const agreed of contracts.interfaces.filter(({ kind }) => isCompared(INTERFACE_FACTS[kind], ofKind(kind)))) {
    const { name, kind, place: related } = agreed;
    const own = counterpart(agreed, backend.interfaces);
    if (own) yield* compareInterfaces(agreed, own, contracts.structures, codes);
    else yield { kind: "missing-interface", place: sectionOf(INTERFACE_FACTS[kind]), related, subjects: [name], arguments: { name } };
  }
  const [agreed, own] = [contracts, backend].map(({ interfaces }) => interfaces.map(textOf).join("\n")) as [string, string];
  yield* compareErrors(contracts.errors, backend.errors, { agreed, own }, sectionOf("errors"));
}

function counterpart({ name }: Interface, among: readonly Interface[]): Interface | undefined {
  return among.find((own) => interfaceKey(own.name) === interfaceKey(name));
}
