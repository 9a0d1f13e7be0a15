import { INTERFACE_KINDS, type InterfaceKind } from "../../config/config.ts";
import { nameKey } from "../../text/names.ts";
import type { AlignedDocument, Stated, UserFlow } from "../types.ts";
import { family } from "./families.ts";
import { stated } from "./items.ts";

/** @returns the numbered flows of the PRD. */
export function readUserFlows(document: AlignedDocument | undefined): UserFlow[] {
  if (!document) return [];
  const { place } = document;
  const sections = family(document, "user-flows").flatMap(({ sections }) => sections);
  return sections
    .flatMap((section) => [section, ...section.sections])
    .flatMap((section) => {
      const list = section.lists.find(({ ordered }) => ordered);
      if (!list) return [];
      return [{ name: section.title, steps: list.items.map((item) => stated(item, place)), place: place(section.heading) }];
    });
}

/** @returns the statements that the PRD makes on security, one for each item. */
export function readSecurity(document: AlignedDocument | undefined): Stated[] {
  if (!document) return [];
  const sections = family(document, "security").flatMap(({ sections }) => sections);
  return sections.flatMap(({ lists, fields }) => [
    ...fields.map(({ label, value }) => ({
      text: `${label}: ${value.text}`,
      source: `**${label}**: ${value.source}`,
      place: document.place(value.span),
    })),
    ...lists.flatMap((list) => list.items.map((item) => stated(item, document.place))),
  ]);
}

/** @returns the questions that the PRD leaves open; what says that there is none, or gives the answer, is no question. */
export function readOpenQuestions(document: AlignedDocument | undefined): Stated[] {
  if (!document) return [];
  const sections = family(document, "open-questions").flatMap(({ sections }) => sections);
  const items = sections.flatMap(({ lists }) => lists.flatMap((list) => list.items.map((item) => stated(item, document.place))));
  return items.filter(
    ({ text, source }) =>
      !/^(?:none|no open|n\/a|-|\{.*\}$)|\b(?:answer|answered|decided|resolved|decision)\b\s*:/i.test(text) && !source.startsWith("~~"),
  );
}

const SPELLINGS: Record<string, InterfaceKind> = {
  api: "api",
  apis: "api",
  rest: "api",
  restapi: "api",
  httpapi: "api",
  library: "library",
  libraries: "library",
  sdk: "library",
  cli: "cli",
  commandline: "cli",
  service: "service",
  services: "service",
  events: "service",
  messages: "service",
};

/** Reads the kinds of interface from front matter: a list or a comma-separated text; "mixed" says nothing. */
export function readKinds(value: unknown): InterfaceKind[] {
  const words = (Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,/]/) : []).map(
    (word) => SPELLINGS[nameKey(String(word))],
  );
  return INTERFACE_KINDS.filter((kind) => words.includes(kind));
}

/** @returns the kinds that the PRD asks for in its own section, by the first words of each item. */
export function readStatedKinds(document: AlignedDocument | undefined): InterfaceKind[] {
  const sections = family(document, "interface-kinds").flatMap(({ sections }) => sections);
  const openings = sections.flatMap(({ lists, fields }) => [
    ...fields.map(({ label }) => label),
    ...lists.flatMap((list) => list.items.map(({ text }) => text.split(/[:,(]|\s-\s/, 1)[0] ?? "")),
  ]);
  return readKinds(openings);
}
