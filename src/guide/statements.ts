import type { Model, Place, Row } from "../model/types.ts";
import { titleKey } from "../text/names.ts";
import { type Word, wordsOf } from "../text/words.ts";

/** What a feature's documents state, as far as it may call for a pattern. */
export interface Statement {
  text: string;
  words: readonly Word[];
  /** Of all its words, so that most of what it may be asked for is answered without looking for it. */
  stems: ReadonlySet<string>;
  place: Place;
}

/** Sections of a PRD that say what is not to be built, or not yet. */
const ASIDE =
  /^(?:outofscope|notinscope|outsidethescope|nongoals?|wonthave|exclusions?|excluded|future.*|later.*|openquestions?|alternatives.*|history|changelog)$/;

/** @returns what the PRD demands without what it sets aside, then what the architecture says of its neighbours */
export function statementsOf(model: Model): Statement[] {
  const { requirements, integrations, userFlows, security, prdRisks, architecture, documents } = model;
  const aside = (documents.prd?.markdown.allSections ?? []).filter(({ title }) => ASIDE.test(titleKey(title))).map(({ span }) => span);
  const isAside = (line: number) => aside.some((span) => line >= span.line && line <= span.endLine);
  const demanded = [
    ...requirements,
    ...integrations.map(ofRow),
    ...userFlows.flatMap(({ steps }) => steps),
    ...security,
    ...prdRisks.map(ofRow),
  ].filter(({ place }) => !isAside(place.line));
  const designed = [...architecture.internalIntegrations, ...architecture.externalIntegrations].map(ofRow);
  return [...demanded, ...designed].map(({ text, place }) => {
    const words = wordsOf(text);
    return { text, words, stems: new Set(words.map(({ stem }) => stem)), place };
  });
}

interface Told {
  text: string;
  place: Place;
}

export function ofRow({ cells, place }: Row): Told {
  return {
    text: Object.values(cells)
      .map(({ text }) => text)
      .join("; "),
    place,
  };
}
