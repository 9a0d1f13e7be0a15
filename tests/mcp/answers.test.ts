import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, CLIENTS, type TestClient } from "./clients.ts";
import { FOLDER, KEY, largePrd, makeWorkspace, type TestWorkspace } from "./workspace.ts";

/** What every answer owes to its reader: the text says what the data says, and neither is long. */
describe("answers", () => {
  let workspace: TestWorkspace;
  let server: TestClient;
  const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];

  beforeAll(async () => {
    workspace = makeWorkspace();
    server = await connect(workspace.root);
  });

  afterAll(async () => {
    await server.client.close();
    workspace.remove();
  });

  function expectTwins({ data, text }: Answer) {
    const plain = flatten(text);
    // What a finding cites of a document bears its marks in the text alone.
    const unmarked = flatten(text.replace(/<\/?data(?: from="[^"]*")?>/g, ""));
    for (const leaf of leavesOf(data).map(flatten)) expect(unmarked.includes(leaf) ? unmarked : plain).toContain(leaf);
  }

  test("the text carries every word and number of the data", async () => {
    expectTwins(await server.call("list_features", {}));
    expectTwins(await server.call("start_feature", { epic: "E01-shop", feature: "E01-F03-new" }));
    expectTwins(await server.call("next_step", { epic: "E01-shop", feature: "E01-F03-new" }));
    expectTwins(await server.call("start_feature", KEY));
    const brief = await server.call("next_step", KEY);
    expectTwins(brief);
    const { document, section, revision } = brief.data.write;
    expectTwins(await server.call("write_section", { ...KEY, document, section, revision, body: "TODO: nothing yet." }));
    expectTwins(await server.call("next_step", KEY));
    expectTwins(await server.call("check_feature", KEY));
  });

  test("a large feature gives answers below 40,000 characters, and counts what was left out", async () => {
    workspace.write(`${FOLDER}/prd.md`, largePrd(400));
    workspace.write(
      `${FOLDER}/02-architecture.md`,
      `---\ntitle: x\n---\n\n# x\n\n## Overview\n\n${"```ts\nconst a = 1;\n```\n\nTODO\n\n".repeat(300)}`,
    );
    const checked = await server.call("check_feature", KEY);
    expect(checked.data.left_out).toBeGreaterThan(200);
    for (const answer of [checked, await server.call("next_step", KEY), await server.call("list_features", {})]) {
      expect(answer.isError).toBe(false);
      expect(JSON.stringify(answer).length).toBeLessThan(40_000);
      expectTwins(answer);
    }
    const refused = await server.call("finish_feature", KEY);
    expect(refused.text.length).toBeLessThan(10_000);
    expect(refused.text).toContain("next_step");
  });

  test("the facts of a brief are cut with a pointer to their document", async () => {
    const key = { ...KEY, feature: "E01-F04-large" };
    const large = `docs/plan/${key.epic}/${key.feature}`;
    workspace.write(`${large}/prd.md`, largePrd(400));
    workspace.write(`${large}/00-research-report.md`, workspace.read(`${FOLDER}/00-research-report.md`));
    await server.call("start_feature", key);
    const { data } = await server.call("next_step", key);
    const facts: { label: string; from: string; items: string[] }[] = data.write.facts;
    expect(facts.map(({ items }) => items.length)).toSatisfy((lengths: number[]) => lengths.every((length) => length <= 61));
    for (const { items, from } of facts.filter(({ items }) => items.length > 30)) expect(items.at(-1)).toContain(`more in ${from}`);
    expect(JSON.stringify(data).length).toBeLessThan(18_000);
  });

  test("no more than 10 tools and 3,000 tokens", async () => {
    const { tools } = await server.client.listTools();
    expect(tools.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(tools).length / 4).toBeLessThanOrEqual(3000);
  });

  test("the instructions stand alone in their first 250 characters", () => {
    const instructions = server.client.getInstructions() ?? "";
    expect(instructions.length).toBeLessThanOrEqual(2000);
    expect(instructions.slice(0, 250)).toMatch(/groundplan takes.*Call next_step.*repeat\./s);
  });
});

function flatten(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Strings and numbers of the data; the words of a number may differ, a state may be a sentence. */
function leavesOf(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, key));
  if (value !== null && typeof value === "object") return Object.entries(value).flatMap(([name, item]) => leavesOf(item, name));
  // Zeros go without saying.
  return typeof value === "boolean" || value === 0 || value === undefined ? [] : [String(value)];
}
