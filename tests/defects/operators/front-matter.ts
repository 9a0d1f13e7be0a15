import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { type Edit, expectAt, FROM, HERE, insert, mutant, removeLines, replace, TO } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

const KEYS = ["epic", "feature", "title", "status", "last_updated", "interfaces"];

/** @returns the line of a key in the front matter, and the stretch of its value. */
function findKey({ markdown: { text, frontMatter } }: AlignedDocument, key: string) {
  const match = new RegExp(`^${key}: (.*)$`, "m").exec(text.slice(0, frontMatter.span?.end ?? 0));
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return { line: { start: match.index, end }, value: { start: end - (match[1]?.length ?? 0), end } };
}

/** Gives a key of each document each of some wrong values. */
function* setValues(documents: readonly AlignedDocument[], key: string, values: readonly string[]): Generator<Mutant> {
  for (const document of documents) {
    const found = findKey(document, key);
    if (!found) continue;
    for (const value of values) yield mutant(`${key}: ${value}`, [document, replace(found.value, HERE + value)]);
  }
}

function* dropKey(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    for (const key of KEYS) {
      const found = findKey(document, key);
      if (found) yield mutant(`no ${key}`, [document, expectAt(0), removeLines(document.markdown, found.line)]);
    }
  }
}

function* emptyValue(model: Model): Generator<Mutant> {
  for (const key of KEYS) yield* setValues(outputs(model), key, [""]);
}

function* dropBlock(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { span } = document.markdown.frontMatter;
    if (span) yield mutant("no front matter", [document, expectAt(0), replace(span, "")]);
  }
}

function* wrongStatus(model: Model): Generator<Mutant> {
  yield* setValues(outputs(model), "status", ["done", "final", "Complete", "in review", "WIP"]);
}

/** A document that was copied from its neighbour keeps the neighbour's keys. */
function* foreignKey(model: Model): Generator<Mutant> {
  const documents = Object.values(model.documents);
  yield* setValues(documents, "feature", ["E07-F02-gift-cards", `${model.key.feature}-v2`, model.key.feature.replace(/F\d+/, "F99")]);
  yield* setValues(documents, "epic", ["E07-gift-cards", model.key.epic.toUpperCase()]);
}

function* wrongDate(model: Model): Generator<Mutant> {
  yield* setValues(outputs(model), "last_updated", ["20.11.2026", "2026-11", "today", "2026-13-40", '"2026-02-30"', "2026-02-30"]);
}

function* wrongInterfaces(model: Model): Generator<Mutant> {
  yield* setValues(outputs(model), "interfaces", ["[rest]", "[]", "api", "[cli, grpc]", "[API]"]);
}

function* unquotedColon(model: Model): Generator<Mutant> {
  yield* setValues(Object.values(model.documents), "title", ["Refunds: the design"]);
}

function* editEach(model: Model, label: string, edits: (document: AlignedDocument, end: number) => Edit[]): Generator<Mutant> {
  for (const document of Object.values(model.documents)) {
    const end = document.markdown.frontMatter.span?.end;
    if (end !== undefined) yield mutant(label, [document, ...edits(document, end)]);
  }
}

/** Two branches were merged by taking both sides. */
function* doubleKey(model: Model): Generator<Mutant> {
  yield* editEach(model, "status twice", (_, end) => [insert(end - 3, `${HERE}status: draft\n`)]);
}

function* mergeConflict(model: Model): Generator<Mutant> {
  yield* editEach(model, "merge conflict", (document, end) => {
    const { line } = findKey(document, "status") ?? { line: { start: 4, end: 4 } };
    return [insert(line.start, `${FROM}<<<<<<< HEAD\n`), insert(line.end, "\n=======\nstatus: draft\n>>>>>>> main"), expectAt(end - 3, TO)];
  });
}

function* runCode(model: Model): Generator<Mutant> {
  yield* editEach(model, "front matter in JavaScript", (_, end) => [
    replace({ start: 0, end }, `${HERE}---js\nmodule.exports = { title: process.env.HOME };\n---`),
  ]);
}

function* unclosedList(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const found = findKey(document, "interfaces");
    if (found) yield mutant("list is not closed", [document, replace(found.value, `${FROM}[api`), expectAt(found.line.end + 1, TO)]);
  }
}

/** The reader takes a block that does not begin the file for text. */
function* hideBlock(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const end = document.markdown.frontMatter.span?.end ?? 0;
    yield mutant("a blank line above", [document, insert(0, `${HERE}\n`)]);
    yield mutant("a comment above", [document, insert(0, `${HERE}<!-- generated -->\n`)]);
    yield mutant("not closed", [document, expectAt(0), replace({ start: end - 4, end }, "")]);
  }
}

function* fenceBlock(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const end = document.markdown.frontMatter.span?.end ?? 0;
    yield mutant("in a code fence", [document, insert(0, `${HERE}\`\`\`yaml\n`), insert(end, "\n```")]);
  }
}

export default defineOperators("front-matter", [
  { name: "drop-key", apply: dropKey },
  { name: "empty-value", apply: emptyValue },
  { name: "drop-block", apply: dropBlock },
  { name: "wrong-status", apply: wrongStatus },
  { name: "foreign-key", apply: foreignKey },
  { name: "wrong-date", apply: wrongDate },
  { name: "wrong-interfaces", apply: wrongInterfaces, alsoExpected: ["missing-section"] },
  { name: "unquoted-colon", apply: unquotedColon },
  { name: "double-key", apply: doubleKey, alsoExpected: ["line-count"] },
  { name: "merge-conflict", apply: mergeConflict, alsoExpected: ["line-count"] },
  { name: "run-code", apply: runCode },
  { name: "unclosed-list", apply: unclosedList },
  { name: "hide-block", apply: hideBlock, alsoExpected: ["line-count"] },
  { name: "fence-block", apply: fenceBlock, alsoExpected: ["code-block", "line-count"] },
]);
