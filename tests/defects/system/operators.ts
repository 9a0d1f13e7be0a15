import type { Component, DataField } from "../../../src/model/types.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { addRow, rowAt } from "../rows.ts";
import type { Subject } from "../run.ts";
import type { Mutant } from "../types.ts";

/** A way in which a feature comes to contradict the others. */
export interface SystemOperator {
  check: string;
  name: string;
  alsoExpected?: readonly string[];
  /** Seeds the defect into a feature, wherever it fits beside the others. */
  apply(subject: Subject, others: readonly Subject[]): Iterable<Mutant>;
}

/** A row of the component table that bears the name of another feature's component. */
function* borrow({ model }: Subject, others: readonly Subject[], owner: (other: Subject) => string | undefined, purpose?: string) {
  const { architecture } = model.documents;
  const last = model.architecture.components.at(-1);
  const row = last && rowAt(architecture, last.place);
  if (!architecture || !row) return;
  for (const other of others)
    for (const { name, values } of other.model.architecture.components.slice(0, 3)) {
      const now = owner(other);
      const at = architecture.markdown.text.indexOf("owner: ");
      const line = architecture.markdown.text.slice(at).split("\n")[0] ?? "";
      const edits = now === undefined ? [] : [replace({ start: at, end: at + line.length }, `owner: ${now}`)];
      const texts = Object.fromEntries(Object.entries(values).map(([label, { text }]) => [label, text]));
      const words =
        purpose === undefined ? texts : { ...texts, Purpose: purpose, Responsibilities: purpose, Dependencies: "none", Interfaces: "none" };
      yield mutant(`${name} of ${other.name}`, [architecture, ...edits, addRow(row, { ...words, "": HERE + name })]);
    }
}

function ownerOf({ model }: Subject): string {
  return String(model.documents.architecture?.markdown.frontMatter.data.owner);
}

/** An external system that is another feature's component, or a service of our own there. */
function* externalise({ model }: Subject, others: readonly Subject[], names: (other: Subject) => string[]) {
  const row = rowAt(
    model.documents.architecture,
    model.architecture.externalIntegrations.at(-1)?.place ?? { file: "", line: 0, column: 1 },
  );
  if (!row) return;
  for (const other of others)
    for (const name of names(other))
      yield mutant(`${name} of ${other.name}`, [
        row.document,
        addRow(row, {
          "": HERE + name,
          Interface: "REST",
          Purpose: "Answers what is asked of it",
          Fallback: "The last answer is used for an hour",
        }),
      ]);
}

/** A component takes an event that nobody sends. */
function* consume({ model }: Subject, words: string) {
  const { architecture } = model.documents;
  for (const component of model.architecture.components.slice(0, 4)) {
    const end = interfacesEnd(component, model);
    if (architecture && end !== undefined) yield mutant(`by ${component.name}`, [architecture, insert(end, `${HERE}; ${words}`)]);
  }
}

function interfacesEnd({ place }: Component, { documents }: Subject["model"]): number | undefined {
  const row = rowAt(documents.architecture, place);
  return row?.table.rows[row.line - 2]?.at(-1)?.span.end;
}

function* misspellConsumed({ model }: Subject) {
  const { architecture } = model.documents;
  for (const { consumes, place } of model.architecture.components)
    for (const { name } of consumes) {
      const start = architecture?.markdown.text.indexOf(`\`${name}\``, lineStart(architecture.markdown.text, place.line)) ?? -1;
      if (!architecture || start === -1 || !/^[a-z]+\.[a-z]+$/.test(name)) continue;
      const end = start + name.length;
      yield mutant(name, [architecture, replace({ start: end, end }, `${HERE}z`)]);
    }
}

function lineStart(text: string, line: number): number {
  return text.split("\n", line - 1).reduce((sum, { length }) => sum + length + 1, 0);
}

