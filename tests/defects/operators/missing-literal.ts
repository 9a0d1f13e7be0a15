import type { DocumentKind, Model } from "../../../src/core.ts";
import { contentOf } from "../../../src/model/content/read.ts";
import type { Literal } from "../../../src/model/content/types.ts";
import { valuesOf } from "../../../src/model/content/values/field-values.ts";
import { enumValues } from "../../../src/model/data-types/enumerations.ts";
import { nameKey } from "../../../src/text/names.ts";
import { type Edit, HERE, insert, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Puts a demand for a literal behind a requirement; the design answers the requirement, and never heard of the literal. */
function* demand(model: Model, words: string): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const { id, place } of model.requirements) {
    const { end } = stretch(prd, place);
    const dot = prd.markdown.text[end - 1] === "." ? end - 1 : end;
    yield mutant(`${words} in ${id}`, [prd, insert(dot, `, ${HERE}${words}`)]);
  }
}

/** A literal of the PRD gets another name throughout an output. */
function* rename(model: Model, kind: DocumentKind, other: (text: string) => string): Generator<Mutant> {
  const document = model.documents[kind];
  if (!document) return;
  const stated = new Map<string, Literal>();
  for (const literal of contentOf(model).literals)
    if (
      literal.passage.document === "prd" &&
      literal.marked &&
      !literal.passage.aside &&
      literal.text.length > 6 &&
      literal.kind !== "file"
    )
      stated.set(literal.text, literal);
  for (const text of stated.keys()) {
    const edits: Edit[] = [];
    for (let at = document.markdown.text.indexOf(text); at !== -1; at = document.markdown.text.indexOf(text, at + text.length))
      edits.push(replace({ start: at, end: at + text.length }, (edits.length === 0 ? HERE : "") + other(text)));
    if (edits.length > 0 && edits.length < 8) yield mutant(`${other(text)} for ${text} in ${kind}`, [document, ...edits]);
  }
}

/** A usage line names an option that nobody describes. */
function* undescribed(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { kind, values } of model.backend.interfaces) {
    const usage = values.Usage;
    if (kind !== "cli" || !usage) continue;
    const { start, end } = stretch(design, usage.place);
    const close = design.markdown.text.slice(start, end).lastIndexOf("]");
    if (close !== -1) yield mutant("an option more in the usage", [design, insert(start, HERE), insert(start + close + 1, " [--strict]")]);
  }
}

/** A usage line forgets an option that is described. */
function* unusedOption(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { kind, values } of model.backend.interfaces) {
    const usage = values.Usage;
    if (kind !== "cli" || !usage) continue;
    const { start, end } = stretch(design, usage.place);
    const text = design.markdown.text.slice(start, end);
    for (const { 0: option, index } of text.matchAll(/ \[--[a-z-]{3,40}(?: [a-z]+)?\]/g))
      if (text.split("--").length > 2)
        yield mutant(`no${option} in the usage`, [
          design,
          insert(start, HERE),
          replace({ start: start + index, end: start + index + option.length }, ""),
        ]);
  }
}

/** A requirement lists the values of a field, and one that the field has never heard of. */
function* unlistedValue(model: Model): Generator<Mutant> {
  const { prd, "backend-design": design } = model.documents;
  const [requirement] = model.requirements;
  if (!prd || !design || !requirement) return;
  const { end } = stretch(prd, requirement.place);
  const dot = prd.markdown.text[end - 1] === "." ? end - 1 : end;
  for (const { fields, name } of model.backend.structures)
    for (const field of fields) {
      const values = enumValues(field.type) ?? [];
      const isAlone = model.backend.structures.every((other) =>
        other.fields.every((each) => each === field || !(enumValues(each.type) ?? []).some((value) => values.includes(value))),
      );
      if (values.length < 3 || !isAlone || !values.every((value) => /^[a-z]\w*$/.test(value))) continue;
      const listed = values.map((value) => `\`${value}\``).join(", ");
      yield mutant(
        `one value more of ${name}.${field.name}`,
        [prd, insert(dot, `, as ${listed} or \`held_back\``)],
        [design, insert(stretch(design, field.place).start, HERE)],
      );
    }
}

