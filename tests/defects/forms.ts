import type { AlignedDocument, DataStructure, Model } from "../../src/model/types.ts";
import { type Edit, HERE, replace } from "./edit.ts";

/** Both examples keep components and structures in tables; these write them as headings, the template's other form. */

/** A record under a heading: its name and its labelled parts; a mark goes before the heading. */
export interface Record_ {
  name: string;
  marked?: boolean;
  parts: string[];
}

/** @returns the records as sections of a rank. */
export function asHeadings(records: readonly Record_[], depth: number): string {
  return records
    .map(({ name, marked, parts }) => [`${marked ? HERE : ""}${"#".repeat(depth)} ${name}`, ...parts].join("\n\n"))
    .join("\n\n");
}

/** Replaces the contents of the section that holds a family of facts. */
export function replaceContents(document: AlignedDocument, facts: string, contents: string): Edit {
  const section = document.alignments.find(({ template }) => template.facts === facts)?.sections[0];
  if (!section) throw new Error(`no section holds ${facts}`);
  return replace({ start: section.heading.end, end: section.span.end }, `\n\n${contents}\n\n`);
}

/** @returns the components of the architecture as records with a part for each label. */
export function componentRecords({ architecture }: Model): { name: string; parts: Map<string, string> }[] {
  return architecture.components.map(({ name, values }) => ({
    name,
    parts: new Map(Object.entries(values).map(([label, { source }]) => [label, `**${label}**: ${source}`])),
  }));
}

/** @returns a structure's purpose, label and table of fields. */
export function structureParts({ purpose, fields }: DataStructure): { purpose: string; fields: string[][] } {
  const header = ["Field", "Type", "Required", "Validation", "Description"];
  const rows = fields.map(({ name, type, required, validation, description }) => [`\`${name}\``, type, required, validation, description]);
  return { purpose: `**Purpose**: ${purpose}`, fields: [header, header.map(() => "---"), ...rows] };
}

/** @returns the lines of a table. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
