import { cell } from "../model/documents/items.ts";
import { readSecurityNotes } from "../model/security-notes.ts";
import type { Row } from "../model/types.ts";
import { hasWord, nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { ComponentDetail, Criticality, FlowStep, Relation, SecurityStatement, StepsOfFlow } from "./types.ts";

/** What only the overview tells of a feature: how its parts are made, how its entities relate, how its flows go. */

// The layer in which every component runs that no other row speaks of.
const OF_ALL = /^(?:services?|applications?|backend|business logic|domain|runtime|language|platform|framework)$/i;

/** @returns the responsibilities and interfaces of each component, and its technology and place where a document names them. */
export function readComponentDetails({ feature, model }: Source): ComponentDetail[] {
  const { components, stack } = model.architecture;
  return components.map(({ name, responsibilities, values, place }) => {
    const named = (label: string) => Object.entries(values).find(([key]) => nameKey(key) === label)?.[1].text ?? "";
    // A row that names the component, or whose layer the component's own name bears: "API" of "Refund API", "Files" of "File Writer".
    const own = stack.filter(
      (row) =>
        Object.values(row.cells).some(({ text }) => hasWord(text, name)) ||
        layersOf(row).some((layer) => hasWord(name, layer) || hasWord(name, layer.replace(/s$/, ""))),
    );
    const inStack = own.length > 0 ? own : stack.filter((row) => layersOf(row).some((layer) => OF_ALL.test(layer)));
    const interfaces = Object.entries(values).find(([key]) => nameKey(key) === "interfaces")?.[1];
    const existing = model.research.existingInterfaces.find(({ cells }) => Object.values(cells).some(({ text }) => hasWord(text, name)));
    return {
      name,
      feature,
      place,
      responsibilities,
      interfaces: [interfaces?.text ?? "", ...(interfaces?.items ?? []).map(({ text }) => text)].filter(Boolean).join("; "),
      technology:
        named("technology") ||
        inStack
          .map((row) => cell(row, "Technology")?.text ?? "")
          .filter(Boolean)
          .join(", "),
      location: named("location") || (existing ? (cell(existing, "Location")?.text ?? "") : ""),
    };
  });
}

function layersOf(row: Row): string[] {
  return (cell(row, "Layer")?.text ?? "")
    .split(/[,/]| and /)
    .map((layer) => layer.trim())
    .filter((layer) => layer.length > 2);
}

const ER = {
  "||": "one",
  "|o": "none or one",
  "o|": "none or one",
  "}o": "none or more",
  "o{": "none or more",
  "}|": "one or more",
  "|{": "one or more",
};
const RELATION =
  /^\s{0,20}"?([\w-]{1,80})"?\s{1,9}([|}][|o])(?:--|\.\.)([|o][|{])\s{1,9}"?([\w-]{1,80})"?(?:\s{0,9}:\s{0,9}"?([^"\n]{0,200}))?/;

/** @returns how the entities of the data design relate, as it draws them. */
export function readRelations({ feature, model }: Source): Relation[] {
  const design = model.documents["data-design"];
  const drawn = design?.markdown.blocks.filter(({ value }) => /^\s*erDiagram/.test(value)) ?? [];
  return drawn.flatMap(({ value, span }) =>
    value.split("\n").flatMap((line, index): Relation[] => {
      const [, from = "", left = "", right = "", to = "", label = ""] = RELATION.exec(line) ?? [];
      if (!design || from === "") return [];
      const many = (mark: string) => ER[mark as keyof typeof ER] ?? mark;
      const place = { file: design.file, line: span.line + 1 + index, column: 1 };
      return [{ feature, place, from, to, text: `${many(left)} to ${many(right)}${label.trim() === "" ? "" : `: ${label.trim()}`}` }];
    }),
  );
}

/** @returns the messages of each flow's sequence diagram, in their order. */
export function readFlowSteps({ feature, model }: Source): StepsOfFlow[] {
  const { flows } = model.architecture;
  const drawn = model.diagrams.filter(({ document, type }) => document === "architecture" && type === "sequenceDiagram");
  return flows.map(({ name, place }, index) => {
    const end = flows[index + 1]?.place.line ?? Number.POSITIVE_INFINITY;
    const own = drawn.filter((diagram) => diagram.place.line > place.line && diagram.place.line < end);
    const steps = own.flatMap(({ arrows }) => arrows.map(({ from, to, text }): FlowStep => ({ from: from.name, to: to.name, text })));
    return { name, feature, place, steps };
  });
}

/** @returns what the security notes of a feature state. */
export function readSecurityStatements({ feature, model }: Source): SecurityStatement[] {
  return readSecurityNotes(model.documents["backend-design"]).map(({ label, text, place }) => ({ feature, place, topic: label, text }));
}

/** @returns which external systems a feature calls critical, where its table has a column for it. */
export function readCriticality({ feature, model }: Source): Criticality[] {
  return model.architecture.externalIntegrations.flatMap((row): Criticality[] => {
    const stated = cell(row, "Critical") ?? cell(row, "Critical?");
    const system = (cell(row, "System") ?? Object.values(row.cells)[0])?.text ?? "";
    return stated && stated.text !== "" ? [{ feature, place: row.place, system, text: stated.text }] : [];
  });
}
