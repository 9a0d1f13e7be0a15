import type { Model } from "../../../src/core.ts";
import { expectAt, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

const REQUIRED = ["prd", "research", "architecture", "backend-design"] as const;

function* removeFile(model: Model): Generator<Mutant> {
  for (const kind of REQUIRED) yield { label: `no ${model.files[kind]}`, changes: { [kind]: null }, expected: [{ kind, line: 1 }] };
}

function* leaveFileEmpty(model: Model): Generator<Mutant> {
  for (const { kind } of Object.values(model.documents))
    for (const text of ["", "\n\n"])
      yield { label: `${model.files[kind]} of ${text.length} bytes`, changes: { [kind]: text }, expected: [{ kind, line: 1 }] };
}

function* leaveFrontMatterOnly(model: Model): Generator<Mutant> {
  for (const { kind, markdown } of Object.values(model.documents))
    yield {
      label: `${model.files[kind]} ends with its front matter`,
      changes: { [kind]: `${markdown.text.slice(0, markdown.frontMatter.span?.end)}\n` },
      expected: [{ kind, line: 1 }],
    };
}

function* saveInUtf16(model: Model): Generator<Mutant> {
  for (const { kind, markdown } of Object.values(model.documents))
    yield {
      label: `${model.files[kind]} in UTF-16`,
      changes: { [kind]: Buffer.from(`\uFEFF${markdown.text}`, "utf16le") },
      expected: [{ kind, line: 1 }],
    };
}

function* saveInLatin1(model: Model): Generator<Mutant> {
  for (const { kind, markdown } of Object.values(model.documents))
    yield {
      label: `${model.files[kind]} in Latin-1`,
      changes: { [kind]: Buffer.from(`${markdown.text}\nÜbergabe folgt.\n`, "latin1") },
      expected: [{ kind, line: 1 }],
    };
}

/** The PRD tells a story, and nobody has written down what is required. */
function* dropRequirements({ documents: { prd }, statements }: Model): Generator<Mutant> {
  if (!prd) return;
  const titles = new Set(statements.map(({ section }) => section));
  const sections = prd.markdown.allSections.filter(({ title }) => titles.has(title));
  yield mutant("PRD without requirements", [prd, expectAt(0), ...sections.map(({ span }) => replace(span, ""))]);
}

export default defineOperators("missing-document", [
  // Links to the file break, and requirements that only it mentions are untraced.
  { name: "remove-file", apply: removeFile, alsoExpected: ["broken-link", "untraced-requirement"] },
  {
    name: "leave-file-empty",
    apply: leaveFileEmpty,
    alsoExpected: ["front-matter", "missing-section", "line-count", "missing-cross-reference", "broken-link", "untraced-requirement"],
  },
  {
    name: "leave-front-matter-only",
    apply: leaveFrontMatterOnly,
    alsoExpected: ["missing-section", "line-count", "missing-cross-reference", "broken-link", "untraced-requirement"],
  },
  { name: "save-in-utf-16", apply: saveInUtf16, alsoExpected: ["untraced-requirement"] },
  { name: "save-in-latin-1", apply: saveInLatin1, alsoExpected: ["untraced-requirement"] },
  { name: "drop-requirements", apply: dropRequirements },
]);
