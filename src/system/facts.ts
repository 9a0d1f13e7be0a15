import type { Answers } from "./page/asked.ts";
import { drawSystem } from "./page/diagram.ts";
import { code, link, plain, sources, table } from "./page/markdown.ts";
import { eventRows, integrationRows, technologyRows } from "./page/rows.ts";
import {
  componentsToAsk,
  componentTable,
  decisionsToAsk,
  decisionTable,
  externalTable,
  flowSteps,
  patternsToAsk,
  patternTable,
  relationTable,
  securityTable,
  storesToAsk,
  storeTable,
  systemsToAsk,
} from "./page/told.ts";
import type { Benefits, System } from "./types.ts";

/** Writes the facts of one family as Markdown, with what people have answered and what the catalogue says of patterns. */
type Writer = (system: System, overview: string, answers: Answers, benefits: Benefits) => string;

/** What a family asks people for, where no document states it. */
interface Question {
  subject: string;
  columns: Readonly<Record<string, string>>;
  names(system: System): string[];
}

/** By family, what is asked for. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  components: {
    subject: "Component",
    columns: { Technology: "Language, framework, version", Location: "Folder or repository of the code" },
    names: componentsToAsk,
  },
  patterns: {
    subject: "Pattern",
    columns: { Benefits: "Why it is used here", Example: "Place in the code that shows it best" },
    names: patternsToAsk,
  },
  stores: {
    subject: "Storage",
    columns: { Data: "Kinds of data in it", Rationale: "Why there", Retention: "How long it is kept" },
    names: storesToAsk,
  },
  "external-integrations": {
    subject: "System",
    columns: { "Critical?": "Yes or no, and what stands still without it" },
    names: systemsToAsk,
  },
  decisions: { subject: "Decision", columns: { Impact: "What follows from it" }, names: decisionsToAsk },
};

const WORDS = { api: "endpoint", library: "function", cli: "command", service: "event" } as const;

/** By the word that the template gives a section: what is written there. */
export const FACTS: Readonly<Record<string, Writer>> = {
  diagram: (system) => `\`\`\`mermaid\n${drawSystem(system)}\n\`\`\``,
  components: componentTable,
  patterns: patternTable,
  stores: storeTable,
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
  "external-integrations": externalTable,
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
  steps: flowSteps,
  relations: relationTable,
  security: securityTable,
  decisions: decisionTable,
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