/** A requirement lists the values of a field, which has a word that no input has in the place of one of them. */
function* displacedValue(model: Model): Generator<Mutant> {
  const { prd, "backend-design": design } = model.documents;
  const [requirement] = model.requirements;
  if (!prd || !design || !requirement) return;
  const { end } = stretch(prd, requirement.place);
  const dot = prd.markdown.text[end - 1] === "." ? end - 1 : end;
  for (const { fields, name } of model.backend.structures)
    for (const field of fields) {
      const values = enumValues(field.type) ?? [];
      const last = values.at(-1);
      if (values.length < 3 || last === undefined || !values.every((value) => /^[a-z]\w*$/.test(value))) continue;
      const start = stretch(design, field.place).start;
      const at = design.markdown.text.indexOf(`, ${last}`, start) + 2;
      const listed = `${values.slice(0, -1).join(", ")} or ${last}`;
      yield mutant(
        `a word for ${last} in ${name}.${field.name}`,
        [prd, insert(dot, `, as ${listed}`)],
        [design, replace({ start: at, end: at + last.length }, `${HERE}unheard_of`)],
      );
    }
}

/** A sentence gives a field a value that the field does not know. */
function* unknownValue(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  const section = design?.markdown.allSections.find(({ title }) => /recovery/i.test(title));
  const paragraph = section?.paragraphs.at(-1);
  if (!design || !paragraph) return;
  const fields = model.backend.structures.flatMap((structure) => structure.fields);
  for (const { name } of fields) {
    const alike = fields.filter((other) => nameKey(other.name) === nameKey(name));
    if (!alike.every((field) => valuesOf(field).length > 1)) continue;
    const words = name
      .replace(/_/g, " ")
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase();
    yield mutant(`another ${name}`, [design, insert(paragraph.span.end, ` ${HERE}Then the ${words} stays \`set_aside\`.`)]);
  }
}

/** Another system is asked with another method in one place than in all others. */
function* otherMethod(model: Model): Generator<Mutant> {
  const { literals } = contentOf(model);
  for (const { kind, text, passage, place } of literals) {
    const { architecture } = model.documents;
    const same = literals.filter((other) => other.text === text);
    if (
      kind !== "path" ||
      passage.document !== "architecture" ||
      !architecture ||
      same.every((other) => other.passage.document === "architecture")
    )
      continue;
    const span = stretch(architecture, place);
    const changed = text.replace(/^(?:GET|PUT)/, "POST");
    if (same.filter((other) => other.passage.document === "architecture").length === 1 && changed !== text)
      yield mutant(`${changed} for ${text}`, [architecture, replace(span, HERE + changed)]);
  }
}

/** A topic or file of one interface is another than in the contracts, or none of those that the other documents name. */
function* otherMember(model: Model): Generator<Mutant> {
  const { literals } = contentOf(model);
  for (const { kind, text, marked, passage, place } of literals) {
    const document = model.documents[passage.document];
    if (kind !== "event" || !marked || !document || passage.aside || !["architecture", "backend-design"].includes(passage.document))
      continue;
    if (model.backend.interfaces.some(({ name }) => name === text)) continue;
    const family = text.slice(0, text.indexOf(".") + 1);
    const known = literals.filter((other) => other.text.startsWith(family) && other.passage.document === "contracts");
    const places = literals.filter((other) => other.text === text && other.passage.document === passage.document);
    if (new Set(known.map((other) => other.text)).size < 3 || places.length < 2) continue;
    yield mutant(`${family}postbox for ${text}`, [document, replace(stretch(document, place), `${HERE}${family}postbox`)]);
  }
}

export default defineOperators("missing-literal", [
  { name: "demand-option", apply: (model) => demand(model, "chosen with `--draft-run`") },
  { name: "demand-field", apply: (model) => demand(model, "kept as `externalReference`") },
  { name: "demand-header", apply: (model) => demand(model, "told in the header `X-Request-Origin`") },
  { name: "demand-code", apply: (model) => demand(model, "refused with `WINDOW_CLOSED`") },
  { name: "rename-in-design", apply: (model) => rename(model, "backend-design", (text) => text.replace(/[a-z]+$/, "manager")) },
  { name: "demand-pattern", apply: (model) => demand(model, "named by `[a-z]{2,9}-[0-9]{4}`") },
  { name: "demand-metric", apply: (model) => demand(model, "counted in `open_cases_total{state,owner}`") },
  { name: "demand-event", apply: (model) => demand(model, "told as `desk.opened`") },
  { name: "demand-file", apply: (model) => demand(model, "written to `handover.csv`") },
  { name: "undescribed-option", apply: undescribed },
  { name: "option-without-usage", apply: unusedOption, alsoExpected: ["contract-mismatch"] },
  { name: "unlisted-value", apply: unlistedValue },
  {
    name: "displaced-value",
    apply: displacedValue,
    alsoExpected: ["missing-literal", "contract-mismatch", "entity-mismatch", "value-drift"],
  },
  { name: "unknown-value", apply: unknownValue },
  { name: "other-method", apply: otherMethod },
  {
    name: "other-member",
    apply: otherMember,
    alsoExpected: ["unowned-interface", "contract-mismatch", "missing-literal", "picture-mismatch", "missing-error-case"],
  },
]);
