import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, RESEARCH } from "../support/workspace.ts";

const PRD =
  "# Parcels\n\nThe state of a parcel is shown to the customer and to the depots.\n\n## Functional Requirements\n\n- FR-1: A customer sees the parcel's state\n\n## Out of Scope\n\n- Customs papers\n\n## Voices\n\n- Couriers scan each parcel twice a day\n- Depots report every delay at once\n";
const CONTRACTS = "# Parcels: Interface Contracts\n\n## Interfaces\n\n### API Endpoints\n\n- `GET /parcels/{id}` gives the state\n";
const files = {
  [`${FOLDER}/prd.md`]: PRD,
  [`${FOLDER}/00-research-report.md`]: RESEARCH,
  [`${FOLDER}/01-interface-contracts.md`]: CONTRACTS,
  "ideas/wish.md": "# Wish\n\n## Requirements\n\n- A guest books a table\n",
};
const run = (...args: string[]) => runCli(args, makeWorkspace(files));

describe("groundplan read shows how each input was understood", () => {
  it("as text, grouped and counted; what was not understood makes the status 1", () => {
    const { status, out } = run("read", "E01-F01");
    expect(status).toBe(1);
    for (const told of [
      "E01-F01-parcels: prd.md",
      "Functional requirements (1)\n     7  FR-1: A customer sees the parcel's state",
      "Not to be built (1)\n    11  Out of Scope 1: Customs papers",
      "Not understood (2)\n    15  Couriers scan each parcel twice a day",
      "Read as English",
      "E01-F01-parcels: 00-research-report.md",
      "Endpoints (1)\n     7  GET /parcels/{id} gives the state",
    ])
      expect(out).toContain(told);
  });

  it("as data, every block with its lines, role and what it was recognised by", () => {
    const { documents } = JSON.parse(run("read", "E01-F01", "--format", "json").out);
    expect(documents.map(({ kind }: { kind: string }) => kind)).toEqual(["prd", "research", "contracts"]);
    expect(documents[0].blocks).toContainEqual({
      ...{ line: 7, endLine: 7, role: "statement", kind: "functional", id: "FR-1", form: "item", section: "Functional Requirements" },
      ...{ text: "A customer sees the parcel's state", recognisedBy: "the id FR-1" },
    });
    expect(documents[0].unread).toEqual([
      { line: 13, title: "Voices", whole: true, blocks: 2, text: "Couriers scan each parcel twice a day" },
    ]);
  });

  it("as Markdown", () => {
    const { out } = run("read", "E01-F01", "--format", "markdown");
    expect(out).toContain(
      "### Functional requirements (1)\n\n| Line | Id | Text | Recognised by |\n| --- | --- | --- | --- |\n| 7 | FR-1 |",
    );
  });

  it("of a file that belongs to no feature", () => {
    const { status, out } = run("read", "ideas/wish.md");
    expect(status).toBe(0);
    expect(out).toContain("Requirements 1: A guest books a table");
  });

  it("says what to name where there is nothing to read", () => {
    const { status, err } = run("read", "nowhere.md");
    expect(status).toBe(2);
    expect(err).toMatch(/no file nowhere\.md\nName the Markdown file of a PRD, or a feature/);
  });
});

describe("what the PRD sets aside is shown beside what it demands", () => {
  it.each([
    ["status", ["status", "E01-F01"], "PRD: 1 statement, 1 not to be built, 1 not understood (groundplan read E01-shop/E01-F01-parcels)"],
    ["trace", ["trace", "E01-F01"], 'Out of Scope 1  excluded Customs papers [the heading "Out of Scope"]'],
    [
      "trace as Markdown",
      ["trace", "E01-F01", "--format", "markdown"],
      '| Out of Scope 1 | Customs papers [the heading "Out of Scope"] | excluded |',
    ],
  ])("in %s", (_, args, told) => expect(run(...args).out).toContain(told));

  it("in the data of both", () => {
    expect(JSON.parse(run("status", "--json").out).features[0].reading).toEqual({ statements: 1, excluded: 1, unread: 1 });
    expect(JSON.parse(run("trace", "--json").out).features[0].excluded).toMatchObject([
      { statement: { id: "Out of Scope 1", text: "Customs papers" }, state: "excluded", answers: [] },
    ]);
  });
});
