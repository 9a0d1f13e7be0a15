import { groupBy, type Model, type Requirement, statedIn } from "../../core.ts";
import { listed } from "./cite.ts";
import { researched } from "./components.ts";
import { handled } from "./handling.ts";
import { code, gap } from "./markdown.ts";
import { from } from "./origins.ts";
import { bindingStatements } from "./overview.ts";

const COMMON = new Set(
  "must shall should will with from that this which when then have been each every only their they them into over after before within without other than and the for are not can may system user users service".split(
    " ",
  ),
);

/** @returns rows of the coverage table: requirements answered by the same part stand together. */
export function coverageRows(model: Model): string[][] {
  const parts = partsOf(model);
  const places = placesOf(model);
  const groups = groupBy(model.requirements, (requirement) => partFor(requirement, parts, places));
  // Ids that were made of a section and a number are long.
  const isNumbered = model.requirements.every(({ numbered }) => numbered);
  return [...groups].map(([part, own]) => {
    const ids = own.map(({ id }) => id);
    return [
      isNumbered ? ids.join(", ") : listed(ids),
      from(part, ...own.map(({ id, place }) => ({ id, file: place.file, line: place.line }))),
    ];
  });
}

/** Where the outline writes each statement: an interface, a flow, a component, or the section that tells of its kind. */
function placesOf(model: Model): Map<string, string> {
  const { interfaces, flows, components } = statedIn(model);
  const places = new Map<string, string>();
  const put = (id: string | undefined, place: string) => id !== undefined && !places.has(id) && places.set(id, place);
  const single = interfaces.flatMap((one) => one.said.map(({ id }) => ({ id, name: code(one.name) })));
  for (const [id, offers] of groupBy(single, (one) => one.id)) {
    const names = offers.map(({ name }) => name);
    put(id, names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", "));
  }
  for (const { name, ids } of flows) for (const id of ids) put(id, name);
  const named = researched(model).length === 0 ? components : [];
  for (const { name, said, proposed } of named) if (!proposed) for (const { id } of said) put(id, name);
  for (const [section, ids] of handled(model)) for (const id of ids) put(id, section);
  if (model.research.decisions.length === 0) for (const { id } of bindingStatements(model)) put(id, "Key Design Decisions");
  // What is only proposed answers nothing: which part does is still to be decided.
  return places;
}

interface DesignPart {
  name: string;
  words: Set<string>;
  text: string;
}

/** What the inputs say of components and interfaces is what requirements are matched with. */
function partsOf({ research, contracts }: Model): DesignPart[] {
  const components = researched({ research }).map(({ name, purpose, responsibilities, interfaces }) =>
    part(name, [purpose, ...responsibilities, interfaces]),
  );
  const interfaces = contracts.interfaces.map(({ name, values }) =>
    part(
      `\`${name}\``,
      Object.values(values).map(({ text }) => text),
    ),
  );
  return [...components, ...interfaces];
}

function part(name: string, texts: readonly string[]): DesignPart {
  const text = [name, ...texts].join(" ");
  return { name, words: wordsOf(text), text };
}

/** @returns the component whose stated duties share most words with a step; undefined where none does. */
export function performerOf(step: string, { research }: Model): string | undefined {
  return bestMatch(
    step,
    researched({ research }).map(({ name, purpose, responsibilities }) => part(name, [purpose, ...responsibilities])),
  );
}

/** A match needs two words in common; the first of equals wins. */
function bestMatch(text: string, parts: readonly DesignPart[]): string | undefined {
  const words = wordsOf(text);
  const scored = parts.map(({ name, words: own }) => ({ name, shared: [...words].filter((word) => own.has(word)).length }));
  const best = scored.reduce((top, candidate) => (candidate.shared > top.shared ? candidate : top), { name: "", shared: 1 });
  return best.shared > 1 ? best.name : undefined;
}

function partFor({ id, text }: Requirement, parts: readonly DesignPart[], places: ReadonlyMap<string, string>): string {
  const citing = parts.find((candidate) => new RegExp(`\\b${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`).test(candidate.text));
  if (citing) return citing.name;
  const best = bestMatch(text, parts);
  if (best !== undefined) return best;
  return places.get(id) ?? gap("which part of the design answers these requirements");
}

/** Words of four letters and more, without their plural. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:es|s|ed|ing)$/, "")));
}
