import type { InterfaceKind, Model, Source } from "../../core.ts";
import { statedIn, wholeOf } from "../../core.ts";
import { codebase } from "./codebase.ts";
import type { Composer, Request } from "./composer.ts";
import { security } from "./concerns.ts";
import { errorCodes, errorFormat, paging, rateLimits, recovery, versioning } from "./handling.ts";
import { bodyOf, fieldsOf, linesOf } from "./inputs.ts";
import { interfaces } from "./interfaces.ts";
import { blocks, code, gap } from "./markdown.ts";
import { from, suggested } from "./origins.ts";
import { structures } from "./structures.ts";

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
  errors: ({ model }) => errorCodes(model),
  "error-format": ({ model }) => orElse(linesOf(model, "contracts", "error-format"), () => errorFormat(model)),
  recovery: ({ model }) => orElse(linesOf(model, "contracts", "recovery"), () => recovery(model)),
  pagination: (request) => labelled(request, "pagination", ["Pattern", "Parameters"], paging),
  "rate-limits": (request) => labelled(request, "rate-limits", ["Limits", "Window", "Throttling"], rateLimits),
  versioning: (request) => labelled(request, "versioning", ["Strategy", "Current version", "Deprecation policy"], versioning),
  "data-mapping": ({ model }) => mapping(model),
  "contract-alignment": ({ model }) => contractAlignment(model),
  security: ({ model }) => security(model),
};

function orElse(stated: string[], other: () => string[]): string[] {
  return stated.length > 0 ? stated : other();
}

function overview(model: Model): string[] {
  const { kinds: made, interfaces: named } = statedIn(model);
  const kinds = made.map((kind) => KIND_NAMES[kind]);
  const stated = linesOf(
    model,
    bodyOf(model, "prd", "interface-kinds") === "" ? "contracts" : "prd",
    bodyOf(model, "prd", "interface-kinds") === "" ? "overview" : "interface-kinds",
  );
  const type =
    kinds.length === 0
      ? gap(`API, Library, CLI, Service or several${kindHint(model)}`)
      : kinds.length === 1
        ? (kinds[0] ?? "")
        : `Mixed (${kinds.join(", ")})`;
  const offered = named.filter(({ kind }) => made.includes(kind)).map(({ name }) => code(name));
  const told = offered.length === 0 ? "The PRD names no endpoint, command, event or function." : offer(model, offered);
  const naming = named.filter(({ kind }) => made.includes(kind)).flatMap(({ said }) => said.slice(0, 1).map(({ source }) => source));
  const place = model.documents.prd && { file: model.documents.prd.file, line: 1 };
  // What the PRD says itself of its kinds is stated, what the names in it make out is not.
  const remember = model.interfaceKinds.length > 0 ? from : suggested;
  return blocks(stated.length === 0 ? [from(told, ...naming)] : stated, [
    remember(`**Interface type**: ${type}`, ...(model.interfaceKinds.length > 0 || kinds.length === 0 ? [place] : naming)),
  ]);
}

const MOST_NAMED = 8;

/** What the statements tell of without naming an interface. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:pages?|dashboards?|browsers?|clicks?|buttons?|screens?|frontend|front-end|web ?app|website|forms?)\b/i,
    "pages and what is done on them, which an API would serve",
  ],
  [/\b(?:terminal|command line|stdout|stderr|console)\b/i, "a terminal, which a CLI would serve"],
  [
    /\b(?:queue|consum(?:es?|ers?)|publish\w*|scheduled?|nightly|every \d{1,3} minutes)\b/i,
    "work without a call, which a service would do",
  ],
  [/\b(?:package|sdk|librar(?:y|ies)|imports?|module)\b/i, "code that others import, which a library would be"],
];

function kindHint(model: Model): string {
  const { said } = statedIn(model);
  const [found] = HINTS.flatMap(([pattern, told]) => {
    const one = said.find((each) => pattern.test(wholeOf(each)));
    return one ? [`: the PRD tells of ${told} (${one.id})`] : [];
  });
  return found ?? ": the PRD names none";
}

function offer(model: Model, offered: readonly string[]): string {
  const { actors } = statedIn(model);
  const shown = offered.slice(0, MOST_NAMED).join(", ");
  const rest = offered.length > MOST_NAMED ? ` and ${offered.length - MOST_NAMED} more` : "";
  return `The PRD names ${shown}${rest}${actors.length === 0 ? "" : `, for ${actors.join(", ")}`}.`;
}

/** What one can choose between. */
const OPTIONS: Readonly<Record<string, string>> = {
  versioning: " (in the path, in a header, or none, with its reason)",
  pagination: " (by page, by cursor, or none)",
  "rate-limits": " (for each caller, each address, or none)",
};

/** Fields that the contracts state for all interfaces; else what the PRD says of them, and one question for the rest. */
function labelled(
  { model, layout, section }: Request,
  facts: string,
  labels: readonly string[],
  told: (model: Model) => ReadonlyMap<string, string>,
): string[] {
  const agreed = fieldsOf(model, "contracts", facts);
  const stated = agreed.size > 0 ? agreed : told(model);
  if (stated.size === 0 && section.optional) return [];
  const silent = labels.filter((label) => !stated.get(label.toLowerCase()));
  const values = labels.flatMap((label) => (silent.includes(label) ? [] : [`**${label}**: ${stated.get(label.toLowerCase())}`]));
  const known = layout.fields === "list" ? values.map((value) => `- ${value}`) : blocks(...values.map((value) => [value]));
  return silent.length === 0 ? known : blocks(known, [gap(`${silent.join(", ").toLowerCase()}${OPTIONS[facts] ?? ""}: nothing is stated`)]);
}

function mapping(model: Model): string[] {
  return linesOf(model, "data-design", "mapping");
}

/** True by construction: the composers above take both unchanged from the contracts. */
function contractAlignment({ contracts }: Model): string[] {
  const names = (items: readonly { name: string; place: Source }[]) => items.map(({ name }) => code(name)).join(", ");
  const places = (items: readonly { place: Source }[]) => items.map(({ place }) => place);
  return [
    ...(contracts.structures.length > 0
      ? [from(`- Taken from the contracts unchanged, field by field: ${names(contracts.structures)}.`, ...places(contracts.structures))]
      : []),
    ...(contracts.interfaces.length > 0
      ? [from(`- Offered as the contracts agree them: ${names(contracts.interfaces)}.`, ...places(contracts.interfaces))]
      : []),
  ];
}
