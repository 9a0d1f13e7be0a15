import type { Model } from "../../../src/core.ts";
import { expectAt, HERE, mutant, replace } from "../edit.ts";
import { append, filledSections, misspell, stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Rewrites the address of each link of all documents; where the address stays as it is, the operator does not fit. */
function* rewriteUrls(model: Model, rewrite: (url: string) => string): Generator<Mutant> {
  for (const { document: kind, url, path, place } of model.links) {
    const document = model.documents[kind];
    const changed = rewrite(url);
    if (!document || path === undefined || changed === url) continue;
    const { start, end } = stretch(document, place);
    const at = document.markdown.text.slice(start, end).lastIndexOf(url);
    if (at === -1) continue;
    const address = { start: start + at, end: start + at + url.length };
    yield mutant(`${changed} for ${url}`, [document, expectAt(start), replace(address, changed)]);
  }
}

function* misspellPath(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => url.replace(/[\w-]+(?=\.md)/, misspell));
}

function* dropExtension(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => url.replace(".md", ""));
}

/** One step too few, or one too many. */
function* miscountParents(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => url.replace(/^\.\.\//, ""));
  yield* rewriteUrls(model, (url) => (url.startsWith("#") ? url : `../${url}`));
}

function* leaveTheRepository(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => (url.startsWith("#") ? url : `../../../../../../../wiki/${url.replaceAll("../", "")}`));
}

function* linkToFolderOfAnother(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => (/^[\w-]+\.md/.test(url) ? `../E09-F01-gift-cards/${url}` : url));
}

function* misspellFragment(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => url.replace(/(?<=#).*/, misspell));
}

function* inventFragment(model: Model): Generator<Mutant> {
  yield* rewriteUrls(model, (url) => url.replace(/#.*|$/, "#frequently-asked-questions"));
}

function* addMissingImage(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    yield mutant(`an image in "${section.title}"`, [document, append(document, section, `${HERE}![Overview](images/overview.png)`)]);
}

function* addDeadReference(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    yield mutant(`a reference in "${section.title}"`, [
      document,
      append(document, section, `${HERE}More in [the decision][adr].\n\n[adr]: ../../decisions/0042-refunds.md`),
    ]);
}

/** What readers follow and Markdown's grammar does not know. */
function* addRawLinks(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const link of [
      "[[the-plan-of-refunds]]",
      '<a href="notes/none.md">notes</a>',
      '<img src="images/none.png">',
      "[the plan][plan-of-refunds]",
    ])
      yield mutant(`${link} in "${section.title}"`, [document, append(document, section, `${HERE}See ${link}.`)]);
}

// The only link to a document may be the one that breaks.
const LOST = ["missing-cross-reference"];

export default defineOperators("broken-link", [
  { name: "misspell-path", apply: misspellPath, alsoExpected: LOST },
  { name: "drop-extension", apply: dropExtension, alsoExpected: LOST },
  { name: "miscount-parents", apply: miscountParents, alsoExpected: LOST },
  { name: "leave-the-repository", apply: leaveTheRepository, alsoExpected: LOST },
  { name: "link-to-folder-of-another", apply: linkToFolderOfAnother, alsoExpected: LOST },
  { name: "misspell-fragment", apply: misspellFragment },
  { name: "invent-fragment", apply: inventFragment },
  { name: "add-missing-image", apply: addMissingImage, alsoExpected: ["line-count"] },
  { name: "add-raw-links", apply: addRawLinks, alsoExpected: ["line-count"] },
  { name: "add-dead-reference", apply: addDeadReference, alsoExpected: ["line-count"] },
]);
