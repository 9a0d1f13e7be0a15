import type { InterfaceKind } from "../../config/config.ts";
import type { Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { family } from "../documents/families.ts";
import { cell, readRows } from "../documents/items.ts";
import { readItems } from "../documents/records.ts";
import type { AlignedDocument, ErrorCode, Interface } from "../types.ts";

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
    family(document, facts)
      .flatMap(({ children }) => children.filter(({ template }) => template.repeated))
      .flatMap((child) => readItems(child, document.place))
      .map((item) => ({ ...item, kind })),
  );
  return found.length > 0 ? found : foreignEndpoints(document);
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