/** A structure of another feature is defined once more, with a field of another type. */
function* redefine({ model }: Subject, others: readonly Subject[], other: (field: DataField) => string | undefined) {
  const design = model.documents["backend-design"];
  const last = model.backend.structures.at(-1)?.fields.at(-1);
  const row = last && rowAt(design, last.place);
  if (!design || !row) return;
  for (const { name, model: theirs } of others)
    for (const structure of theirs.backend.structures) {
      const known = model.backend.structures.some((own) => own.name === structure.name);
      const field = structure.fields.find((each) => other(each) !== undefined);
      const type = field && other(field);
      if (known || !field || type === undefined) continue;
      const texts = { Structure: `\`${structure.name}\``, Field: `\`${field.name}\``, Type: type, Required: "yes", Validation: "as there" };
      yield mutant(`${structure.name} of ${name}`, [
        design,
        addRow(row, { ...texts, "": HERE + texts.Structure, Structure: HERE + texts.Structure, Description: "The same once more" }),
      ]);
    }
}

/** An interface of another feature is specified once more. */
function* claim({ model }: Subject, others: readonly Subject[], kind: "api" | "library" | "cli", spell: (name: string) => string) {
  const design = model.documents["backend-design"];
  const at = design?.markdown.allSections.find(({ title }) => title === "Error Handling")?.span.start;
  const title = { api: "API Endpoints", library: "Library Interfaces", cli: "CLI Commands" }[kind];
  if (!design || at === undefined || design.markdown.allSections.some((section) => section.title === title)) return;
  for (const other of others)
    for (const { name } of other.model.backend.interfaces.filter((one) => one.kind === kind).slice(0, 4))
      yield mutant(`${name} of ${other.name}`, [
        design,
        insert(at, `### ${title}\n\n#### ${HERE}${spell(name)}\n\n- **Purpose**: The same once more.\n\n`),
      ]);
}

/** A code of another feature gets another status or meaning. */
function* recode({ model }: Subject, others: readonly Subject[], status: (status: string) => string | undefined, meaning?: string) {
  const row = rowAt(model.documents["backend-design"], model.backend.errors.at(-1)?.place ?? { file: "", line: 0, column: 1 });
  if (!row) return;
  for (const other of others)
    for (const error of other.model.backend.errors.filter(({ code }) => /^[A-Z_]{6,}$/.test(code)).slice(0, 5)) {
      const now = status(error.status);
      if (now === undefined || model.backend.errors.some(({ code }) => code === error.code)) continue;
      yield mutant(`${error.code} of ${other.name}`, [
        row.document,
        addRow(row, { Code: `${HERE}\`${error.code}\``, Status: now, Meaning: meaning ?? error.meaning }),
      ]);
    }
}

/** The stack names a technology of another feature in another version, or a rival of it. */
function* drift({ model }: Subject, others: readonly Subject[], technology: (stack: string, own: string) => string[], owner = false) {
  const { architecture } = model.documents;
  const row = rowAt(architecture, model.architecture.stack.at(-1)?.place ?? { file: "", line: 0, column: 1 });
  if (!architecture || !row) return;
  const own = model.architecture.stack.map(({ cells }) => cells.Technology?.text ?? "").join(", ");
  for (const other of others) {
    const stack = other.model.architecture.stack.map(({ cells }) => cells.Technology?.text ?? "").join(", ");
    const at = architecture.markdown.text.indexOf("owner: ");
    const line = architecture.markdown.text.slice(at).split("\n")[0] ?? "";
    const edits = owner ? [replace({ start: at, end: at + line.length }, `owner: ${ownerOf(other)}`)] : [];
    for (const named of technology(stack, own).filter((one) => !own.includes(one.split(" ")[0] ?? "")))
      yield mutant(`${named} beside ${other.name}`, [
        architecture,
        ...edits,
        addRow(row, { Layer: `${HERE}Further`, Technology: named, Justification: "It was there" }),
      ]);
  }
}

const versioned = (stack: string, change: (major: number) => number) =>
  [...stack.matchAll(/\b(PostgreSQL|RabbitMQ|Kafka|Java|Python|Go|Spring Boot|TypeScript) (\d+)/g)].map(
    ([, product, version]) => `${product} ${change(Number(version))}`,
  );
