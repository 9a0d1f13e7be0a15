import { isKnown, partyKeys } from "../../model/diagrams/parties.ts";
import { cell } from "../../model/documents/items.ts";
import { allAlignments, saysNothing } from "../../model/query.ts";
import type { Model, Place, Row, Section } from "../../model/types.ts";
import { closest } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

/** The columns that say what happens while a system is away. */
const FALLBACK = /fallback|unavailab|failure|degrad|when it is away/i;

export default defineCheck({
  id: "undocumented-integration",
  category: "integration",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected the system "{name}" among the integration points.',
      advice: "Add a row to {section}: how it is reached, what for, and what happens while it is away.",
    },
    misspelt: {
      text: 'Expected the system "{name}" among the integration points.',
      advice: 'Did you mean it by "{suggestion}"? Use the name of the PRD.',
    },
    "no-fallback": {
      text: 'Expected a fallback for the external system "{name}".',
      advice: "Say what the feature does while the system is away: what is refused, what waits, for how long.",
    },
  },
  *run(model) {
    const { internalIntegrations, externalIntegrations } = model.architecture;
    // A team's own template may ask for no integrations.
    const asked = model.documents.architecture ? allAlignments(model.documents.architecture).map(({ template }) => template.facts) : [];
    if (!asked.includes("external-integrations")) return;
    const rows = [...internalIntegrations, ...externalIntegrations];
    const documented = rows.map(nameOf);
    const keys = partyKeys(documented);
    for (const { name, external, related } of systems(model)) {
      // Without the section, or without a row in it, that is the one thing to say.
      if (
        isToldElsewhere(
          model,
          external ? "external-integrations" : "internal-integrations",
          external ? externalIntegrations : internalIntegrations,
        )
      )
        continue;
      if (isKnown(name, keys) || documented.some((other) => isKnown(other, partyKeys([name])))) continue;
      const section = external ? "External Integrations" : "Internal Integrations";
      const place = sectionPlace(model, external ? "external-integrations" : "internal-integrations");
      const suggestion = closest(name, documented);
      if (suggestion) yield { message: "misspelt", place, related, arguments: { name, suggestion } };
      else yield { message: "missing", place, related, arguments: { name, section } };
    }
    // A row that names no system belongs to another table, or lacks its column: empty-section tells.
    for (const row of externalIntegrations.filter((candidate) => cell(candidate, "System") ?? cell(candidate, "Service"))) {
      const fallback = Object.keys(row.cells).find((column) => FALLBACK.test(column));
      const text = fallback === undefined ? undefined : row.cells[fallback]?.text;
      // Where the template asks for the column, empty-section tells that it is missing or empty.
      if (saysNothing(text) && asksForFallback(model)) continue;
      if (saysNothing(text) || /^(?:none|n\/a|no fallback)\.?$/i.test(text?.trim() ?? ""))
        yield { message: "no-fallback", place: row.place, arguments: { name: nameOf(row) } };
    }
  },
});

function asksForFallback({ documents }: Model): boolean {
  const all = documents.architecture ? allAlignments(documents.architecture) : [];
  const parts = all.filter(({ template }) => template.facts === "external-integrations").flatMap(({ template }) => template.parts);
  return parts.some((part) => part.form === "table" && part.columns.some((column) => FALLBACK.test(column)));
}

/** Another check tells that Integration Points are missing or empty, or that the table of the systems is. */
function isToldElsewhere({ documents }: Model, facts: string, rows: readonly Row[]): boolean {
  const all = documents.architecture ? allAlignments(documents.architecture) : [];
  const parent = all.find(({ children }) => children.some(({ template }) => template.facts === facts));
  if (rows.length > 0 || !parent) return false;
  const isEmpty = ({ paragraphs, lists, tables, sections }: Section) =>
    paragraphs.length + lists.length + tables.length + sections.length === 0;
  const own = parent.children.find(({ template }) => template.facts === facts)?.sections ?? [];
  return own.length > 0 || parent.sections.every(isEmpty);
}

function nameOf(row: Row): string {
  return (cell(row, "System") ?? cell(row, "Service") ?? Object.values(row.cells)[0])?.text ?? "";
}

interface System {
  name: string;
  external: boolean;
  related: Place;
}

/** A group of which there are none says so with a node. */
const NOBODY = /^\s*(?:(?:none|nothing|nobody|n\/a|-|no (?:other )?(?:external )?(?:systems?|services?))\s*)?$/i;

/** The systems that the PRD lists, and those that the system diagram draws as external. */
function systems({ integrations, diagrams }: Model): System[] {
  const listed = integrations.map((row) => ({
    name: nameOf(row),
    external: !/\binternal\b|\bour own\b|\bin-house\b/i.test((cell(row, "Owner") ?? cell(row, "Type"))?.text ?? ""),
    related: row.place,
  }));
  const known = partyKeys(listed.map(({ name }) => name));
  const drawn = diagrams
    .filter(({ document, type }) => document === "architecture" && /^(?:flowchart|graph)/.test(type))
    .flatMap(({ nodes }) => nodes)
    .filter(({ layer, name }) => layer === "external" && !NOBODY.test(name) && !isKnown(name, known))
    .map(({ name, place }) => ({ name, external: true, related: place }));
  return [...listed.filter(({ name }) => !NOBODY.test(name)), ...drawn];
}

function sectionPlace({ documents }: Model, facts: string): Place {
  const document = documents.architecture;
  if (!document) return { file: "", line: 1, column: 1 };
  const all = allAlignments(document);
  const parent = all.find(({ children }) => children.some(({ template }) => template.facts === facts));
  const section = all.find(({ template }) => template.facts === facts)?.sections[0] ?? parent?.sections[0];
  return section ? document.place(section.heading) : { file: document.file, line: 1, column: 1 };
}
