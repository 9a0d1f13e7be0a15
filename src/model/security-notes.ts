import { family } from "./documents/families.ts";
import { saysNothing } from "./query.ts";
import type { AlignedDocument, Place, Section } from "./types.ts";

/** One thing that the security notes say: what it is about, where it names that, and its words. */
export interface SecurityNote {
  /** "Authentication" in `- Authentication: ...`; empty where a note has no label. */
  label: string;
  text: string;
  place: Place;
}

/** @returns the notes for the security review, whatever form they have: items, fields, rows, headings or paragraphs. */
export function readSecurityNotes(document: AlignedDocument | undefined): SecurityNote[] {
  if (!document) return [];
  return family(document, "security").flatMap(({ sections }) => sections.flatMap((section) => notesIn(section, "", document)));
}

function notesIn(section: Section, label: string, document: AlignedDocument): SecurityNote[] {
  const { place } = document;
  // Under a heading that names a topic every note is on that topic.
  const labelled = (text: string, place: Place): SecurityNote => (label === "" ? { ...divide(text), place } : { label, text, place });
  return [
    ...section.paragraphs.filter(({ text }) => text !== "").map(({ text, span }) => labelled(text, place(span))),
    ...section.fields.map(({ label, value, lists, span }) => ({
      label,
      text: [value.text, ...lists.flatMap(({ items }) => items.map((item) => item.text))].join(" "),
      place: place(span),
    })),
    ...section.lists.flatMap(({ items }) =>
      items.map((item) => {
        const below = item.lists.flatMap((list) => list.items.map(({ text }) => text));
        return labelled([item.text, ...below].join(" "), place(item.span));
      }),
    ),
    ...section.tables.flatMap(({ rows }) =>
      rows.map(([first, ...rest]) => ({
        label: first?.text ?? "",
        text: rest.flatMap(({ text }) => (saysNothing(text) ? [] : [text])).join(" "),
        place: place(first?.span ?? section.heading),
      })),
    ),
    ...section.sections.flatMap((child) => notesIn(child, child.title, document)),
  ];
}

/** `Authentication: bearer tokens`, `Authorization - roles`: a label is short, and something stands behind it. */
function divide(text: string): { label: string; text: string } {
  const [, label = "", rest = ""] = /^([^:.–—]{2,60}?)(?:\s?:|\s[–—-])\s(.{0,20000})$/s.exec(`${text} `) ?? [];
  return label === "" ? { label: "", text } : { label: label.trim(), text: rest.trim() };
}
