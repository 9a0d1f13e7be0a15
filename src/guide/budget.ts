import type { OutputKind } from "../config/config.ts";
import { lineBudget } from "../config/settings.ts";
import type { Template, TemplateSection } from "../context/types.ts";
import type { Model } from "../model/types.ts";

/** How a repeated section is best written within the budget. */
export type Form = "headings" | "table";

/** The lines that one top section may take, its heading and blank lines included. */
export interface SectionBudget {
  title: string;
  lines: number;
  /** For sections that repeat: the form in which they fit. */
  form: Form;
}

/** What a family of facts brings: how many items, and the lines that each takes in either form. */
interface Load {
  items: number;
  headings: number;
  table: number;
}

const FRONT_MATTER_AND_TITLE = 14;
/** Heading, blank lines, and the head of a table. */
const TABLE_FRAME = 6;

/**
 * Shares the line budget of an output among its sections. Sections that hold many components, structures
 * or interfaces get what these need; where headings would not fit, the heaviest are to become tables.
 */
export function shareBudget(model: Model, kind: OutputKind): SectionBudget[] {
  const template = model.context.templates[kind];
  const { min, max } = template.lines ?? { min: 150, max: 200 };
  const available = Math.round((min + max) / 2) - FRONT_MATTER_AND_TITLE;
  const shares = sharesOf(template);
  const loads = new Map(template.sections.map((section) => [section, loadOf(section, model)]));
  const forms = chooseForms(template, loads, shares, available);
  const needs = template.sections.map((section) => needOf(section, loads, forms, shares, available));
  const total = needs.reduce((sum, lines) => sum + lines, 0);
  // Small features are stretched, large ones are squeezed: the whole comes out inside.
  return template.sections.map(({ title }, index) => ({
    title,
    lines: Math.max(4, Math.floor(((needs[index] ?? 0) * available) / total)),
    form: forms.get(title) ?? "headings",
  }));
}

/** What a document cannot hold, before it is begun. */
export interface Outgrown {
  /** Lines that what the feature holds takes in the closest form that can still be read, and those that there are. */
  needs: number;
  holds: number;
  /** The sections that need most, with what they hold. */
  heaviest: { title: string; items: number; lines: number }[];
}

/** @returns what an output would need beyond its budget; undefined where it fits */
export function outgrows(model: Model, kind: OutputKind): Outgrown | undefined {
  const template = model.context.templates[kind];
  const settings = model.documents[kind]?.settings.lines[kind];
  const holds = lineBudget(template.lines, settings)?.max ?? Number.POSITIVE_INFINITY;
  const loads = new Map(template.sections.map((section) => [section, loadOf(section, model)]));
  const shares = sharesOf(template);
  // A larger budget makes no other section longer.
  const available = Math.min(template.lines?.max ?? USUAL, USUAL) - FRONT_MATTER_AND_TITLE;
  const forms = chooseForms(template, loads, shares, available);
  const lines = template.sections.map((section) => ({
    title: section.title,
    items: loads.get(section)?.items ?? 0,
    lines: Math.round(needOf(section, loads, forms, shares, available)),
  }));
  const needs = FRONT_MATTER_AND_TITLE + lines.reduce((sum, each) => sum + each.lines, 0);
  // What only shares say is squeezed as far as half; what the feature holds is not.
  const least = FRONT_MATTER_AND_TITLE + lines.reduce((sum, { items, lines: own }) => sum + (items > 0 ? own : own * SQUEEZED), 0);
  const heaviest = lines.filter(({ items }) => items > 0).sort((a, b) => b.lines - a.lines);
  return least > holds ? { needs, holds, heaviest: heaviest.slice(0, 3) } : undefined;
}

/** Lines of a document that nobody has given another budget. */
const USUAL = 200;

/** How far a section can be squeezed whose length nothing in the feature says. */
const SQUEEZED = 0.6;

function sharesOf({ sections }: Template): Map<TemplateSection, number> {
  const total = sections.reduce((sum, { share = 5 }) => sum + share, 0);
  return new Map(sections.map((section) => [section, (section.share ?? 5) / total]));
}

function needOf(
  section: TemplateSection,
  loads: Map<TemplateSection, Load | undefined>,
  forms: Map<string, Form>,
  shares: Map<TemplateSection, number>,
  available: number,
): number {
  const load = loads.get(section);
  if (!load || load.items === 0) return (shares.get(section) ?? 0) * available;
  return forms.get(section.title) === "table" ? TABLE_FRAME + load.items * load.table : 2 + load.items * load.headings;
}

/** Turns the sections that save most into tables, one by one, until the document fits. */
function chooseForms(
  template: Template,
  loads: Map<TemplateSection, Load | undefined>,
  shares: Map<TemplateSection, number>,
  available: number,
): Map<string, Form> {
  const forms = new Map<string, Form>();
  const total = () => template.sections.reduce((sum, section) => sum + needOf(section, loads, forms, shares, available), 0);
  const bySaving = template.sections
    .flatMap((section) => {
      const load = loads.get(section);
      return load && load.table < load.headings ? [{ title: section.title, saving: load.items * (load.headings - load.table) }] : [];
    })
    .sort((a, b) => b.saving - a.saving);
  for (const { title } of bySaving) {
    if (total() <= available) break;
    forms.set(title, "table");
  }
  return forms;
}

/** Of at most six columns: what an interface is in one table, its steps and errors in another. */
const ROWS_OF_INTERFACE = 2;

/** What is known of a section's items before it is written: from the inputs. */
function loadOf(section: TemplateSection, model: Model): Load | undefined {
  switch (section.facts) {
    case "components":
      return { items: model.research.components.length, headings: 10, table: 1 };
    case "flows":
      return { items: model.userFlows.length, headings: 16, table: 16 };
    case "structures":
      return structureLoad(model);
    default:
      return section.sections.some(({ facts }) => facts === "endpoints")
        ? { items: model.contracts.interfaces.length || askedEndpoints(model), headings: 14, table: ROWS_OF_INTERFACE }
        : undefined;
  }
}

/** Without contracts the PRD says how many endpoints there will be at least. */
function askedEndpoints({ requirements }: Model): number {
  const named = requirements.flatMap(({ text }) => text.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\s\/[^\s`,;)]{1,120}/g) ?? []);
  return new Set(named).size;
}

function structureLoad({ contracts: { structures } }: Model): Load {
  const fields = structures.reduce((sum, structure) => sum + structure.fields.length, 0);
  const average = structures.length === 0 ? 0 : fields / structures.length;
  return { items: structures.length, headings: 8 + average, table: average };
}
