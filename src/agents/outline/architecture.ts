import { posix } from "node:path";
import type { Component, Model, Row } from "../../core.ts";
import { proposePatterns, relatedDocuments } from "../../core.ts";
import { mentionedIn, readCast } from "./cast.ts";
import type { Composer } from "./composer.ts";
import { coverageRows } from "./coverage.ts";
import { flowchart, sequence } from "./diagrams.ts";
import { bodyOf, cellOf } from "./inputs.ts";
import { blocks, gap, shorten, table } from "./markdown.ts";

/** Columns of the inputs' tables in the order of the templates. */
const DECISION = ["Decision", "Rationale"];
const STACK = ["Layer", "Technology", "Reason"];
const RISK = ["Risk", "Kind", "Mitigation"];
const SYSTEM = ["System", "Owner", "Purpose", "When it is unavailable"];

/** Composers of 02-architecture.md, by the family of facts that a template section holds. */
export const ARCHITECTURE: Readonly<Record<string, Composer>> = {
  scope: ({ model }) => scope(model),
  decisions: ({ model }) =>
    model.research.decisions.length === 0
      ? []
      : table(
          ["Decision", "Rationale"],
          model.research.decisions.map((row) => [cellOf(row, "Decision", DECISION), cellOf(row, "Rationale", DECISION) || gap("why")]),
        ),
  patterns: ({ model }) => patterns(model),
  "system-diagram": ({ model }) => flowchart(model),
  components: ({ model, layout }) =>
    layout.components === "table" ? componentTable(model.research.components) : componentHeadings(model.research.components, layout.fields),
  flows: ({ model }) => flows(model),
  "internal-integrations": ({ model }) => integrations(model, true),
  "external-integrations": ({ model }) => integrations(model, false),
  stack: ({ model }) =>
    model.research.stack.length === 0
      ? []
      : table(
          ["Layer", "Technology", "Justification"],
          model.research.stack.map((row) => [
            cellOf(row, "Layer", STACK),
            cellOf(row, "Technology", STACK),
            cellOf(row, "Reason", STACK) || gap("why this technology"),
          ]),
        ),
  risks: ({ model }) =>
    model.prdRisks.length === 0
      ? []
      : table(
          ["Risk", "Kind", "Mitigation"],
          model.prdRisks.map((row) => [
            cellOf(row, "Risk", RISK),
            cellOf(row, "Kind", RISK) || gap("kind of risk"),
            cellOf(row, "Mitigation", RISK) || gap("mitigation"),
          ]),
        ),
  coverage: ({ model }) => (model.requirements.length === 0 ? [] : table(["Requirements", "Covered by"], coverageRows(model))),
  "related-documents": ({ model, kind }) => relatedDocuments(model, kind),
};

/** What the PRD says first, and how much it asks for. */
function scope(model: Model): string[] {
  const overview = bodyOf(model, "prd", "overview") || bodyOf(model, "research", "overview");
  if (overview === "") return [];
  const opening = overview.split(/\n\s*\n/, 1)[0]?.replace(/(?<!\s)\s*\n\s*/g, " ") ?? "";
  const sentences = opening
    .match(/(?<![^.!?])[^.!?]+[.!?]+(?=\s|$)/g)
    ?.slice(0, 3)
    .map((sentence) => sentence.trim()) ?? [shorten(opening, 400)];
  return [sentences.join(" ")];
}

function patterns(model: Model): string[] {
  // What only the present outputs call for is no demand of the inputs.
  const proposals = proposePatterns(model).filter(({ place }) => place.file === model.documents.prd?.file);
  if (proposals.length === 0) return [];
  // One row for one statement: a line of the budget for what calls, and not for each pattern that answers.
  const statements = new Map(proposals.map(({ because }) => [because, proposals.filter((other) => other.because === because)]));
  return table(
    ["Pattern", "Decision", "Where and why"],
    [...statements].map(([because, called]) => {
      const words = called.flatMap(({ signal, isFact }) => (isFact ? [] : [`"${signal}"`]));
      return [
        called.map(({ pattern }) => `[${pattern.title}](${posix.relative(model.feature.folder, pattern.link)})`).join(", "),
        "Applied",
        `The PRD calls for it${words.length === 0 ? "" : ` (${words.join(", ")})`}: ${shorten(because, 110)}`,
      ];
    }),
  );
}

