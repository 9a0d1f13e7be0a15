import type { DataStructure, Interface, Model } from "../../model/types.ts";
import { titleOf } from "./source.ts";

/** The headings under which the template of contracts keeps the interfaces of each kind. */
const HEADINGS: readonly (readonly [kind: Interface["kind"], heading: string])[] = [
  ["api", "API Endpoints"],
  ["library", "Library Interfaces"],
  ["cli", "CLI Commands"],
  ["service", "Service Contracts"],
];

/** @returns structures, interfaces and error codes of a backend design in the form of the template of contracts */
export function exportMarkdown(model: Model): string {
  const { structures, interfaces, errors } = model.backend;
  const kinds = HEADINGS.flatMap(([kind, heading]) => {
    const own = interfaces.filter((each) => each.kind === kind);
    return own.length > 0 ? [`### ${heading}`, ...own.map(interfaceText)] : [];
  });
  const codes = errors.map(({ code, status, meaning }) => row([`\`${code}\``, status, meaning]));
  return `${[
    `# ${titleOf(model)}: Interface Contracts`,
    ...(structures.length > 0 ? ["## Data Structures", ...structures.map(structureText)] : []),
    ...(kinds.length > 0 ? ["## Interfaces", ...kinds] : []),
    ...(codes.length > 0 ? ["## Error Codes", [row(["Code", "Status", "Meaning"]), row(["---", "---", "---"]), ...codes].join("\n")] : []),
  ].join("\n\n")}\n`;
}

function structureText({ name, purpose, fields }: DataStructure): string {
  const rows = fields.map((field) => row([`\`${field.name}\``, field.type, field.required, field.validation, field.description]));
  const head = [row(["Field", "Type", "Required", "Validation", "Description"]), row(["---", "---", "---", "---", "---"])];
  return [`### ${name}`, `**Purpose**: ${purpose}`, "**Fields**:", [...head, ...rows].join("\n")].join("\n\n");
}

function interfaceText({ name, values }: Interface): string {
  const parts = Object.entries(values).map(([label, { source, items }]) =>
    items.length > 0 ? `**${label}**:\n\n${items.map((item) => `- ${item.source}`).join("\n")}` : `**${label}**: ${source}`,
  );
  return [`#### ${name}`, ...parts].join("\n\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/[ \t]{0,99}\n[ \t\n]{0,99}/g, " ")).join(" | ")} |`;
}
