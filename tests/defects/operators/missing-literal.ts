import type { DocumentKind, Model } from "../../../src/core.ts";
import { contentOf } from "../../../src/model/content/read.ts";
import type { Literal } from "../../../src/model/content/types.ts";
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

export default defineOperators("missing-literal", [
  { name: "demand-option", apply: (model) => demand(model, "chosen with `--draft-run`") },
  { name: "demand-field", apply: (model) => demand(model, "kept as `externalReference`") },
  { name: "demand-header", apply: (model) => demand(model, "told in the header `X-Request-Origin`") },
  { name: "demand-code", apply: (model) => demand(model, "refused with `WINDOW_CLOSED`") },
  { name: "rename-in-design", apply: (model) => rename(model, "backend-design", (text) => text.replace(/[a-z]+$/, "manager")) },
  { name: "undescribed-option", apply: undescribed },
]);
