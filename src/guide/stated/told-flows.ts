import type { AlignedDocument, Model, UserFlow } from "../../model/types.ts";

/** Headings below which numbered items are what happens one after the other. */
const OF_FLOWS =
  /\b(?:flows?|journeys?|(?:core|game|main) loop|work ?flows?|sequences?|walk-?through|lifecycle|life cycle|process(?:es)?|procedure|happy path|how it works|ablauf|abläufe|prozess\w*|flujos?|flux|fluxos?|parcours|сценари\w*|процесс\w*)\b/iu;
/** A list of parts or wishes below such a heading tells no order. */
const FEWEST = 3;

/** @returns the numbered flows of the PRD below whatever headings of flows, those of the template's section first */
export function toldFlows({ userFlows, documents: { prd } }: Model): UserFlow[] {
  if (!prd) return [];
  const known = new Set(userFlows.map(({ place }) => place.line));
  const found = prd.markdown.allSections.flatMap((section) => {
    if (!OF_FLOWS.test(section.title) && !section.lists.some(({ ordered }) => ordered && OF_FLOWS.test(section.title))) return [];
    return flowOf(prd, section, known);
  });
  return [...userFlows, ...found];
}

type Section = AlignedDocument["markdown"]["allSections"][number];

function flowOf(prd: AlignedDocument, section: Section, known: ReadonlySet<number>): UserFlow[] {
  const place = prd.place(section.heading);
  const list = section.lists.find(({ ordered, items }) => ordered && items.length >= FEWEST);
  if (!list || known.has(place.line)) return [];
  return [
    {
      name: section.title.replace(/^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s/, ""),
      steps: list.items.map((item) => ({ text: item.text, source: item.source, place: prd.place(item.span) })),
      place,
    },
  ];
}
