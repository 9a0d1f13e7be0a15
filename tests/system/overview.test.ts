import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../src/context/template.ts";
import type { Template, TemplateSection } from "../../src/context/types.ts";
import { KnownError, loadDecisions } from "../../src/core.ts";
import { parseDiagram } from "../../src/diagrams/parse.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { buildSystem } from "../../src/system/build.ts";
import { FACTS } from "../../src/system/facts.ts";
import { composeOverview } from "../../src/system/page/compose.ts";
import { drawSystem } from "../../src/system/page/diagram.ts";
import { keep, readKept } from "../../src/system/page/kept.ts";
import { context, facts, workspace } from "../support/system-example.ts";

const system = buildSystem(facts, loadDecisions(workspace).decisions);
const OVERVIEW = "docs/system-patterns.md";
const NOTHING = new Map<string, string>();
const benefits = (slug: string) => (slug === "transactional-outbox" ? "a change of data" : "");
const compose = (template: Template = context.pages.system, kept = NOTHING) => composeOverview(system, template, kept, OVERVIEW, benefits);
const page = readMarkdown(compose());

/** The cells of the first table under a heading. */
function rowsUnder(title: string): string[][] {
  const section = page.allSections.find((candidate) => candidate.title === title);
  return section?.tables[0]?.rows.map((row) => row.map(({ text }) => text)) ?? [];
}
const rowOf = (title: string, name: string) => rowsUnder(title).find(([first]) => first === name);

describe("the page of the worked examples tells", () => {
  it.each<[string, string, string[]]>([
    [
      "Core Components",
      "Refund Worker",
      [
        "payments-team",
        "Executes approved refunds",
        expect.any(String),
        "Spring transactions, Resilience4j 2.2",
        "Consumes execution messages; exposes none",
        "-",
        "E00-F01-order-refunds",
      ],
    ],
    [
      "Core Components",
      "File Writer",
      [
        "finance-platform-team",
        expect.any(String),
        expect.any(String),
        "lxml 5.3 and Python's csv module",
        "Exposes append, rewind and seal to the Export Coordinator",
        "-",
        "E00-F02-ledger-export",
      ],
    ],
    ["Design Patterns", "Saga", ["-", "-", "-", "-", "E00-F01-order-refunds, E00-F03-stock-reservations"]],
    [
      "Design Patterns",
      "Transactional Outbox",
      [
        "Refund Service, Outbox Relay, Event Publisher: E00-F01-order-refunds, E00-F03-stock-reservations",
        expect.stringMatching(/^Refund Service writes, Outbox Relay delivers/),
        "made for a change of data",
        "-",
        "E00-F02-ledger-export, E01-F01-guided-design",
      ],
    ],
    ["Entity Relationships", "refunds", ["refund_lines", expect.stringMatching(/^one to one or more/), "E00-F01-order-refunds"]],
    ["Integration Matrix", "Shop Platform", ["external", "-", "E00-F03-stock-reservations"]],
    ["Internal Integrations", "Product Search", ["E00-F03-stock-reservations", "Events of fulfilment.stock", expect.any(String)]],
    ["Events", "stock.committed", ["Event Publisher", "Shop Platform, Warehouse System, Product Search", "E00-F03-stock-reservations"]],
    ["Events", "payment.captured", ["Shop Platform", "Event Consumer", "E00-F03-stock-reservations"]],
    ["Public Interfaces", "GET /refunds/{refundId}", ["endpoint", "payments-team", "E00-F01-order-refunds"]],
    ["Technology Stack", "PostgreSQL", ["16", "Data", "E00-F01-order-refunds, E00-F02-ledger-export, E00-F03-stock-reservations", "-"]],
    ["Technology Stack", "Node.js", ["20.19 or later", "Runtime, language", "E01-F01-guided-design", "-"]],
    ["Technology Stack", "RabbitMQ", ["3.13", "Messaging", "E00-F01-order-refunds", "message broker, beside Apache Kafka"]],
    ["Error Codes", "STOCK_DEFICIT", ["applied, alarm", expect.stringMatching(/^Committed pieces/), "E00-F03-stock-reservations"]],
    [
      "Key Technical Decisions",
      "Deliver messages through an outbox",
      [
        "accepted",
        expect.stringMatching(/^Chosen option/),
        expect.stringMatching(/^Good, because/),
        "ADR-0002",
        "E00-F03-stock-reservations",
      ],
    ],
    [
      "Key Technical Decisions",
      "Write row and message one after the other",
      ["superseded by ADR-0002", expect.any(String), expect.any(String), "ADR-0001", "-"],
    ],
    ["Critical Implementation Paths", "Nightly export of closed periods", ["Ledger export", "E00-F02-ledger-export"]],
  ])("under %s: %s", (title, name, cells) => {
    expect(rowOf(title, name)?.slice(1)).toEqual(cells);
  });

  it("and leaves no feature out of any of its families", () => {
    expect(rowsUnder("Core Components")).toHaveLength(facts.reduce((sum, { components }) => sum + components.length, 0));
    expect(rowsUnder("Error Codes")).toHaveLength(facts.reduce((sum, { errors }) => sum + errors.length, 0));
    expect(rowsUnder("Data Models")).toHaveLength(facts.reduce((sum, { entities }) => sum + entities.length, 0));
  });

  it("with links that all lead somewhere", () => {
    const urls = page.links.map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(100);
    for (const url of new Set(urls)) expect(() => readFileSync(posix.join("docs", url.split("#")[0] ?? ""))).not.toThrow();
  });

  it("in the order and under the titles of the template", () => {
    const titles = (sections: readonly TemplateSection[]): string[] => sections.flatMap((one) => [one.title, ...titles(one.sections)]);
    expect(page.allSections.slice(1).map(({ title }) => title)).toEqual(titles(context.pages.system.sections));
  });

  it("with the columns that the template shows", () => {
    const visit = (sections: readonly TemplateSection[]): TemplateSection[] => sections.flatMap((one) => [one, ...visit(one.sections)]);
    for (const { title, facts, parts } of visit(context.pages.system.sections)) {
      const [part] = parts;
      if (facts === undefined || part?.form !== "table") continue;
      const section = page.allSections.find((candidate) => candidate.title === title);
      expect([title, section?.tables[0]?.header.map(({ text }) => text)]).toEqual([title, part.columns]);
    }
  });
});

