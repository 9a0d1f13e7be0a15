import { type Model, relatedDocuments, type Source } from "../../core.ts";
import { components } from "./components.ts";
import type { Composer } from "./composer.ts";
import { departures, openQuestions, risks, stack } from "./concerns.ts";
import { coverageRows } from "./coverage.ts";
import { flowchart } from "./diagrams.ts";
import { flows } from "./flows.ts";
import { integrations } from "./integrations.ts";
import { table } from "./markdown.ts";
import { from } from "./origins.ts";
import { decisions, patterns, scope } from "./overview.ts";

/** What is linked is the feature's own files. */
function linked({ feature, documents }: Model): Source {
  return { file: documents.prd?.file ?? feature.folder, line: 1 };
}

/** Composers of 02-architecture.md, by the family of facts that a template section holds. */
export const ARCHITECTURE: Readonly<Record<string, Composer>> = {
  scope: ({ model }) => scope(model),
  decisions: ({ model }) => decisions(model),
  patterns: ({ model }) => patterns(model),
  "system-diagram": ({ model }) => flowchart(model),
  components: ({ model, layout }) => components(model, layout),
  flows: ({ model }) => flows(model),
  "internal-integrations": ({ model }) => integrations(model, true),
  "external-integrations": ({ model }) => integrations(model, false),
  stack: ({ model }) => stack(model),
  risks: ({ model }) => risks(model),
  coverage: ({ model }) => (model.requirements.length === 0 ? [] : table(["Requirements", "Covered by"], coverageRows(model))),
  departures: ({ model }) => departures(model),
  "open-questions": ({ model }) => openQuestions(model),
  "related-documents": ({ model, kind }) => relatedDocuments(model, kind).map((line) => from(line, linked(model))),
};
