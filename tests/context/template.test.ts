import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULTS, DOCUMENT_KINDS, INTERFACE_KINDS } from "../../src/config/config.ts";
import { loadContext } from "../../src/context/load.ts";
import { readCatalogue } from "../../src/context/patterns/catalogue.ts";
import { parseTemplate } from "../../src/context/template.ts";
import type { TemplateSection } from "../../src/context/types.ts";
import { reviewCatalogue } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const HEAD = "---\nkind: architecture\nlines: 150-200\n---\n\n# {Feature Title}\n\n";
const first = (body: string) => parseTemplate(`${HEAD}${body}`, "own.md").sections[0];

describe("what a template says is what is asked for", () => {
  it.each<[string, string, object]>([
    ["a heading is a required section", "## Risks\n\n{Say it}\n", { title: "Risks", optional: false, repeated: false }],
    ["(if applicable) makes it optional", "## Risks (if applicable)\n\n{Say it}\n", { title: "Risks", optional: true }],
    ["text in braces is prose", "## Risks\n\n{Say it}\n", { parts: [{ form: "prose", hint: "Say it" }] }],
    [
      "a label is a field",
      "## Risks\n\n**Owner**: {Who}\n",
      { parts: [{ form: "field", label: "Owner", hint: "Who", list: false, columns: undefined }] },
    ],
    [
      "a label above a table is a field with columns",
      "## Risks\n\n**Fields**:\n\n| A | B |\n| --- | --- |\n| {a} | {b} |\n",
      { parts: [{ form: "field", label: "Fields", columns: ["A", "B"] }] },
    ],
    [
      "a table is a table",
      "## Risks\n\n| A | B |\n| --- | --- |\n| {one} | {two} |\n",
      { parts: [{ form: "table", columns: ["A", "B"], hints: ["one", "two"] }] },
    ],
    ["a numbered item is a numbered list", "## Risks\n\n1. {Do}\n", { parts: [{ form: "list", ordered: true, hint: "Do" }] }],
    [
      "a Mermaid block is a diagram of its kind",
      "## Risks\n\n```mermaid\nsequenceDiagram\n```\n",
      { parts: [{ form: "diagram", type: "sequenceDiagram" }] },
    ],
    [
      "a comment is guidance, its first lines may direct",
      "## Risks\n\n<!--\nfacts: risks\nshare: 12\nwhen: api\nTell the worst first.\n-->\n\n{Say it}\n",
      { facts: "risks", share: 12, when: "api", guidance: "Tell the worst first." },
    ],
  ])("%s", (_, body, expected) => {
    expect(first(body)).toMatchObject(expected);
  });

  it("a heading in braces repeats", () => {
    expect(first("## Parts\n\n### {Part Name}\n\n**Purpose**: {Why}\n")?.sections[0]).toMatchObject({
      title: "{Part Name}",
      repeated: true,
    });
  });
});

describe("the templates of the pages beside the features", () => {
  const read = (name: string) => parseTemplate(readFileSync(`context/templates/${name}.md`, "utf8"), name);
  const titles = (sections: readonly TemplateSection[]): string[] =>
    sections.flatMap(({ title, sections: own }) => [title, ...titles(own)]);

  it("a system overview has every section of its model", () => {
    expect(titles(read("system-patterns").sections)).toEqual(
      expect.arrayContaining(
        "System Architecture Overview, High-Level Architecture, Architectural Style, Core Components, Design Patterns, Data Architecture, Data Flow, Storage Strategy, Data Models, Integration Architecture, Internal Integrations, External Integrations, API Design Principles, Security Architecture, Security Layers, Authentication & Authorization, Critical Implementation Paths, Performance Patterns, Caching Strategy, Async Processing, Scalability Patterns, Horizontal Scaling, Vertical Scaling, Key Technical Decisions, Error Handling Patterns, Global Error Strategy, Circuit Breakers, Monitoring & Observability, Key Metrics, Logging Strategy".split(
          ", ",
        ),
      ),
    );
  });

  it("a pattern's asks for what each pattern of the catalogue has, and the check asks for", () => {
    const [pattern] = read("pattern-doc").sections;
    expect(pattern).toMatchObject({ repeated: true, depth: 2 });
    const asked = [
      ...(pattern?.parts ?? []).flatMap((part) => ("label" in part ? part.label : [])),
      ...titles((pattern?.sections ?? []).filter(({ optional }) => !optional)),
    ];
    const text = readFileSync("context/templates/pattern-doc.md", "utf8");
    const source = { file: "context/patterns/x.md", text };
    const told = reviewCatalogue(readCatalogue([source]), DEFAULTS, "2026-11-21").filter(({ check }) => check === "pattern-sections");
    // Nothing but words of one's own is missing.
    expect(told.map(({ message }) => message)).toEqual(["unwritten"]);
    for (const name of readdirSync("context/patterns").filter((file) => file.endsWith("-patterns.md"))) {
      const { files } = readCatalogue([{ file: name, text: readFileSync(`context/patterns/${name}`, "utf8") }]);
      for (const { pattern: entry, parts } of files.flatMap(({ entries }) => entries))
        expect([entry.title, asked.filter((part) => !parts.includes(part))]).toEqual([entry.title, []]);
    }
  });

  it("a decision's has the sections of MADR 4, of which three are required", () => {
    const { sections } = read("decision");
    expect(sections.filter(({ optional }) => !optional).map(({ title }) => title)).toEqual([
      "Context and Problem Statement",
      "Considered Options",
      "Decision Outcome",
    ]);
    expect(titles(sections)).toEqual(
      expect.arrayContaining(["Decision Drivers", "Consequences", "Confirmation", "Pros and Cons of the Options", "More Information"]),
    );
  });

  it("a team's own wins, and leaves the others as they are", () => {
    const own = makeWorkspace({ "context/templates/adr.md": "---\nkind: decision\n---\n\n# {Title}\n\n## Decision\n\n{What}\n" });
    const { pages } = loadContext(own, DEFAULTS);
    expect(pages.decision.sections.map(({ title }) => title)).toEqual(["Decision"]);
    expect(pages.system.file).toBe("groundplan:context/templates/system-patterns.md");
  });
});

