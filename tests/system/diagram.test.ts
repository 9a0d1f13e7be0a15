import { describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { buildSystem } from "../../src/system/build.ts";
import { FACTS } from "../../src/system/facts.ts";
import type { FeatureFacts } from "../../src/system/feature-facts.ts";
import { NO_ANSWERS } from "../../src/system/page/asked.ts";
import { drawSystem } from "../../src/system/page/diagram.ts";
import { stated } from "../../src/system/stated.ts";
import type { System } from "../../src/system/types.ts";
import { facts } from "../support/system-example.ts";

const [base] = facts as [FeatureFacts, ...FeatureFacts[]];

/** A feature with one service that keeps its data in stores. */
function design(name: string, owner: string, service: string, stores: readonly string[]): FeatureFacts {
  const feature = { name: `E01-shop/${name}`, title: name, owner };
  const place = { file: `docs/plan/E01-shop/${name}/02-architecture.md`, line: 1, column: 1 };
  const words = { purpose: "Keeps records", words: "", dependencies: stores.join(", "), exposes: [] };
  return {
    ...base,
    feature,
    components: [{ feature, place, name: service, ...words }],
    stores: stores.map((store) => ({ feature, place, name: store, users: [service], data: [], rationale: "", retention: "" })),
    ...{
      integrations: [],
      choices: [],
      errors: [],
      interfaces: [],
      suppressions: [],
      patterns: [],
      decisions: [],
      entities: [],
      flows: [],
    },
    events: { feature, specified: [], codes: [], components: [], specifications: [] },
  };
}

const rowsOf = (family: string, system: System) => {
  const [table] =
    readMarkdown(`# T\n\n${FACTS[family]?.(system, "docs/system-patterns.md", NO_ANSWERS, () => "")}\n`).allSections[0]?.tables ?? [];
  return table?.rows.map((row) => row.map(({ text }) => text)) ?? [];
};

/** The stores that the table tells, with who owns and who uses them. */
const storesOf = (system: System) => rowsOf("stores", system).map(([, name = "", owner = "", users = ""]) => [name, owner, users] as const);

const SYSTEMS: [string, System][] = [
  ["the worked examples", buildSystem(facts, [])],
  [
    "designs that nobody owns, with a database of the same name",
    buildSystem(
      ["Orders", "Billing", "Stock"].map((name) => design(`F-${name}`, "", `${name} Service`, ["PostgreSQL", `${name} Cache`])),
      [],
    ),
  ],
  [
    "designs of three teams around one database",
    buildSystem(
      ["Orders", "Billing", "Stock"].map((name) => design(`F-${name}`, `${name}-team`, `${name} Service`, ["Orders Database", "Redis 7"])),
      [],
    ),
  ],
  [
    "one team with several features",
    buildSystem(
      ["Orders", "Billing"].map((name) => design(`F-${name}`, "shop", `${name} Service`, ["PostgreSQL 16", "Blob Store"])),
      [],
    ),
  ],
];

describe.each(SYSTEMS)("the diagram agrees with the tables: %s", (_, system) => {
  const text = drawSystem(system);
  const { graph, problem } = parseDiagram(text);
  const stores = storesOf(system);

  it("no id stands for two", () => {
    expect(problem).toBeUndefined();
    const declared = [...text.matchAll(/^ +(?:subgraph )?(\w+)(?=[[(])/gm)].map(([, id]) => id);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it("each component and each store of the tables is drawn once", () => {
    const drawn = graph.nodes.map(({ label }) => label);
    const count = (names: readonly string[]) => (name: string) => names.filter((other) => other === name).length;
    for (const name of rowsOf("components", system).map(([first = ""]) => first)) expect([name, count(drawn)(name)]).toEqual([name, 1]);
    const tabled = stores.map(([name]) => name);
    expect(tabled.length).toBe(system.stores.length);
    for (const name of tabled) expect([name, count(drawn)(name)]).toEqual([name, count(tabled)(name)]);
  });

  it("each store has an owner, and is reached from those alone that use it", () => {
    for (const [name, owner] of stores) expect([name, owner]).not.toEqual([name, "-"]);
    const label = (id: string) => graph.nodes.find((node) => node.id === id)?.label ?? "";
    const into = new Map(system.stores.map(({ key, name }) => [key, name]));
    for (const { key, name, users } of system.stores) {
      const ids = graph.nodes.filter((node) => node.label === name).map(({ id }) => id);
      const twins = [...into].filter(([, other]) => other === name).length;
      const arriving = graph.arrows.filter(({ to }) => ids.includes(to)).map(({ from }) => label(from));
      if (twins === 1) expect([key, arriving.sort()]).toEqual([key, [...users].sort()]);
      else expect(arriving).toEqual(expect.arrayContaining([...users]));
    }
  });
});

it("a store that several designs draw is told once, and one for each owner where its name is everybody's", () => {
  const told = (index: number) => storesOf((SYSTEMS[index] as [string, System])[1]);
  expect(told(1)).toEqual([
    ["PostgreSQL", "F-Billing, F-Orders, F-Stock", "Billing Service, Orders Service, Stock Service"],
    ["Billing Cache", "F-Billing", "Billing Service"],
    ["Orders Cache", "F-Orders", "Orders Service"],
    ["Stock Cache", "F-Stock", "Stock Service"],
  ]);
  expect(told(2)).toEqual([
    ["Orders Database", "Billing-team, Orders-team, Stock-team", "Billing Service, Orders Service, Stock Service"],
    ["Redis 7", "Billing-team", "Billing Service"],
    ["Redis 7", "Orders-team", "Orders Service"],
    ["Redis 7", "Stock-team", "Stock Service"],
  ]);
});

it("what a design has not written yet is no part of the whole", () => {
  const gaps = ["{ERROR_CODE}", "TODO", "TBD: which one", "-", "n/a", "**TBD**", "To be decided", ""];
  const words = ["TODO_LIMIT", "NONE_LEFT", "None of the services writes alone", "Order Service"];
  expect(stated([...gaps, ...words], (text) => text)).toEqual(words);
});
