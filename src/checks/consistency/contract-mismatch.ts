import type { InterfaceKind } from "../../config/config.ts";
import { type DataType, sameType } from "../../model/data-types.ts";
import { allAlignments, saysNothing } from "../../model/query.ts";
import type { DataField, DataStructure, Interface, Model } from "../../model/types.ts";
import { closest, hasWord, interfaceKey, nameKey } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

export default defineCheck({
  id: "contract-mismatch",
  category: "consistency",
  severity: "error",
  messages: {
    "missing-structure": {
      text: 'Expected the data structure "{name}", which the contracts agree on.',
      advice: "Add it to the data structures, or name the departure in Contract Alignment.",
    },
    "missing-field": {
      text: 'Expected the field "{field}" in {structure}, as the contracts have it.',
      advice: "Add the field, or name the departure `{structure}.{field}` in Contract Alignment.",
    },
    "misspelt-field": {
      text: 'Unexpected field "{found}" in {structure}, expected "{field}" as in the contracts.',
      advice: 'Did you mean "{field}"?',
    },
    "extra-field": {
      text: 'Unexpected field "{field}" in {structure}: the contracts do not have it.',
      advice: "Remove the field, or agree on it and name the departure `{structure}.{field}` in Contract Alignment.",
    },
    type: {
      text: "Unexpected type {found} of {structure}.{field}, expected {expected} as in the contracts.",
      advice: "Use the agreed type, or name the departure `{structure}.{field}` in Contract Alignment.",
    },
    required: {
      text: '{structure}.{field}: unexpected required "{found}", expected "{expected}" as in the contracts.',
      advice: "Follow the contracts, or name the departure `{structure}.{field}` in Contract Alignment.",
    },
    values: {
      text: "Unexpected values of {structure}.{field}: {found}, expected {expected} as in the contracts.",
      advice: "Use the agreed values, or name the departure `{structure}.{field}` in Contract Alignment.",
    },
    length: {
      text: "Unexpected length {found} of {structure}.{field}, expected {expected} as in the contracts.",
      advice: "Use the agreed length, or name the departure `{structure}.{field}` in Contract Alignment.",
    },
    "missing-interface": {
      text: 'Expected the interface "{name}", which the contracts agree on.',
      advice: "Specify it, or name the departure in Contract Alignment.",
    },
    "status-codes": {
      text: 'Expected the status {status} among the responses of "{name}", as in the contracts.',
      advice: "Add the response with its condition, or name the departure in Contract Alignment.",
    },
    body: {
      text: 'Expected {structure} in **{label}** of "{name}", as in the contracts.',
      advice: "Use the agreed data structure, or name the departure in Contract Alignment.",
    },
    "error-status": {
      text: "Unexpected status {found} of the error code {code}, expected {expected} as in the contracts.",
      advice: "Use the agreed status, or name the departure `{code}` in Contract Alignment.",
    },
  },
  *run(model) {
    if (!model.documents["backend-design"] || !model.documents.contracts) return;
    const departs = departures(model);
    for (const report of compare(model)) {
      const { structure, field, name, code } = report.arguments ?? {};
      const subjects = structure === undefined || report.message === "body" ? [name ?? code] : [`${structure}.${field}`, structure];
      if (!subjects.some((subject) => departs.has(nameKey(String(subject))))) yield report;
    }
  },
});

/** The family of facts that holds the interfaces of each kind. */
const FACTS: Record<InterfaceKind, string> = { api: "endpoints", library: "functions", cli: "commands", service: "events" };

type MessageId =
  | "missing-structure"
  | "missing-field"
  | "misspelt-field"
  | "extra-field"
  | "type"
  | "required"
  | "values"
  | "length"
  | "missing-interface"
  | "status-codes"
  | "body"
  | "error-status";