describe("a mistake in a template is named with its file and line", () => {
  it.each([
    ["no kind", "# T\n\n## A\n", 'own.md:1: unexpected kind ""'],
    ["an unknown kind", "---\nkind: architektur\n---\n\n# T\n\n## A\n", 'own.md:1: unexpected kind "architektur"'],
    ["broken front matter", "---\nkind: [\n---\n\n# T\n", "own.md:"],
    ["a budget that is none", "---\nkind: architecture\nlines: many\n---\n\n# T\n\n## A\n", 'unexpected lines "many"'],
    ["a budget upside down", "---\nkind: architecture\nlines: 200-150\n---\n\n# T\n\n## A\n", 'unexpected lines "200-150"'],
    ["no section", "---\nkind: architecture\n---\n\n# T\n", "no section"],
    ["two titles", "---\nkind: architecture\n---\n\n# T\n\n## A\n\n# U\n", "own.md:9: expected one heading"],
    ["an unknown condition", `${HEAD}## A\n\n<!-- when: sunday -->\n`, 'own.md:8: unexpected condition "when: sunday"'],
    ["a share that is none", `${HEAD}## A\n\n<!-- share: lots -->\n`, 'own.md:8: unexpected share "lots"'],
  ])("%s", (_, text, message) => {
    expect(() => parseTemplate(text, "own.md")).toThrow(
      expect.objectContaining({ code: "template", message: expect.stringContaining(message) }),
    );
  });
});

describe("the context of a workspace", () => {
  it("has a template for every kind of document", () => {
    const { templates } = loadContext(makeWorkspace(), DEFAULTS);
    expect(Object.keys(templates).sort()).toEqual([...DOCUMENT_KINDS].sort());
  });

  it("prefers the team's own template, and names a mistake in it", () => {
    const own = makeWorkspace({ "context/templates/arch.md": `${HEAD}## Only This\n\n{Say it}\n` });
    expect(loadContext(own, DEFAULTS).templates.architecture.sections.map(({ title }) => title)).toEqual(["Only This"]);
    const broken = makeWorkspace({ "context/templates/arch.md": "# no front matter\n" });
    expect(() => loadContext(broken, DEFAULTS)).toThrow(/^context\/templates\/arch\.md:1: /);
    const twins = makeWorkspace({ "context/templates/a.md": `${HEAD}## A\n`, "context/templates/b.md": `${HEAD}## B\n` });
    expect(() => loadContext(twins, DEFAULTS)).toThrow(/second template of the kind architecture/);
  });
});

describe("the shipped templates ask for everything that the workflow names", () => {
  const titles = (sections: readonly TemplateSection[]): string[] =>
    sections.flatMap((section) => [section.title, ...titles(section.sections)]);
  const read = (name: string) => parseTemplate(readFileSync(`context/templates/${name}.md`, "utf8"), name);

  it("02-architecture", () => {
    const template = read("architecture-doc");
    expect(template.lines).toEqual({ min: 150, max: 200 });
    expect(titles(template.sections)).toEqual(
      expect.arrayContaining([
        "Architecture Overview",
        "Key Design Decisions",
        "Architectural Patterns",
        "System Architecture Diagram",
        "Component Details",
        "Data Flow",
        "Integration Points",
        "Internal Integrations",
        "External Integrations",
        "Technology Stack",
        "Technical Risks & Mitigations",
      ]),
    );
    const component = template.sections.find(({ facts }) => facts === "components")?.sections[0];
    expect(component?.parts.map((part) => "label" in part && part.label)).toEqual([
      "Purpose",
      "Responsibilities",
      "Dependencies",
      "Interfaces",
    ]);
  });

  it("04-backend-design, in all four kinds of interface", () => {
    const template = read("api-spec-doc");
    expect(template.lines).toEqual({ min: 150, max: 200 });
    expect(titles(template.sections)).toEqual(
      expect.arrayContaining([
        "Interface Overview",
        "Codebase Analysis",
        "DTO / Data Structures",
        "Interface Specifications",
        "Error Handling",
        "Error Codes",
        "Error Response Format",
        "Recovery Strategies",
        "Pagination",
        "Rate Limiting",
        "Versioning",
        "Security Notes",
      ]),
    );
    const kinds = template.sections.find(({ title }) => title === "Interface Specifications")?.sections ?? [];
    expect(kinds.map(({ when }) => when)).toEqual([...INTERFACE_KINDS]);
    const labels = kinds.map(({ sections }) => sections[0]?.parts.map((part) => "label" in part && part.label));
    expect(labels).toEqual([
      ["Purpose", "Authentication and authorization", "Parameters", "Request body", "Response", "Processing steps", "Error responses"],
      ["Purpose", "Signature", "Returns", "Errors raised", "Behavior"],
      ["Purpose", "Usage", "Arguments and options", "Output format", "Exit codes"],
      ["Trigger", "Payload", "Consumers"],
    ]);
  });
});
