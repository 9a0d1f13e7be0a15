import { type Component, isFolderOfCode, type Model, type StatedComponent, speaksOf, statedIn } from "../../core.ts";
import { cite, citeSaid } from "./cite.ts";
import type { Layout } from "./layout.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { mentionedIn } from "./mentions.ts";
import { from, suggested } from "./origins.ts";

/** A cell is for reading, and holds so many statements. */
const IN_A_CELL = 3;
/** All lists together have so many lines of the document. */
const IN_LISTS = 84;

/** @returns the components of the research report; folders of the code are places, and no parts of a design */
export function researched({ research }: Pick<Model, "research">): Component[] {
  return research.components.filter((one) => !isFolderOfCode(one));
}

/** @returns the components that the research report declares, else those that the PRD names or suggests */
export function components(model: Model, { components: form, fields }: Layout): string[] {
  const declared = researched(model);
  if (declared.length > 0) {
    const own = declared.map((one) => ({
      ...one,
      purpose: from(one.purpose, one.place),
      dependencies: one.dependencies === "" ? "" : from(one.dependencies, one.place),
      interfaces: one.interfaces === "" ? "" : from(one.interfaces, one.place),
    }));
    return form === "table" ? componentTable(own) : componentHeadings(own, fields);
  }
  const { components: stated } = statedIn(model);
  if (stated.length === 0) return [];
  const most = form === "table" ? IN_A_CELL : Math.max(6, Math.floor(IN_LISTS / stated.length));
  const own = stated.map((one) => asComponent(model, one, most));
  return blocks(note(stated), form === "table" ? componentTable(own) : componentHeadings(own, fields));
}

/** What nobody has called a component stays marked until somebody has decided. */
function note(stated: readonly StatedComponent[]): string[] {
  const proposed = stated.filter(({ proposed }) => proposed).map(({ name }) => name);
  if (proposed.length === 0) return [];
  return [gap(`proposed from paths, commands, times and headings of the PRD: ${proposed.join(", ")}; accept, rename or merge`)];
}

function asComponent(model: Model, { name, purpose, said, proposed }: StatedComponent, most: number): Component {
  const { interfaces, systems, technologies, components: all } = statedIn(model);
  const texts = said.flatMap(({ text, parts }) => [text, ...parts]).join("\n");
  const others = [...technologies, ...all.filter((other) => !other.proposed && other.name !== name)].map((one) => one.name);
  const reached = systems.filter((system) => speaksOf(texts, system.name)).map((system) => system.name);
  const needs = [...new Set([...mentionedIn(texts, [...new Set(others)]), ...reached])];
  const exposed = interfaces.filter((one) => one.said[0] !== undefined && said.includes(one.said[0])).map((one) => code(one.name));
  const [first] = said;
  const remember = proposed ? suggested : from;
  const sources = said.map(({ source }) => source);
  const told = purpose !== "" ? purpose : first ? cite(first.text, [first.source], 120) : proposed ? "" : "Named by the PRD";
  return {
    name,
    purpose: told === "" ? "" : remember(told, ...sources),
    responsibilities: said.length === 0 ? ["none is stated"] : responsibilities(said, most),
    dependencies: from(needs.join(", ") || "none is stated", ...sources),
    interfaces: from(
      exposed.length > 6 ? `${exposed.slice(0, 6).join(", ")} and ${exposed.length - 6} more` : exposed.join(", ") || "none is stated",
      ...sources,
    ),
  } as Component;
}

function responsibilities(said: StatedComponent["said"], most: number): string[] {
  const told = said.slice(0, most).map((one) => citeSaid(one, most === IN_A_CELL ? 80 : 150));
  const rest = said.slice(most);
  return rest.length === 0
    ? told
    : [
        ...told,
        cite(
          "what else is stated of it",
          rest.map(({ source }) => source),
        ),
      ];
}

function componentTable(components: readonly Component[]): string[] {
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

function componentHeadings(components: readonly Component[], fields: Layout["fields"]): string[] {
  return blocks(
    ...components.map(({ name, purpose, responsibilities, dependencies, interfaces }) => {
      const items = responsibilities.length > 0 ? responsibilities : [gap("responsibilities")];
      const values = [
        `**Purpose**: ${purpose || gap("purpose")}`,
        `**Responsibilities**: ${items.join("; ")}`,
        `**Dependencies**: ${dependencies || gap("dependencies")}`,
        `**Interfaces**: ${interfaces || gap("interfaces")}`,
      ];
      if (fields === "list" && items.length <= IN_A_CELL) return [`### ${name}`, "", ...values.map((value) => `- ${value}`)];
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
