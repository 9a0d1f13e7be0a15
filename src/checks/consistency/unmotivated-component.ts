import { unaskedInterfaces } from "../../model/interfaces/unasked.ts";
import { allAlignments } from "../../model/query.ts";
import { unaskedTables } from "../../model/structures/unasked-tables.ts";
import type { Model } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "unmotivated-component",
  category: "consistency",
  severity: "warning",
  messages: {
    unmotivated: {
      text: 'Unexpected component "{name}": no requirement and no flow calls for it.',
      advice: "Name it in Requirements Coverage, or show it in the flow that needs it; what nothing calls for can go.",
    },
    unasked: {
      text: 'Unexpected {kind} "{name}": it cites no requirement, and neither the contracts nor any statement of the PRD speak of it.',
      advice: "Name the requirement that it serves; what nobody asked for can go.",
    },
    "unasked-table": {
      text: 'Unexpected table "{name}": no input and no statement of the PRD speaks of what it holds.',
      advice: "Name the requirement that it serves where the design uses it; what nobody asked for can go.",
    },
  },
  *run(model) {
    for (const { kind, name, place } of unaskedInterfaces(model))
      yield { message: "unasked", place, arguments: { kind: KINDS[kind], name } };
    for (const { name, place } of unaskedTables(model)) yield { message: "unasked-table", place, arguments: { name } };
    const { components, flows } = model.architecture;
    // Without coverage and flows, that is the one thing to say.
    if (components.length === 0 || flows.length === 0 || !hasCoverage(model)) return;
    const reasons = nameKey(reasonTexts(model).join(" "));
    const participants = new Set(
      model.diagrams.filter(({ type }) => type === "sequenceDiagram").flatMap(({ nodes }) => nodes.map(({ name }) => nameKey(name))),
    );
    const cited = new Set(model.mentions.map(({ place }) => `${place.file}:${place.line}`));
    for (const { name, place, values } of components) {
      if (Object.keys(values).length === 0) continue;
      const lines = [place, ...Object.values(values).map((value) => value.place)].map((at) => `${at.file}:${at.line}`);
      if (participants.has(nameKey(name)) || reasons.includes(nameKey(name)) || lines.some((line) => cited.has(line))) continue;
      yield { message: "unmotivated", place, arguments: { name } };
    }
  },
});

const KINDS = { api: "endpoint", library: "function", cli: "command", service: "event" } as const;

function hasCoverage({ documents }: Model): boolean {
  const aligned = documents.architecture ? allAlignments(documents.architecture) : [];
  const coverage = aligned.filter(({ template }) => template.facts === "coverage");
  // A team's own template may ask for no coverage.
  return coverage.every(({ sections }) =>
    sections.some(({ tables, lists }) => lists.length > 0 || tables.some(({ rows }) => rows.length > 0)),
  );
}

/** What says why something is there: coverage, decisions, patterns, integrations, risks, and the words of the flows. */
function reasonTexts({ documents }: Model): string[] {
  const architecture = documents.architecture;
  if (!architecture) return [];
  const families = ["coverage", "decisions", "patterns", "flows", "internal-integrations", "external-integrations", "risks"];
  return allAlignments(architecture)
    .filter(({ template }) => families.includes(template.facts ?? ""))
    .flatMap(({ sections }) => sections.map(({ span }) => architecture.markdown.text.slice(span.start, span.end)));
}
