import type { Section } from "../markdown/index.ts";
import { allAlignments, outputs } from "../model/query.ts";
import type { AlignedDocument } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { titleKey } from "../text/names.ts";
import { type Edit, type Fix, newlineOf } from "./edits.ts";
import { mendLinks } from "./mend-link.ts";
import { relatedItems } from "./related.ts";

const CHECK = "missing-cross-reference";
const TITLE = "Related Documents";

/**
 * Adds the links that an output lacks to its section of related documents, as items of its list. Where the
 * template requires that section and it is missing, it is inserted with them already in it.
 */
export function addCrossReferences(review: Review): Fix[] {
  // A link that is mended first may be the one that was missed.
  const mended = new Set(mendLinks(review).flatMap((fix) => fix.map(({ file }) => file)));
  return outputs(review.model).flatMap((document): Fix[] => {
    const items = relatedItems(review, document);
    if (items.length === 0 || mended.has(document.file)) return [];
    const related = allAlignments(document).find(({ template }) => template.facts === "related-documents");
    const section =
      related?.sections[0] ?? related?.misspelt ?? document.markdown.allSections.find(({ title }) => titleKey(title) === titleKey(TITLE));
    if (!section && related?.required) return [];
    return [[section ? append(document, section, items) : create(document, items)]];
  });
}

function append(document: AlignedDocument, section: Section, items: readonly string[]): Edit {
  const { text } = document.markdown;
  const newline = newlineOf(text);
  const list = lastList(text, section);
  if (list) return edit(document, list.end, items.map((item) => newline + list.indent + list.marker + item.slice(1)).join(""));
  const end = text.slice(0, section.sections[0]?.span.start ?? section.span.end).trimEnd().length;
  return edit(document, end, newline + newline + items.join(newline));
}

/** A template of the team's own may know no such section: then it stands at the end. */
function create(document: AlignedDocument, items: readonly string[]): Edit {
  const { text } = document.markdown;
  const newline = newlineOf(text);
  const end = text.trimEnd().length;
  return edit(document, end, `${newline}${newline}## ${TITLE}${newline}${newline}${items.join(newline)}`);
}

/** The bulleted list that the section ends with, whether or not its items are labelled. */
function lastList(text: string, { lists, fields }: Section): { end: number; indent: string; marker: string } | undefined {
  const last = [...lists, ...fields].map(({ span }) => span).sort((a, b) => b.end - a.end)[0];
  if (!last) return undefined;
  const line = text.slice(text.lastIndexOf("\n", last.start - 1) + 1);
  const [, indent = "", marker] = /^([ \t]*)([-*+])[ \t]/.exec(line) ?? [];
  const end = text.slice(0, last.end).trimEnd().length;
  return marker ? { end, indent, marker } : undefined;
}

function edit({ file, kind }: AlignedDocument, at: number, text: string): Edit {
  return { file, kind, start: at, end: at, text, check: CHECK, title: "Link to the feature's other documents" };
}