function componentTable(components: readonly Component[]): string[] {
  if (components.length === 0) return [];
  return table(
    ["Component", "Purpose", "Responsibilities", "Dependencies", "Interfaces"],
    components.map((component) => [
      component.name,
      component.purpose || gap("purpose"),
      component.responsibilities.join("; ") || gap("responsibilities"),
      component.dependencies || gap("dependencies"),
      component.interfaces || gap("interfaces"),
    ]),
  );
}

function componentHeadings(components: readonly Component[], fields: "paragraphs" | "list"): string[] {
  return blocks(
    ...components.map(({ name, purpose, responsibilities, dependencies, interfaces }) => {
      const items = responsibilities.length > 0 ? responsibilities : [gap("responsibilities")];
      const values = [
        `**Purpose**: ${purpose || gap("purpose")}`,
        `**Responsibilities**: ${items.join("; ")}`,
        `**Dependencies**: ${dependencies || gap("dependencies")}`,
        `**Interfaces**: ${interfaces || gap("interfaces")}`,
      ];
      if (fields === "list") return [`### ${name}`, "", ...values.map((value) => `- ${value}`)];
      return blocks(
        [`### ${name}`],
        [values[0] ?? ""],
        ["**Responsibilities**:"],
        items.map((item) => `- ${item}`),
        [values[2] ?? ""],
        [values[3] ?? ""],
      );
    }),
  );
}

function flows(model: Model): string[] {
  const cast = readCast(model);
  return blocks(
    ...model.userFlows.map((flow) => {
      const told = (step: { text: string } | undefined) => shorten(step?.text ?? "", 160).replace(/(?<![.\s])[.\s]+$/, "");
      const [first, last] = [told(flow.steps[0]), told(flow.steps.at(-1))];
      return blocks([`### ${flow.name}`], [`First step: ${first}. Last step: ${last}.`], sequence(model, flow, cast));
    }),
  );
}

/** Rows of the PRD's integrations, kept apart by who owns the other side. */
function integrations(model: Model, internal: boolean): string[] {
  const rows = model.integrations.filter((row) => /\b(?:internal|own|ours|in-house)\b/i.test(cellOf(row, "Owner", SYSTEM)) === internal);
  if (rows.length === 0) return [];
  const named = rows.map((row) => ({
    system: cellOf(row, "System", SYSTEM),
    purpose: cellOf(row, "Purpose", SYSTEM),
    fallback: cellOf(row, "When it is unavailable", SYSTEM),
    way: interfaceOf(model, row),
  }));
  if (internal)
    return table(
      ["Service", "Mechanism", "Purpose"],
      named.map(({ system, purpose, way }) => [system, way, purpose || gap("what is exchanged, and why")]),
    );
  return table(
    ["System", "Interface", "Purpose", "Fallback"],
    named.map(({ system, purpose, way, fallback }) => [
      system,
      way,
      purpose || gap("what it is used for"),
      fallback || gap("what happens while it is away"),
    ]),
  );
}

/** How a system is reached: as the PRD says, or as the research report says of an interface or component that names it. */
function interfaceOf(model: Model, row: Row): string {
  const system = cellOf(row, "System", SYSTEM);
  const stated = cellOf(row, "Interface", []) || cellOf(row, "Mechanism", []);
  if (stated !== "") return stated;
  const existing = model.research.existingInterfaces.find(
    (candidate) =>
      mentionedIn(
        Object.values(candidate.cells)
          .map(({ text }) => text)
          .join(" "),
        [system],
      ).length > 0,
  );
  if (existing) return cellOf(existing, "Interface", ["Interface"]);
  const clauses = model.research.components.flatMap(({ interfaces, dependencies }) => [
    ...interfaces.split(/[;.]/),
    ...dependencies.split(/[;,.]/),
  ]);
  return (
    clauses.find((clause) => mentionedIn(clause, [system]).length > 0)?.trim() ?? gap(`how ${system} is reached: REST, gRPC, events, files`)
  );
}
