import type { Model } from "../../../src/core.ts";
import { allAlignments, outputs } from "../../../src/model/query.ts";
import type { AlignedDocument, DocumentLink } from "../../../src/model/types.ts";
import { type Edit, expectAt, mutant, removeLines, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Spoils every link from an output to one of its neighbours; the heading of Related Documents is where that is told. */
function* spoilLinks(model: Model, change: (link: DocumentLink, document: AlignedDocument) => Edit): Generator<Mutant> {
  for (const document of outputs(model)) {
    const related = allAlignments(document).find(({ template }) => template.facts === "related-documents")?.sections[0];
    for (const { kind, file } of Object.values(model.documents)) {
      const links = model.links.filter((link) => link.document === document.kind && link.path === file);
      if (kind === document.kind || links.length === 0 || !related) continue;
      yield mutant(`no link to ${kind}`, [document, expectAt(related.heading.start), ...links.map((link) => change(link, document))]);
    }
  }
}

function* unlink(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ text, place }, document) => replace(stretch(document, place), text));
}

function* writeAsCode(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ url, place }, document) => replace(stretch(document, place), `\`${url}\``));
}

function* forgetAddress(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ text, place }, document) => replace(stretch(document, place), `[${text}]`));
}

function* hideInComment(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ url, text, place }, document) => replace(stretch(document, place), `<!-- [${text}](${url}) -->`));
}

/** Copied from the next document, the link still leads to the document itself. */
function* linkToItself(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ text, place }, document) =>
    replace(stretch(document, place), `[${text}](${document.file.slice(model.feature.folder.length + 1)})`),
  );
}

function* linkToWiki(model: Model): Generator<Mutant> {
  yield* spoilLinks(model, ({ url, text, place }, document) =>
    replace(stretch(document, place), `[${text}](https://wiki.example.com/${url})`),
  );
}

/** A line of Related Documents is lost; each neighbour that only it links to is missing. */
function* dropListItem(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const related = allAlignments(document).find(({ template }) => template.facts === "related-documents")?.sections[0];
    for (const { span, text } of related?.lists.flatMap(({ items }) => items) ?? []) {
      const links = model.links.filter((link) => link.document === document.kind);
      const inItem = (link: DocumentLink) => link.place.line >= span.line && link.place.line <= span.endLine;
      const left = new Set(links.filter((link) => !inItem(link)).map(({ path }) => path));
      const files = new Set(Object.values(model.documents).map(({ file }) => file));
      const lost = links.filter((link) => inItem(link) && files.has(link.path ?? "") && !left.has(link.path));
      if (lost.length > 0 && related)
        yield mutant(`without "${text.slice(0, 40)}"`, [document, expectAt(related.heading.start), removeLines(document.markdown, span)]);
    }
  }
}

export default defineOperators("missing-cross-reference", [
  { name: "unlink", apply: unlink },
  { name: "write-as-code", apply: writeAsCode },
  { name: "forget-address", apply: forgetAddress },
  { name: "hide-in-comment", apply: hideInComment },
  { name: "link-to-itself", apply: linkToItself, alsoExpected: ["broken-link"] },
  { name: "link-to-wiki", apply: linkToWiki },
  { name: "drop-list-item", apply: dropListItem, alsoExpected: ["line-count", "empty-section"] },
]);