describe("what no document states", () => {
  const NAME = "asked-components";
  const part = () => readKept(compose(), OVERVIEW).parts.get(NAME) ?? "";
  const answer = (kept: string) => compose(undefined, new Map([[NAME, kept]]));

  it("is asked for once, below the table, and is taken over when it is answered", () => {
    expect(rowsUnder("Core Components").find(([first]) => first === "Refund API")?.[4]).toBe("Spring Boot 3.3 on Java 21");
    expect(part()).toContain("| Export Coordinator | {Language, framework, version} | {Folder or repository of the code} |");
    const mine = part().replace(
      "| Export Coordinator | {Language, framework, version} | {Folder or repository of the code} |",
      "| Export Coordinator | Kotlin 2.1 | `services/export` |",
    );
    const page = readMarkdown(answer(mine));
    const section = page.allSections.find(({ title }) => title === "Core Components");
    const row = section?.tables[0]?.rows.find(([first]) => first?.text === "Export Coordinator")?.map(({ text }) => text);
    expect([row?.[4], row?.[6]]).toEqual(["Kotlin 2.1", "services/export"]);
    expect(readKept(answer(mine), OVERVIEW).parts.get(NAME)).toBe(mine);
  });

  it("gets a row for what is new, and keeps the others byte for byte", () => {
    const mine =
      "\r\nWe deploy from one repository.\n\n| Component | Technology | Location |\n|---|---|---|\n| Refund API | Kotlin | x/ |\n\nAsk Ines.\n";
    const now = readKept(answer(mine), OVERVIEW).parts.get(NAME) ?? "";
    expect(now.startsWith(mine.slice(0, mine.indexOf("x/ |") + 4))).toBe(true);
    expect(now.endsWith("\n\nAsk Ines.\n")).toBe(true);
    expect(now).toMatch(/\n\| Refund Worker \| \{/);
    expect(readKept(answer(now), OVERVIEW).parts.get(NAME)).toBe(now);
  });

  it("a table of an earlier version keeps its columns, and is not asked for more in them", () => {
    const old = "\n\n| Pattern | Example |\n| --- | --- |\n| Retry | src/retry.ts |\n\n";
    const text = compose(undefined, new Map([["asked-patterns", old]]));
    const part = readKept(text, OVERVIEW).parts.get("asked-patterns") ?? "";
    expect(part).toContain("| Retry | src/retry.ts |\n");
    expect(part).toContain("| Pagination | {Place in the code that shows it best} |\n");
    expect(part).not.toContain("Why it is used");
  });

  it("why a pattern is used, and what a decision brings, are people's words where they have written them", () => {
    const asked = new Map([
      ["asked-patterns", "\n\n| Pattern | Benefits | Example |\n|---|---|---|\n| Retry | outages need no person | src/retry.ts |\n\n"],
      [
        "asked-decisions",
        "\n\n| Decision | Impact |\n|---|---|\n| Status changes are insert-only rows | Corrections are further rows |\n\n",
      ],
    ]);
    const text = compose(undefined, asked);
    expect(text).toMatch(/\| \[Retry\]\([^\n]*\| outages need no person \| src\/retry\.ts \|/);
    expect(text).toMatch(/\| Status changes are insert-only rows \| no record \| [^|]* \| Corrections are further rows \|/);
    expect(text).toContain("| One row lock for each order guards its refund balance | {What follows from it} |");
  });

  it("is not asked for where a document states it", () => {
    const stated = { ...system, details: system.details.map((one) => ({ ...one, technology: "Go 1.23", location: "cmd/" })) };
    const text = composeOverview(stated, context.pages.system, NOTHING, OVERVIEW);
    expect(text).not.toContain(NAME);
    expect(text).toMatch(/\| Refund API \| .* \| Go 1\.23 \| .* \| cmd\/ \|/);
  });

  it("the stores have their data, reasons and terms from the data designs and the stacks", () => {
    const row = rowsUnder("Storage Strategy").find(([, storage]) => storage === "PostgreSQL 16");
    expect(row).toEqual([
      expect.stringContaining("refunds, refund_lines"),
      "PostgreSQL 16",
      "payments-team",
      expect.any(String),
      expect.stringContaining("insert-only"),
      expect.stringMatching(/^Refunds and their events are kept for 10 years/),
      "E00-F01-order-refunds",
    ]);
  });

  it("the paths have their steps, and the security notes their topics", () => {
    const text = compose();
    expect(text).toMatch(/\*\*Nightly export of closed periods\*\* \(\[E00-F02-ledger-export\]\([^)]+\)\)\n\n1\. .+ to .+\n2\. /);
    expect(rowsUnder("Stated by the Features").map(([topic]) => topic)).toEqual(
      expect.arrayContaining(["Authentication", "Authorization", "Data protection", "Input validation"]),
    );
    for (const layer of ["Edge", "Application", "Data", "Infrastructure"]) expect(text).toContain(`**${layer}**: {`);
  });
});

describe("the diagram of the whole", () => {
  const labels = (text: string) => parseDiagram(text).graph.nodes.map(({ label }) => label);

  it("has every component, store and system around, once for each owner", () => {
    const drawn = labels(drawSystem(system));
    const expected = [
      ...system.components.map(({ name }) => name),
      ...system.stores.map(({ name }) => name),
      "Shop Platform",
      "Payment Gateway",
      "Order Service",
    ];
    expect(drawn).toEqual(expect.arrayContaining(expected));
    expect(drawn.filter((label) => label === "PostgreSQL 16")).toHaveLength(2);
  });

  it("is one that Mermaid draws", () => {
    expect(parseDiagram(drawSystem(system)).problem).toBeUndefined();
    const [component] = system.components;
    const named = (name: string) => ({ key: "q", name, described: component?.described ?? [] });
    for (const name of ['Queue "A" #1 <b>; end', "end", "Straße (alt) [neu] {x}", "a -->|b| c", "100 % `quoted`"])
      expect([name, parseDiagram(drawSystem({ ...system, components: [named(name)] })).problem]).toEqual([name, undefined]);
  });

  it("follows the dependencies, and shows events as dotted lines", () => {
    const text = drawSystem(system);
    const id = (name: string) => new RegExp(`(\\w+)\\[?\\(?[[(]"${name}"`).exec(text)?.[1];
    expect(text).toContain(`  ${id("Refund Worker")} --> ${id("Payment Adapter")}\n`);
    expect(text).toContain(`  ${id("Event Publisher")} -.->|"stock.committed"| ${id("Warehouse System")}`);
  });

  it("shows features where nobody could read the components", () => {
    const many = Array.from({ length: 61 }, (_, index) => {
      const [first] = system.components;
      return { key: `part${index}`, name: `Part ${index}`, described: first?.described ?? [] };
    });
    const drawn = labels(drawSystem({ ...system, components: many }));
    expect(drawn).toContain("E00-F01-order-refunds");
    expect(drawn).not.toContain("Part 7");
  });

  it("holds no word that Mermaid would read as its own", () => {
    const name = 'Queue "A" #1 <b>; end';
    const [component] = system.components;
    const text = drawSystem({ ...system, components: [{ key: "q", name, described: component?.described ?? [] }] });
    expect(text).toContain('["Queue #quot;A#quot; #35;1 #lt;b#gt;; end"]');
  });
});

describe("what people write", () => {
  it("begins with the words of the template, and stays when the page is written again", () => {
    const first = compose();
    const part = readKept(first, OVERVIEW).parts.get("architectural-style");
    expect(part).toMatch(/^\n\n\*\*Pattern\*\*: \{Modular monolith/);
    const mine = first.replace(String(part), "\r\nServices that share **nothing** but events.\t\n");
    const again = compose(undefined, new Map(readKept(mine, OVERVIEW).parts));
    expect(again).toBe(mine);
    expect(readKept(again, OVERVIEW).edited).toBe(false);
  });

  it("is not lost when the template no longer asks for it", () => {
    const text = compose(undefined, new Map([["moved-away", "\nStill true.\n"]]));
    expect(text.endsWith(`## Other Notes\n\n${keep("moved-away", "\nStill true.\n")}\n`)).toBe(true);
  });

  it("cannot be forged by the words of a document", () => {
    const [first, ...others] = system.components;
    const purpose = "x <!-- groundplan:keep style --> | y\n## z [a](b)";
    const described = (first?.described ?? []).map((one) => ({ ...one, purpose }));
    const text = composeOverview(
      { ...system, components: [{ key: "a", name: "A", described }, ...others] },
      context.pages.system,
      NOTHING,
      OVERVIEW,
    );
    expect(() => readKept(text, OVERVIEW)).not.toThrow();
    expect(text).toContain("x &lt;!-- groundplan:keep style --> \\| y ## z \\[a\\](b)");
  });
});

describe("the template of the page", () => {
  const own = (body: string) => parseTemplate(`---\nkind: system\n---\n\n# Our System\n\n${body}`, "context/templates/system.md");

  it("may be the team's own: fewer sections, other titles", () => {
    const text = compose(own("## Parts\n\n<!-- facts: components -->\n\n## Vision\n\n{Where it goes}\n"));
    expect(readMarkdown(text).allSections.map(({ title }) => title)).toEqual(["Our System", "Parts", "Vision"]);
    expect(text).toContain("| Refund Worker | payments-team | Executes approved refunds |");
  });

  it("that names facts which there are not is told with its line", () => {
    expect(() => compose(own("## Parts\n\n<!-- facts: parts -->\n"))).toThrow(KnownError);
    expect(() => compose(own("## Parts\n\n<!-- facts: parts -->\n"))).toThrow(
      /^context\/templates\/system\.md:7: unexpected facts "parts"/,
    );
  });

  it("asks for every family of facts", () => {
    const visit = (sections: readonly TemplateSection[]): string[] => sections.flatMap((one) => [one.facts ?? "", ...visit(one.sections)]);
    expect(visit(context.pages.system.sections).filter(Boolean).sort()).toEqual(Object.keys(FACTS).sort());
  });
});

it("a project without facts has a page without tables", () => {
  const text = composeOverview(buildSystem([], []), context.pages.system, NOTHING, OVERVIEW);
  expect(text).toContain("## Core Components\n\nNo feature states any.\n");
});
