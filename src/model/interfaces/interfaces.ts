import type { InterfaceKind } from "../../config/config.ts";
import type { Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { family } from "../documents/families.ts";
import { cell, fieldParts, joined, labelledValues, readRows, says } from "../documents/items.ts";
import { readItems } from "../documents/records.ts";
import type { AlignedDocument, Alignment, ErrorCode, Interface, Item, Value } from "../types.ts";
import { ERROR_PARTS } from "./error-uses.ts";

/** The family of facts that holds the interfaces of each kind. */
export const INTERFACE_FACTS: Readonly<Record<InterfaceKind, string>> = {
  api: "endpoints",
  library: "functions",
  cli: "commands",
  service: "events",
};

const ENDPOINT = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/\S*/i;

/** @returns the endpoints, functions, commands and events of the contracts or of the backend design. */
export function readInterfaces(document: AlignedDocument | undefined): Interface[] {
  if (!document) return [];
  const kinds = Object.entries(INTERFACE_FACTS) as [InterfaceKind, string][];
  const found = kinds.flatMap(([kind, facts]) =>
    family(document, facts).flatMap((group) => {
      const items = group.children.filter(({ template }) => template.repeated).flatMap((child) => readItems(child, document.place));
      return withShared(items, sharedValues(document, group)).map((item) => ({ ...item, kind }));
    }),
  );
  return found.length > 0 ? found : foreignEndpoints(document);
}

/** What is said once for all interfaces of a kind, below its heading or below the one that holds all kinds. */
function sharedValues(document: AlignedDocument, group: Alignment): Record<string, Value> {
  const labels = group.children.flatMap(({ template }) => (template.repeated ? fieldParts(template.parts).map(({ label }) => label) : []));
  const holder = document.alignments.find(({ children }) => children.includes(group));
  const sections = [...(holder?.sections ?? []), ...group.sections];
  return Object.assign({}, ...sections.map((section) => labelledValues(section, labels, document.place)));
}

/** An interface may add failures to those of all; what else it says of its own counts alone. */
function withShared(items: readonly Item[], shared: Readonly<Record<string, Value>>): Omit<Interface, "kind">[] {
  const all = Object.entries(shared);
  if (all.length === 0) return [...items];
  return items.map((item) => {
    const values = { ...item.values };
    const added: Record<string, Value> = {};
    for (const [label, value] of all) {
      const own = values[label];
      if (!own || !says(own)) values[label] = value;
      else if (ERROR_PARTS.includes(label)) [values[label], added[label]] = [joined([own, value]), value];
    }
    return { ...item, values, ...(Object.keys(added).length > 0 && { added }) };
  });
}

/** A document of another shape: every heading that is a method and a path is an endpoint. */
function foreignEndpoints(document: AlignedDocument): Interface[] {
  const endpoints = document.markdown.allSections.filter(({ title }) => ENDPOINT.test(title));
  return family(document, INTERFACE_FACTS.api)
    .flatMap(({ children }) => children.filter(({ template }) => template.repeated))
    .flatMap((child) => readItems({ ...child, sections: endpoints, tables: [] }, document.place))
    .map((item) => ({ ...item, kind: "api" }));
}

/** @returns the rows of the table of error codes. */
export function readErrorCodes(document: AlignedDocument | undefined): ErrorCode[] {
  if (!document) return [];
  const tables = family(document, "errors").flatMap(({ sections }) => sections.flatMap((section) => section.tables));
  return readRows(tables.length > 0 ? tables : foreignErrors(document), document.place).map((row) => ({
    code: cell(row, "Code")?.text ?? "",
    status: cell(row, "Status")?.text ?? "",
    meaning: cell(row, "Meaning")?.text ?? "",
    place: row.place,
  }));
}

/** Where no heading is that of the codes: a table of codes and their statuses right below one on errors. */
function foreignErrors({ markdown }: AlignedDocument): Table[] {
  const sections = markdown.allSections.filter(({ title }) => /\berrors?\b/i.test(title));
  return sections.flatMap(({ tables }) =>
    tables.filter(({ header }) => {
      const columns = header.map(({ text }) => nameKey(text));
      return columns[0] === "code" && columns.includes("status");
    }),
  );
}