/** What Contract Alignment names in inline code, in a sentence that speaks of a departure. */
function departures(model: Model): Set<string> {
  const design = model.documents["backend-design"];
  const aligned = design ? allAlignments(design).filter(({ template }) => template.facts === "contract-alignment") : [];
  const statements = aligned
    .flatMap(({ sections }) => sections)
    .flatMap(({ paragraphs, lists, tables }) => [
      ...paragraphs,
      ...lists.flatMap(({ items }) => items),
      ...tables.flatMap(({ rows }) => rows.flat()),
    ]);
  const names = statements
    .filter(({ text }) =>
      /\b(?:depart|differ|deviat|chang|renam|drop|add|omit|left out|instead|extend|new|remov|replac|not part)/i.test(text),
    )
    .flatMap(({ codes }) => codes);
  return new Set(names.map(nameKey));
}

function* compare({ contracts, backend, documents }: Model): Generator<Report<MessageId>> {
  const top = documents["backend-design"];
  if (!top) return;
  const section = (facts: string) => {
    const found = allAlignments(top).find(({ template }) => template.facts === facts)?.sections[0];
    return found ? top.place(found.heading) : { file: top.file, line: 1, column: 1 };
  };
  const alignments = allAlignments(top);
  const asked = new Set(alignments.map(({ template }) => template.facts));
  // Where a required section is missing or holds nothing, that is the one thing to say.
  const required = new Set(alignments.flatMap((alignment) => (alignment.required ? [alignment.template.facts] : [])));
  const isBare = (facts: string, own: readonly unknown[]) => own.length === 0 && required.has(facts);
  for (const agreed of asked.has("structures") && !isBare("structures", backend.structures) ? contracts.structures : []) {
    const own = backend.structures.find(({ name }) => nameKey(name) === nameKey(agreed.name));
    if (own) yield* compareFields(agreed, own);
    else
      yield {
        message: "missing-structure",
        place: section("structures"),
        related: agreed.place,
        arguments: { name: agreed.name },
      };
  }
  const ofKind = (kind: InterfaceKind) => backend.interfaces.filter((own) => own.kind === kind);
  for (const agreed of contracts.interfaces.filter(({ kind }) => asked.has(FACTS[kind]) && !isBare(FACTS[kind], ofKind(kind)))) {
    const own = backend.interfaces.find(({ name }) => interfaceKey(name) === interfaceKey(agreed.name));
    if (own) {
      yield* compareStatuses(agreed, own);
      yield* compareBodies(agreed, own, contracts.structures);
    } else
      yield { message: "missing-interface", place: section(FACTS[agreed.kind]), related: agreed.place, arguments: { name: agreed.name } };
  }
  for (const agreed of contracts.errors) {
    const own = backend.errors.find(({ code }) => code === agreed.code);
    const [found, expected] = [/\b\d{3}\b/.exec(own?.status ?? "")?.[0], /\b\d{3}\b/.exec(agreed.status)?.[0]];
    if (own && found && expected && found !== expected)
      yield { message: "error-status", place: own.place, related: agreed.place, arguments: { code: own.code, found, expected } };
  }
}

function* compareFields(agreed: DataStructure, own: DataStructure): Generator<Report<MessageId>> {
  // Of a structure without any field another check tells.
  if (own.fields.length === 0) return;
  const structure = own.name;
  const extra = own.fields.filter(({ name }) => !agreed.fields.some((field) => nameKey(field.name) === nameKey(name)));
  for (const field of agreed.fields) {
    const found = own.fields.find(({ name }) => nameKey(name) === nameKey(field.name));
    if (found) {
      yield* compareField(structure, field, found);
      continue;
    }
    const suggestion = closest(
      field.name,
      extra.map(({ name }) => name),
    );
    const misspelt = extra.findIndex(({ name }) => name === suggestion);
    const [other] = misspelt === -1 ? [] : extra.splice(misspelt, 1);
    if (other)
      yield {
        message: "misspelt-field",
        place: other.place,
        related: field.place,
        arguments: { structure, field: field.name, found: other.name },
      };
    else yield { message: "missing-field", place: own.place, related: field.place, arguments: { structure, field: field.name } };
  }
  for (const { name, place } of extra)
    yield { message: "extra-field", place, related: agreed.place, arguments: { structure, field: name } };
}

