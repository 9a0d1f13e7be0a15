import type { Lexicon } from "../context/lexicon/types.ts";
import type { Section } from "../markdown/index.ts";
import { plainTitle, titleWords } from "../text/headings.ts";
import { ownSections } from "./documents/families.ts";
import type { AlignedDocument } from "./types/documents.ts";
import type { ResearchNote, ResearchNotes } from "./types/facts.ts";

/** What a research report may hold beside the template's sections, by the family of the lexicon that names it. */
const FAMILIES = {
  defects: "known-defects",
  constraints: "constraints",
  recommendations: "recommendations",
  openDecisions: "open-decisions",
} as const;

/**
 * @param research the research report, where there is one
 * @returns what it says of defects, constraints, recommendations and open decisions, under whatever heading that says so
 */
export function readResearchNotes(research: AlignedDocument | undefined, { sections: names }: Pick<Lexicon, "sections">): ResearchNotes {
  const notes: ResearchNotes = { defects: [], constraints: [], recommendations: [], openDecisions: [] };
  if (!research) return notes;
  const taken = ownSections(research.alignments);
  const visit = (section: Section, held: keyof ResearchNotes | undefined): void => {
    const holds = taken.has(section) ? undefined : (familyOf(names, section) ?? held);
    if (holds) notes[holds].push(...notesIn(section, research));
    for (const inner of section.sections) visit(inner, holds);
  };
  for (const section of research.markdown.sections) visit(section, undefined);
  return notes;
}

function familyOf(names: Lexicon["sections"], { title, depth }: Section): keyof ResearchNotes | undefined {
  const key = titleWords(plainTitle(title)).join(" ");
  if (depth < 2 || !Object.hasOwn(names, key)) return undefined;
  return (Object.keys(FAMILIES) as (keyof ResearchNotes)[]).find((each) => names[key]?.includes(FAMILIES[each]));
}

/** Each point of a list, each row and each label is one; prose counts where there is nothing else. */
function notesIn({ lists, tables, fields, paragraphs }: Section, { place }: AlignedDocument): ResearchNote[] {
  const listed = [
    ...lists.flatMap(({ items }) => items.map(({ text, span }) => ({ text, place: place(span) }))),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap((cells) => {
        const [first] = cells;
        const text = cells.map((cell) => cell.text.trim()).filter(Boolean);
        return first && text.length > 0 ? [{ text: text.join(" | "), place: place(first.span) }] : [];
      }),
    ),
    ...fields.flatMap(({ label, value }) => (value.text === "" ? [] : [{ text: `${label}: ${value.text}`, place: place(value.span) }])),
  ];
  return listed.length > 0 ? listed : paragraphs.map(({ text, span }) => ({ text, place: place(span) }));
}
