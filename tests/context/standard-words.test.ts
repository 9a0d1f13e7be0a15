import { describe, expect, it } from "vitest";
import { withStandardAnswer } from "../../src/context/lexicon/labels.ts";
import { loadShipped } from "../../src/context/shipped.ts";
import { withStandardWords } from "../../src/context/standard-words.ts";
import { parseTemplate } from "../../src/context/template.ts";
import type { TemplateSection } from "../../src/context/types.ts";

const { templates, lexicon } = loadShipped();
const SHIPPED = templates.find(({ kind }) => kind === "architecture") ?? expect.fail("no template of the architecture");

/** The words of a team's template that have standard names, by section. */
function wordsOf(body: string): Record<string, TemplateSection["words"]> {
  const template = parseTemplate(`---\nkind: architecture\n---\n\n# {Title}\n\n${body}`, "context/templates/own.md");
  const all: Record<string, TemplateSection["words"]> = {};
  const visit = ({ title, words, sections }: TemplateSection) => {
    if (words) all[title] = words;
    sections.forEach(visit);
  };
  withStandardWords(template, SHIPPED, lexicon).sections.forEach(visit);
  return all;
}

const section = (heading: string, facts: string, below: string) => `## ${heading}\n\n<!-- facts: ${facts} -->\n\n${below}\n`;
const table = (...columns: string[]) => `| ${columns.join(" | ")} |\n| ${columns.map(() => "---").join(" | ")} |\n| {a} |`;

describe("the words of a team's template", () => {
  it.each([
    {
      what: "a language of the lexicon, in another order and with a column of the team's own",
      body: section("Eingesetzte Technik", "stack", table("Begründung", "Technologie", "Schicht", "Kosten")),
      words: { "Eingesetzte Technik": { Justification: "Begründung", Technology: "Technologie", Layer: "Schicht" } },
    },
    {
      what: "a language without a lexicon: a translation has as many, in the same order",
      body: section("Použité technologie", "stack", table("Vrstva", "Technologie X", "Zdůvodnění")),
      words: { "Použité technologie": { Layer: "Vrstva", Technology: "Technologie X", Justification: "Zdůvodnění" } },
    },
    {
      what: "labels of records",
      body: section(
        "Součásti",
        "components",
        "### {Název}\n\n**Účel**: {a}\n\n**Odpovědnosti**:\n\n- {b}\n\n**Závislosti**: {c}\n\n**Rozhraní**: {d}",
      ),
      words: { "{Název}": { Purpose: "Účel", Responsibilities: "Odpovědnosti", Dependencies: "Závislosti", Interfaces: "Rozhraní" } },
    },
  ])("have standard names: $what", ({ body, words }) => {
    expect(wordsOf(body)).toEqual(words);
  });

  it.each([
    { what: "the standard names themselves", body: section("Stack", "stack", table("Layer", "Technology", "Justification")) },
    {
      what: "a column that the shipped template does not ask for",
      body: section("Stack", "stack", table("Layer", "Technology", "Licence")),
    },
    { what: "a section that holds no known facts", body: "## Kosten\n\n| Posten | Betrag |\n| --- | --- |\n| {a} | {b} |\n" },
    { what: "columns of another number that no lexicon knows", body: section("Použité", "stack", table("Vrstva", "Zdůvodnění")) },
  ])("stay: $what", ({ body }) => {
    expect(wordsOf(body)).toEqual({});
  });
});

describe("answers", () => {
  it.each([
    ["Ja", ["yes", "no"], "yes"],
    ["Nein, wenn leer", ["yes", "no"], "no, wenn leer"],
    ["Abgelehnt: zu teuer", ["applied", "declined"], "declined: zu teuer"],
    ["不采用：代价太高", ["applied", "declined"], "declined：代价太高"],
    ["нет", ["none"], "none"],
    ["нет", ["yes", "no"], "no"],
    ["Janus service", ["yes", "no"], "Janus service"],
    ["keine Angabe zum Typ", ["none"], "keine Angabe zum Typ"],
    ["", ["none"], ""],
  ] as const)("%j answers, where %j may: %j", (text, expected, answer) => {
    expect(withStandardAnswer(lexicon, text, expected)).toBe(answer);
  });
});
