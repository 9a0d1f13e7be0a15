import type { DataStructure, Interface, InterfaceKind, Model, Value } from "../../core.ts";
import { askedInterfaces } from "./asked.ts";
import type { Composer, Request } from "./composer.ts";
import { bodyOf, cellOf, fieldsOf } from "./inputs.ts";
import { blocks, code, gap, table } from "./markdown.ts";

/** Columns of the research report's tables in the order of its template. */
const EXISTING = ["Interface", "Location", "Relevance"];
const CONVENTION = ["Kind", "Convention"];
const KIND_NAMES: Record<InterfaceKind, string> = { api: "API", library: "Library", cli: "CLI", service: "Service" };

/** Composers of 04-backend-design.md, by the family of facts that a template section holds. */
export const BACKEND: Readonly<Record<string, Composer>> = {
  "interface-overview": ({ model }) => overview(model),
  codebase: ({ model, layout }) => codebase(model, layout.fields),
  structures: ({ model, layout }) => structures(model, layout.structures),
  endpoints: (request) => interfaces(request, "api"),
  functions: (request) => interfaces(request, "library"),
  commands: (request) => interfaces(request, "cli"),
  events: (request) => interfaces(request, "service"),
  errors: ({ model }) =>
    model.contracts.errors.length === 0
      ? []
      : table(
          ["Code", "Status", "Meaning"],
          model.contracts.errors.map(({ code: name, status, meaning }) => [code(name), status, meaning]),
        ),
  "error-format": ({ model }) => lines(bodyOf(model, "contracts", "error-format")),
  recovery: ({ model }) => lines(bodyOf(model, "contracts", "recovery")),
  pagination: (request) => labelled(request, "pagination", ["Pattern", "Parameters"]),
  "rate-limits": (request) => labelled(request, "rate-limits", ["Limits", "Window", "Throttling"]),
  versioning: (request) => labelled(request, "versioning", ["Strategy", "Current version", "Deprecation policy"]),
  "data-mapping": ({ model }) => mapping(model),
  "contract-alignment": ({ model }) => contractAlignment(model),
  security: ({ model }) => model.security.map(({ source }) => `- ${source.replace(/(?<!\s)\s*\n\s*/g, " ")}`),
};

function lines(body: string): string[] {
  return body === "" ? [] : body.split("\n");
}

function overview(model: Model): string[] {
  const kinds = model.interfaceKinds.map((kind) => KIND_NAMES[kind]);
  const stated = bodyOf(model, "prd", "interface-kinds") || bodyOf(model, "contracts", "overview");
  const type =
    kinds.length === 0 ? gap("API, Library, CLI, Service or Mixed") : kinds.length === 1 ? (kinds[0] ?? "") : `Mixed (${kinds.join(", ")})`;
  return blocks(stated === "" ? [gap("what interfaces the feature provides, for whom")] : lines(stated), [`**Interface type**: ${type}`]);
}

function codebase({ research }: Model, fields: "paragraphs" | "list"): string[] {
  const existing = research.existingInterfaces.map((row) =>
    [cellOf(row, "Interface", EXISTING), cellOf(row, "Location", EXISTING)].filter(Boolean).join(", in "),
  );
  const naming = research.conventions.map((row) => `${cellOf(row, "Kind", CONVENTION)}: ${cellOf(row, "Convention", CONVENTION)}`);
  const decided = research.existingInterfaces.map(
    (row) => `${cellOf(row, "Interface", EXISTING)}: ${cellOf(row, "Relevance", EXISTING) || gap("extend or create")}`,
  );
  const values = [
    `**Existing interfaces**: ${existing.join("; ") || gap("interfaces that are related, and what this feature takes from them")}`,
    `**Naming patterns**: ${naming.join("; ") || gap("the conventions that the names follow")}`,
    `**Decision**: ${decided.join("; ") || gap("extend existing code or create new, and why")}`,
  ];
  return fields === "list" ? values.map((value) => `- ${value}`) : blocks(...values.map((value) => [value]));
}

const COLUMNS = ["Field", "Type", "Required", "Validation", "Description"];