const RIVALS: readonly [RegExp, string][] = [
  [/PostgreSQL/, "MySQL 8"],
  [/RabbitMQ/, "NATS 2.10"],
  [/Kafka/, "RabbitMQ 3.13"],
];

/** Every operator of the checks across features. */
export const SYSTEM_OPERATORS: readonly SystemOperator[] = [
  { check: "contradictory-component", name: "another-owner", apply: (subject, others) => borrow(subject, others, () => undefined) },
  {
    check: "contradictory-component",
    name: "another-purpose",
    apply: (subject, others) => borrow(subject, others, ownerOf, "Bakes bread for hungry guests"),
    // What belonged to two owners is one owner's now.
    alsoExpected: ["technology-drift"],
  },
  {
    check: "contradictory-component",
    name: "component-outside",
    apply: (subject, others) =>
      externalise(subject, others, ({ model }) => model.architecture.components.slice(0, 4).map(({ name }) => name)),
  },
  {
    check: "contradictory-component",
    name: "service-outside",
    apply: (subject, others) =>
      externalise(subject, others, ({ model }) =>
        model.architecture.internalIntegrations.map(({ cells }) => cells.Service?.text ?? "").filter((name) => !name.includes("`")),
      ),
  },
  { check: "unemitted-event", name: "consume-unknown", apply: (subject) => consume(subject, "consumes the event `parcel.lost`") },
  { check: "unemitted-event", name: "subscribe-unknown", apply: (subject) => consume(subject, "subscribes to `returns.parcel-accepted`") },
  { check: "unemitted-event", name: "misspell-consumed", apply: misspellConsumed },
  { check: "duplicate-endpoint", name: "same-endpoint", apply: (subject, others) => claim(subject, others, "api", (name) => name) },
  {
    check: "duplicate-endpoint",
    name: "other-parameter-names",
    apply: (subject, others) => claim(subject, others, "api", (name) => `${name.replace(/\{\w+\}/g, ":key")}/`),
  },
  { check: "duplicate-endpoint", name: "same-command", apply: (subject, others) => claim(subject, others, "cli", (name) => `\`${name}\``) },
  { check: "duplicate-endpoint", name: "same-function", apply: (subject, others) => claim(subject, others, "library", (name) => name) },
  {
    check: "conflicting-error-code",
    name: "other-status",
    apply: (subject, others) => recode(subject, others, (status) => (/^\d{3}$/.test(status) ? "418" : undefined)),
  },
  {
    check: "conflicting-error-code",
    name: "other-meaning",
    apply: (subject, others) => recode(subject, others, (status) => status, "Printer has run out of paper"),
  },
  {
    check: "conflicting-error-code",
    name: "other-status-and-meaning",
    apply: (subject, others) => recode(subject, others, () => "418", "Printer has run out of paper"),
  },
  {
    check: "conflicting-field",
    name: "other-type",
    apply: (subject, others) =>
      redefine(subject, others, ({ type }) => (/^(?:integer|timestamp|boolean|uuid)$/.test(type) ? "bytes" : undefined)),
  },
  {
    check: "conflicting-field",
    name: "other-values",
    apply: (subject, others) =>
      redefine(subject, others, ({ type }) => (type.startsWith("enum:") ? type.replace(/, [\w-]+$/, ", set_aside") : undefined)),
  },
  {
    check: "conflicting-field",
    name: "fewer-values",
    apply: (subject, others) =>
      redefine(subject, others, ({ type }) => (/^enum:.*,.*,/.test(type) ? type.replace(/, [\w-]+$/, "") : undefined)),
  },
  {
    check: "technology-drift",
    name: "newer",
    apply: (subject, others) => drift(subject, others, (stack) => versioned(stack, (major) => major + 1)),
  },
  {
    check: "technology-drift",
    name: "older",
    apply: (subject, others) => drift(subject, others, (stack) => versioned(stack, (major) => major - 1)),
  },
  {
    check: "technology-drift",
    name: "rival-of-one-owner",
    apply: (subject, others) =>
      drift(
        subject,
        others,
        (stack, own) => RIVALS.flatMap(([product, rival]) => (product.test(stack) && !product.test(own) ? [rival] : [])),
        true,
      ),
  },
];
