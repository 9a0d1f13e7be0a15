import { describe, expect, it } from "vitest";
import { type Changes, reviewChanged } from "../support/mutate.ts";

const [REFUNDS, EXPORTS] = ["E00-F01-order-refunds", "E00-F02-ledger-export"];

const told = (changes: Changes, example = REFUNDS) =>
  reviewChanged(changes, example)
    .findings.filter(({ check }) => !["line-count", "padding", "dense-text"].includes(check))
    .map(({ check, message }) => `${check} ${message}`);

/** Puts something in front of the interfaces, below the data structures. */
const below = (...lines: string[]): Changes => ({
  "backend-design": (text) => text.replace("\n## Interface Specifications", () => `\n${lines.join("\n")}\n\n## Interface Specifications`),
});

describe("headings of an author's own below the data structures", () => {
  it.each<[string, string[], string[]]>([
    [
      "a table of states is no structure",
      ["### Parcel States", "", "| From | To | By |", "| --- | --- | --- |", "| packed | sent | Carrier |"],
      [],
    ],
    [
      "nor are stored tables",
      ["### Stored Tables", "", "| Table | Columns | Rules |", "| --- | --- | --- |", "| `parcels` | `weight` | Only inserted |"],
      [],
    ],
    ["what has neither is one", ["### ParcelLabel", "", "- printed, or waiting for a printer"], ["incomplete-data-structure nothing"]],
    [
      "a table of fields without types is one",
      ["### ParcelLabel", "", "**Purpose**: A label.", "", "| Field | Description |", "| --- | --- |", "| `weight` | Grams |"],
      ["incomplete-data-structure fields"],
    ],
  ])("%s", (_, lines, expected) => {
    // That there is one more than the document says elsewhere is told as well.
    expect(told(below(...lines)).filter((each) => each !== "value-drift counted")).toEqual(expected);
  });

  const shared = (first: string, ...rows: string[]) => [
    "### What Carriers Send",
    "",
    first,
    "",
    "| Structure | Field | Type | Required | Validation | Description |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
  const row = (name: string, type = "string") => `| ${name} | \`weight\` | ${type} | yes | 1 to 9 characters | Weight class |`;

  it("structures that share a table share the purpose of its heading, and each bears its name", () => {
    const { model } = reviewChanged(
      below(...shared("**Purpose**: What a carrier's scanner sends.", row("`ParcelScan`"), row("`ParcelLabel`, `ParcelSlip`"))),
    );
    const own = model.backend.structures.filter(({ name }) => name.startsWith("Parcel"));
    expect(own.map(({ name, purpose }) => [name, purpose])).toEqual(
      ["ParcelScan", "ParcelLabel", "ParcelSlip"].map((name) => [name, "What a carrier's scanner sends."]),
    );
    expect(model.backend.structures.map(({ name }) => name)).not.toContain("What Carriers Send");
  });

  it("a type that none of them is is still told", () => {
    const found = told(below(...shared("**Purpose**: What a carrier's scanner sends.", row("`ParcelScan`", "`ParcelColour`"))));
    expect(found).toContain("undefined-type undefined");
  });
});

describe("names as authors write them", () => {
  const rename = (name: string): Changes => ({
    architecture: (text) => text.replace(/^(\| )Outbox Relay( \|)/m, (_, open: string, close: string) => `${open}${name}${close}`),
  });

  it.each([
    ["Outbox Relay, new", []],
    ["Outbox Relay, existing, in the payments service", []],
  ])("whether a component is there already is no part of its name: %s", (name, expected) => {
    expect(told(rename(name))).toEqual(expected);
  });

  it("another word is", () => {
    expect(told(rename("Outbox Relay, second"))).not.toEqual([]);
  });

  it.each<[string, string[]]>([
    ["UTC", []],
    ["JSON", []],
    ["Cassandra", ["unknown-technology unknown"]],
  ])("a scale or a format is no technology: %s", (name, expected) => {
    const architecture = (text: string) =>
      text.replace(/(?<=## Technology Stack\n\n.*\n.*\n)/, `| Times | ${name} | One scale for all |\n`);
    expect(told({ architecture })).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["`No exports yet`", []],
    ["`Period:` and `Status`", []],
    ["a list of `ExportLedgers`", ["undefined-type undefined"]],
  ])("what a command prints is no type: %s", (words, expected) => {
    const design = (text: string) =>
      text.replace(/(?<=#### ledger-export list[\s\S]{1,900}\*\*Output format\*\*: )/, `${words}, or else. `);
    expect(told({ "backend-design": design }, EXPORTS).filter((each) => each.startsWith("undefined-type"))).toEqual(expected);
  });

  it("a group of which there are none says so in the diagram", () => {
    const nobody = (name: string): Changes => ({
      architecture: (text) =>
        text.replace(/(?<=```mermaid\nflowchart[^\n]*\n)/, `  subgraph others[External partners]\n    partner[${name}]\n  end\n`),
    });
    const found = (name: string) => told(nobody(name)).filter((each) => /unreachable-node|undocumented-integration/.test(each));
    expect(found("none")).toEqual([]);
    expect(found("Parcel Broker")).not.toEqual([]);
  });
});