/** The agreed structures; where there is no contract, those that the entities suggest by their columns. */
function structures(model: Model, form: "headings" | "table"): string[] {
  const agreed = model.contracts.structures.length > 0 ? model.contracts.structures : model.entities.map(fromEntity);
  if (agreed.length === 0) return [];
  if (form === "table")
    return table(
      ["Structure", "Purpose", ...COLUMNS],
      agreed.flatMap(({ name, purpose, fields }) =>
        fields.map((field, index) => [code(name), index === 0 ? purpose || gap("purpose") : "", ...fieldRow(field)]),
      ),
    );
  return blocks(
    ...agreed.map(({ name, purpose, fields }) =>
      blocks(
        [`### ${name}`],
        [`**Purpose**: ${purpose || gap("what it represents, and when it is used")}`],
        fields.length === 0 ? [gap("the fields")] : ["**Fields**:", "", ...table(COLUMNS, fields.map(fieldRow))],
      ),
    ),
  );
}

function fieldRow({ name, type, required, validation, description }: DataStructure["fields"][number]): string[] {
  return [code(name), code(type) || gap("type"), required || gap("required"), validation || gap("rule"), description || gap("meaning")];
}

/** A column that may be null is not required. */
function fromEntity({ name, purpose, columns, place }: Model["entities"][number]): DataStructure {
  const inverted: Record<string, string> = { yes: "no", no: "yes", true: "no", false: "yes", "not null": "yes", null: "no" };
  return {
    name,
    purpose,
    place,
    fields: columns.map((column) => ({ ...column, required: inverted[column.required.toLowerCase()] ?? "" })),
  };
}

/** The agreed interfaces of one kind, in every part that the template asks for. */
function interfaces({ model, layout, labels }: Request, kind: InterfaceKind): string[] {
  const contracted = model.contracts.interfaces.filter((item) => item.kind === kind);
  const agreed = contracted.length > 0 ? contracted : askedInterfaces(model, kind, labels);
  if (agreed.length === 0) return [];
  const partOf = (item: Interface, label: string) => inline(item.values[label]) || gap(label.toLowerCase());
  if (layout.interfaces === "table")
    return table(
      ["Name", ...labels],
      agreed.map((item) => [code(item.name), ...labels.map((label) => partOf(item, label))]),
    );
  return blocks(
    ...agreed.map((item) =>
      blocks(
        [`#### ${item.name}`],
        labels.flatMap((label) =>
          layout.interfaces === "compact" ? [`- **${label}**: ${partOf(item, label)}`] : listField(label, item.values[label]),
        ),
      ),
    ),
  );
}

function inline(value: Value | undefined): string {
  if (!value) return "";
  const own = value.source.replace(/(?<!\s)\s*\n\s*/g, " ");
  const items = value.items.map(({ source }, index) => `${index + 1}) ${source.replace(/(?<!\s)\s*\n\s*/g, " ")}`).join(" ");
  return [own, items].filter(Boolean).join(" ");
}

/** A labelled field as a list item; its own items one level below it. */
function listField(label: string, value: Value | undefined): string[] {
  if (!value || inline(value) === "") return [`- **${label}**: ${gap(label.toLowerCase())}`];
  const own = value.source.replace(/(?<!\s)\s*\n\s*/g, " ");
  const numbered = /steps/i.test(label);
  return [
    `- **${label}**:${own === "" ? "" : ` ${own}`}`,
    ...value.items.map(({ source }, index) => `  ${numbered ? `${index + 1}.` : "-"} ${source.replace(/(?<!\s)\s*\n\s*/g, " ")}`),
  ];
}

/** Fields that the contracts state for all interfaces. */
function labelled({ model, layout, section }: Request, facts: string, labels: readonly string[]): string[] {
  const stated = fieldsOf(model, "contracts", facts);
  if (stated.size === 0 && section.optional) return [];
  const values = labels.map((label) => `**${label}**: ${stated.get(label.toLowerCase()) || gap(label.toLowerCase())}`);
  return layout.fields === "list" ? values.map((value) => `- ${value}`) : blocks(...values.map((value) => [value]));
}

function mapping(model: Model): string[] {
  return lines(bodyOf(model, "data-design", "mapping"));
}

/** True by construction: the composers above take both unchanged from the contracts. */
function contractAlignment({ contracts }: Model): string[] {
  const names = (items: readonly { name: string }[]) => items.map(({ name }) => code(name)).join(", ");
  return [
    ...(contracts.structures.length > 0 ? [`- Taken from the contracts unchanged, field by field: ${names(contracts.structures)}.`] : []),
    ...(contracts.interfaces.length > 0 ? [`- Offered as the contracts agree them: ${names(contracts.interfaces)}.`] : []),
  ];
}
