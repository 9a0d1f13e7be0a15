import { nameKey } from "../text/names.ts";
import { labelsIn } from "./lexicon/labels.ts";
import type { Lexicon } from "./lexicon/types.ts";
import type { Part, Template, TemplateSection } from "./types.ts";

/** The sections of a shipped template, by the facts that they hold. */
type Standard = ReadonlyMap<string, TemplateSection>;

/**
 * Gives the labels and columns of a team's template the names that the shipped template has for them, by which facts and checks know
 * them, and keeps the team's own words beside these for all that is written or told.
 *
 * @param own the team's template
 * @param shipped the template of that kind in the package
 * @param lexicon tells what labels mean in other languages
 */
export function withStandardWords(own: Template, shipped: Template, lexicon: Lexicon): Template {
  const standard = new Map(
    shipped.sections.flatMap(sectionsWithin).flatMap((section) => (section.facts ? [[section.facts, section]] : [])),
  );
  return {
    ...own,
    sections: own.sections.map((section) => inStandardWords(section, standard.get(section.facts ?? ""), standard, lexicon)),
  };
}

function sectionsWithin(section: TemplateSection): TemplateSection[] {
  return [section, ...section.sections.flatMap(sectionsWithin)];
}

function inStandardWords(
  section: TemplateSection,
  counterpart: TemplateSection | undefined,
  standard: Standard,
  lexicon: Lexicon,
): TemplateSection {
  const sections = section.sections.map((child) => {
    const record = child.repeated && child.facts === undefined ? counterpart?.sections.find(({ repeated }) => repeated) : undefined;
    return inStandardWords(child, record ?? standard.get(child.facts ?? ""), standard, lexicon);
  });
  if (!counterpart) return { ...section, sections };
  const own = section.parts.flatMap(wordsOf);
  const isRenamed = nameKey(section.title) !== nameKey(counterpart.title);
  const names = standardNames(own, counterpart.parts.flatMap(wordsOf), isRenamed, lexicon);
  const words = Object.fromEntries(own.flatMap((word, index) => (names[index] === word ? [] : [[names[index], word]])));
  if (Object.keys(words).length === 0) return { ...section, sections };
  const next = names.values();
  return { ...section, parts: section.parts.map((part) => renamed(part, () => next.next().value ?? "")), sections, words };
}

/** Label and columns of a part, in the order of the template. */
function wordsOf(part: Part): string[] {
  return [...(part.form === "field" ? [part.label] : []), ...columnsOf(part)];
}

/** @returns the columns of the table that a part asks for */
export function columnsOf(part: Part): string[] {
  return part.form === "table" || part.form === "field" ? (part.columns ?? []) : [];
}

function renamed(part: Part, next: () => string): Part {
  if (part.form === "table") return { ...part, columns: part.columns.map(next) };
  return part.form === "field" ? { ...part, label: next(), ...(part.columns && { columns: part.columns.map(next) }) } : part;
}

/**
 * By name, then by what the lexicon knows; where a section bears another heading and shares no word with the shipped one while both have
 * as many, it is a translation, and the order tells.
 *
 * @returns the standard name of each of a team's words; the word itself where it has none
 */
function standardNames(own: readonly string[], standard: readonly string[], isRenamed: boolean, lexicon: Lexicon): string[] {
  const keys = new Set(standard.map(nameKey));
  const isStandard = (word: string) => keys.has(nameKey(word));
  if (isRenamed && own.length === standard.length && !own.some(isStandard)) return [...standard];
  const taken = new Set(own.filter(isStandard).map(nameKey));
  return own.map((word) => {
    if (isStandard(word)) return word;
    const name = labelsIn(lexicon, word).find((label) => isStandard(label) && !taken.has(nameKey(label)));
    if (name === undefined) return word;
    taken.add(nameKey(name));
    return name;
  });
}

/** @returns what a template calls a label or a column of a section or of its records, which facts and checks know by its standard name */
export function wordFor({ words, sections }: Pick<TemplateSection, "words" | "sections">, standard: string): string {
  const all = { ...sections.find(({ repeated }) => repeated)?.words, ...words };
  return (Object.hasOwn(all, standard) ? all[standard] : undefined) ?? standard;
}
