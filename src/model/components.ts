import { family } from "./documents/families.ts";
import { readRows } from "./documents/items.ts";
import { readItems } from "./documents/records.ts";
import { readConsumption, readExposure } from "./interfaces/exposure.ts";
import type { AlignedDocument, Component, Item, Row } from "./types.ts";

/** @returns the components of the architecture, from headings or table rows. */
export function readComponents(document: AlignedDocument | undefined): Component[] {
  if (!document) return [];
  return family(document, "components")
    .flatMap(({ children }) => children.filter(({ template }) => template.repeated))
    .flatMap((child) => readItems(child, document.place))
    .map(asComponent);
}

/** @returns the components that the research report lists in its table. */
export function readResearchedComponents(document: AlignedDocument | undefined): Component[] {
  if (!document) return [];
  const tables = family(document, "components").flatMap(({ sections }) => sections.flatMap((section) => section.tables));
  return readRows(tables, document.place).map((row) => {
    const [name, ...rest] = Object.entries(row.cells);
    const values = Object.fromEntries(
      rest.map(([label, cell]) => [
        label,
        { text: cell.text, source: cell.source, codes: cell.codes, items: [], place: document.place(cell.span) },
      ]),
    );
    return asComponent({ name: name?.[1].text ?? "", values, form: "row", place: row.place });
  });
}

function asComponent(item: Item): Component {
  const responsibilities = item.values.Responsibilities;
  const listed = responsibilities?.items.map(({ text }) => text) ?? [];
  return {
    ...item,
    name: withoutQualifier(item.name),
    purpose: item.values.Purpose?.text ?? "",
    responsibilities: listed.length > 0 ? listed : (responsibilities?.text ?? "").split(/;\s*/).filter(Boolean),
    dependencies: item.values.Dependencies?.text ?? "",
    interfaces: item.values.Interfaces?.text ?? "",
    exposes: readExposure(item),
    consumes: readConsumption(item),
  };
}

/** "Loan Routes, new, in routes.py", "`routes.py` (changed)": whether a part is there already, and where, is no part of its name. */
function withoutQualifier(name: string): string {
  return name
    .replace(/,\s(?:new|existing|changed|extended|unchanged|planned|external|removed|as (?:today|before))\b.{0,300}$/is, "")
    .replace(/\s\((?:new|existing|changed|extended|unchanged|planned|removed|as (?:today|before))\)$/i, "");
}

/** @returns the rows of every table in the sections of a family. */
export function readFamilyRows(document: AlignedDocument | undefined, facts: string): Row[] {
  if (!document) return [];
  return readRows(
    family(document, facts).flatMap(({ sections }) => sections.flatMap((section) => section.tables)),
    document.place,
  );
}

/** @returns the flows of the architecture, one for each heading. */
export function readFlows(document: AlignedDocument | undefined): Item[] {
  if (!document) return [];
  return family(document, "flows")
    .flatMap(({ children }) => children.filter(({ template }) => template.repeated))
    .flatMap((child) => readItems(child, document.place));
}
