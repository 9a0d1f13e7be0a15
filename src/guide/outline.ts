import type { OutputKind } from "../config/config.ts";
import { wordFor } from "../context/standard-words.ts";
import type { Part, TemplateSection } from "../context/types.ts";
import type { Model } from "../model/types.ts";
import { shareBudget } from "./budget.ts";
import type { OpenSection } from "./open-sections.ts";
import { describeForms } from "./shape.ts";

/** Sections that groundplan writes itself. */
const OWN = new Set(["coverage", "related-documents"]);

/** So much of a section's guidance tells what a shape cannot. */
const GUIDANCE = 170;

/**
 * Sketches the sections of a document that nobody has begun, so that it can be written in one go: a line for each, with its share of the
 * lines and its shape.
 *
 * @param sections those that are missing, the one first that has a brief of its own
 */
export function outlineOf(model: Model, kind: OutputKind, [, ...rest]: readonly OpenSection[]): string[] {
  const shares = new Map(shareBudget(model, kind).map((share) => [share.title, share]));
  return rest
    .filter(({ document, alignment: { template } }) => document === kind && !OWN.has(template.facts ?? ""))
    .map(({ alignment: { template, required } }) => {
      const share = shares.get(template.title);
      const lines = share ? ` (${required ? "" : "if there is anything to say, "}about ${share.lines} lines)` : "";
      const guidance = firstWords(template.guidance);
      return `## ${template.title}${lines}: ${sketch(template, model, share?.form === "table")}${guidance === "" ? "" : `. ${guidance}`}`;
    });
}

function firstWords(guidance: string): string {
  const text = guidance.replace(/\s+/g, " ").trim();
  if (text.length <= GUIDANCE) return text;
  const sentence = text.slice(0, GUIDANCE).lastIndexOf(". ");
  return sentence > 0 ? text.slice(0, sentence + 1) : "";
}

function sketch(section: TemplateSection, model: Model, asTable: boolean): string {
  const own = section.parts.map((part) => sketchPart(part, (standard) => wordFor(section, standard)));
  const children = section.sections.flatMap((child) => {
    if (!isCalledFor(child, model)) return [];
    const repeated = child.repeated ? ` (${asTable ? "here best as a table" : describeForms(child)})` : "";
    return [`${"#".repeat(child.depth)} ${child.title}${repeated}: ${sketch(child, model, asTable)}`];
  });
  return [...own, ...children].join("; ");
}

function isCalledFor({ optional, when }: TemplateSection, { interfaceKinds, documents }: Model): boolean {
  if (!optional || when === undefined) return true;
  return interfaceKinds.some((kind) => kind === when) || Object.keys(documents).includes(when);
}

function sketchPart(part: Part, word: (standard: string) => string): string {
  switch (part.form) {
    case "prose":
      return "prose";
    case "field":
      return `**${word(part.label)}**${part.columns ? ` (table: ${part.columns.map(word).join(", ")})` : part.list ? " (list)" : ""}`;
    case "table":
      return `table: ${part.columns.map(word).join(", ")}`;
    case "list":
      return part.ordered ? "numbered list" : "list";
    case "diagram":
      return `Mermaid ${part.type}`;
  }
}
