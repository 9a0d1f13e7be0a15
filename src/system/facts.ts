import { drawSystem } from "./diagram.ts";
import { code, link, plain, sources, table } from "./markdown.ts";
import { decisionRows, eventRows, integrationRows, patternRows, technologyRows } from "./rows.ts";
import type { System } from "./types.ts";

/** Writes the facts of one family as Markdown. */
type Writer = (system: System, overview: string) => string;

const WORDS = { api: "endpoint", library: "function", cli: "command", service: "event" } as const;

/** By the word that the template gives a section: what is written there. */
export const FACTS: Readonly<Record<string, Writer>> = {
  diagram: (system) => `\`\`\`mermaid\n${drawSystem(system)}\n\`\`\``,
  components: ({ components }, overview) =>
    table(
      ["Component", "Owner", "Purpose", "Interfaces", "Described in"],
      components.map(({ name, described }) => [
        plain(name),
        unique(described.map(({ feature }) => plain(feature.owner))),
        unique(
          described.map(({ purpose }) => plain(purpose)),
          "; ",
        ),
        unique(described.flatMap(({ exposes }) => exposes.map(code))),
        sources(described, overview),
      ]),
    ),
  patterns: (system, overview) => table(["Pattern", "Applied in", "Declined in"], patternRows(system, overview)),
  stores: ({ stores }, overview) =>
    table(
      ["Store", "Owner", "Used by", "Described in"],
      stores.map(({ name, owner, users, told }) => [plain(name), plain(owner), users.map(plain).join(", "), sources(told, overview)]),
    ),
  entities: ({ entities }, overview) =>
    table(
      ["Entity", "Owner", "Purpose", "Described in"],
      entities.map((entity) => [code(entity.name), plain(entity.feature.owner), plain(entity.purpose), sources([entity], overview)]),
    ),
  integrations: (system, overview) => table(["System", "Boundary", "Provided by", "Used by"], integrationRows(system, overview)),
  "internal-integrations": ({ integrations }, overview) =>
    table(
      ["Service", "Feature", "Mechanism", "Purpose"],
      integrations
        .filter(({ boundary }) => boundary === "internal")
        .map((row) => [plain(row.system), sources([row], overview), plain(row.mechanism), plain(row.purpose)]),
    ),
  "external-integrations": ({ integrations }, overview) =>
    table(
      ["System", "Feature", "Interface", "Purpose", "Fallback"],
      integrations
        .filter(({ boundary }) => boundary === "external")
        .map((row) => [plain(row.system), sources([row], overview), plain(row.mechanism), plain(row.purpose), plain(row.fallback)]),
    ),
  events: (system, overview) => table(["Event", "Producers", "Consumers", "Described in"], eventRows(system, overview)),
  interfaces: ({ interfaces }, overview) =>
    table(
      ["Interface", "Kind", "Owner", "Described in"],
      interfaces.map(({ name, kind, claims }) => [
        code(name),
        WORDS[kind],
        unique(claims.map(({ feature }) => plain(feature.owner))),
        sources(claims, overview),
      ]),
    ),
  technologies: (system, overview) =>
    table(["Technology", "Versions", "Layers", "Used in", "Disagreement"], technologyRows(system, overview)),
  flows: ({ flows }, overview) =>
    table(
      ["Path", "Feature", "Described in"],
      flows.map((flow) => [plain(flow.name), plain(flow.feature.title), sources([flow], overview)]),
    ),
  decisions: (system, overview) => table(["Decision", "Status", "Decided in", "Referenced by"], decisionRows(system, overview)),
  errors: ({ errors }, overview) =>
    table(
      ["Code", "Status", "Meaning", "Used in"],
      errors.flatMap(({ code: name, meanings }) =>
        meanings.map((told) => [
          code(name),
          plain(told.status),
          plain(told.meaning),
          link(shortName(told.feature.name), told.place.file, overview),
        ]),
      ),
    ),
};

function shortName(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}

function unique(texts: readonly string[], separator = ", "): string {
  return [...new Set(texts.filter(Boolean))].join(separator);
}
