import type { DocumentKind, Model } from "../../../src/core.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { type Edit, HERE, insert, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

function statusOf({ markdown }: AlignedDocument): { start: number; end: number } | undefined {
  const match = /^status: (.*)$/m.exec(markdown.text.slice(0, markdown.frontMatter.span?.end ?? 0));
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** One output is not done yet, and the other one says that all is. */
function* demote(model: Model, kind: DocumentKind, status: string): Generator<Mutant> {
  const [document, other] = [model.documents[kind], model.documents[kind === "architecture" ? "backend-design" : "architecture"]];
  const [own, complete] = [document && statusOf(document), other && statusOf(other)];
  if (document && other && own && complete)
    yield mutant(`${kind} is ${status}`, [document, replace(own, `status: ${status}`)], [other, insert(complete.start, HERE)]);
}

/** A row that names nothing is the only answer to its requirements. */
function* listedOnly(model: Model): Generator<Mutant> {
  const { architecture, "backend-design": design } = model.documents;
  const table = architecture?.markdown.allSections.find(({ title }) => title === "Requirements Coverage")?.tables[0];
  if (!architecture || !design || !table) return;
  const onlyThere = (line: number) =>
    model.requirements.some(({ id }) => {
      const places = model.mentions.filter((mention) => mention.id === id);
      return places.length > 0 && places.every(({ document, place }) => document === "architecture" && place.line === line);
    });
  for (const [first, cell] of table.rows) {
    if (!first || !cell || !onlyThere(first.span.line)) continue;
    const marks = [architecture, design].map((document): [AlignedDocument, ...Edit[]] => [
      document,
      insert(statusOf(document)?.start ?? 0, HERE),
    ]);
    const [[, ...atArchitecture] = [architecture], atDesign] = marks;
    yield mutant(
      `"Throughout" for ${first.text}`,
      [architecture, ...(atArchitecture as Edit[]), replace(cell.span, "Throughout")],
      atDesign ?? [design],
    );
  }
}

export default defineOperators("premature-status", [
  { name: "draft-backend", apply: (model) => demote(model, "backend-design", "draft") },
  { name: "review-architecture", apply: (model) => demote(model, "architecture", "in-review") },
  { name: "draft-architecture", apply: (model) => demote(model, "architecture", "draft") },
  { name: "listed-only", alsoExpected: ["weak-answer", "unmotivated-component"], apply: listedOnly },
]);