function* compareField(structure: string, agreed: DataField, own: DataField): Generator<Report<MessageId>> {
  const about = { structure, field: own.name };
  const [a, b] = [agreed.dataType, own.dataType];
  // A name that was merely misspelt is told by undefined-type.
  if (isMisspelling(a, b)) return;
  if (!sameType(a, b) && nameKey(agreed.type) !== nameKey(own.type))
    yield {
      message: "type",
      place: own.typePlace,
      related: agreed.typePlace,
      arguments: { ...about, found: own.type, expected: agreed.type },
    };
  else if (a.family === "enum" && b.family === "enum" && !sameValues(a.values, b.values))
    yield {
      message: "values",
      place: own.typePlace,
      related: agreed.typePlace,
      arguments: { ...about, found: b.values.join(", "), expected: a.values.join(", ") },
    };
  else if (a.length && b.length && a.length !== b.length)
    yield {
      message: "length",
      place: own.typePlace,
      related: agreed.typePlace,
      arguments: { ...about, found: b.length, expected: a.length },
    };
  if (agreed.mandatory !== undefined && own.mandatory !== undefined && agreed.mandatory !== own.mandatory)
    yield {
      message: "required",
      place: own.place,
      related: agreed.place,
      arguments: { ...about, found: own.required, expected: agreed.required },
    };
}

function isMisspelling(agreed: DataType, own: DataType): boolean {
  if (agreed.items && own.items) return isMisspelling(agreed.items, own.items);
  const [a, b] = [agreed.name ?? "", own.name ?? ""];
  return a !== "" && b !== "" && nameKey(a) !== nameKey(b) && closest(b, [a]) !== undefined;
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  const keys = (values: readonly string[]) => [...new Set(values.map(nameKey))].sort().join(" ");
  return a.length === 0 || b.length === 0 || keys(a) === keys(b);
}

/** The parts of an interface that name what it takes and gives. */
const BODIES = ["Request body", "Response", "Payload", "Returns"];

function* compareBodies(agreed: Interface, own: Interface, structures: readonly DataStructure[]): Generator<Report<MessageId>> {
  for (const label of BODIES) {
    const [a, b] = [agreed.values[label]?.text ?? "", own.values[label]];
    // A hole in braces is told as one.
    if (!b || saysNothing(b.text) || /^\{.*\}$/.test(b.text)) continue;
    const words = new Set(b.text.split(/[^\p{L}\p{N}_-]+/u).map(nameKey));
    for (const { name } of structures) {
      const asked = hasWord(a, name);
      // A name that was merely misspelt is told by undefined-type.
      if (!asked || words.has(nameKey(name)) || closest(name, [...words]) !== undefined) continue;
      yield {
        message: "body",
        place: b.place,
        related: agreed.values[label]?.place,
        arguments: { name: own.name, label, structure: name },
      };
    }
  }
}

function* compareStatuses(agreed: Interface, own: Interface): Generator<Report<MessageId>> {
  // Of a part that is missing another check tells.
  const parts = ["Response", "Error responses"].filter((part) => !saysNothing(own.values[part]?.text) || own.values[part]?.items.length);
  const statuses = ({ values }: Interface, among: readonly string[]) =>
    new Set(among.flatMap((part) => (values[part]?.text ?? "").match(/(?<![\d.-])[1-5]\d\d(?![\d.-])/g) ?? []));
  const found = statuses(own, parts);
  if (found.size === 0) return;
  for (const status of statuses(agreed, parts)) {
    if (!found.has(status))
      yield { message: "status-codes", place: own.place, related: agreed.place, arguments: { name: own.name, status } };
  }
}
