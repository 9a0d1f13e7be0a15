import type { Model } from "../../src/core.ts";
import { outputs } from "../../src/model/query.ts";
import { HERE, insert, mutant, replace } from "./edit.ts";
import { append, filledSections } from "./places.ts";
import type { Mutant } from "./types.ts";

/** Words that an author puts where they do not belong: each function puts each text into each place of a kind. */

/** Adds a sentence to each paragraph. */
export function* intoParagraphs(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of section.paragraphs)
      for (const text of texts) yield mutant(`"${text}" in "${section.title}"`, [document, insert(span.end, ` ${HERE}${text}`)]);
}

/** Adds a sentence to each item of a list, nested ones too. */
export function* intoListItems(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of [...section.lists, ...section.fields.flatMap(({ lists }) => lists)].flatMap(({ items }) => items)) {
      const joint = /[.!?]\s*$/.test(document.markdown.text.slice(span.start, span.end)) ? " " : ". ";
      for (const text of texts)
        yield mutant(`"${text}" in a list of "${section.title}"`, [document, insert(span.end, joint + HERE + text)]);
    }
}

/** Adds words to the last cell of each row, one of the texts in turn. */
export function* intoCells(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { rows } of section.tables)
      for (const [index, row] of rows.entries()) {
        const text = texts[index % texts.length] ?? "";
        const cell = row.at(-1);
        if (cell && cell.text !== "")
          yield mutant(`"${text}" in row ${index + 1} of "${section.title}"`, [document, insert(cell.span.end, `${HERE}${text}`)]);
      }
}

/** Writes words on each arrow of each diagram. */
export function* intoDiagrams(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, value, span } of document.markdown.blocks) {
      if (language !== "mermaid") continue;
      const start = document.markdown.text.indexOf(value, span.start);
      for (const match of value.matchAll(/(?<=-->\|)[^|\n]+(?=\|)|(?<=->>[\w ]+: ).+$/gm))
        for (const text of texts)
          yield mutant(`"${text}" for "${match[0]}"`, [
            document,
            replace({ start: start + match.index, end: start + match.index + match[0].length }, HERE + text),
          ]);
    }
}

/** Adds a block at the end of each section's own contents; its first line is reported, where it marks no other. */
export function* asBlocks(model: Model, blocks: Readonly<Record<string, string>>): Generator<Mutant> {
  for (const [what, block] of Object.entries(blocks))
    for (const { document, section } of filledSections(model))
      yield mutant(`${what} in "${section.title}"`, [document, append(document, section, block.includes(HERE) ? block : HERE + block)]);
}
