import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, CLIENTS, type TestClient } from "./clients.ts";
import { FOLDER, KEY, largePrd, makeWorkspace, type TestWorkspace } from "./workspace.ts";

/** What every answer owes to its reader: the text says what the data says where both reach a model, nothing is told twice, and nothing is long. */
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
    const begun = await server.call("next_step", { epic: "E01-shop", feature: "E01-F03-new" });
    expectTwins({ ...begun, data: { ...begun.data, step: undefined, findings: [] } });
    expect(begun.text).toMatch(/^- prd\.md:1 error missing-document: Expected requirements in/m);
    expectTwins(await server.call("start_feature", KEY));
    const brief = await server.call("next_step", KEY);
    expectTwins(brief);
    const { document, section, revision } = brief.data.write;
    expectTwins(await server.call("write_section", { ...KEY, document, section, revision, body: "TODO: nothing yet." }));
    const after = await server.call("next_step", KEY);
    for (const word of [after.data.write.section, after.data.write.revision, after.data.why]) expect(after.text).toContain(word);
    expectTwins(await server.call("check_feature", { ...KEY, all: true }));
  });

  test("what is to be read reaches a model as text alone", async () => {
    for (const [name, args] of [
      ["next_step", KEY],
      ["check_feature", KEY],
      ["trace_requirements", KEY],
      ["search_patterns", { words: "retry" }],
      ["read_page", { address: "workflow" }],
    ] as const) {
      const result = await (server.client as unknown as Client).callTool({ name, arguments: args });
      expect(result.structuredContent, name).toBeUndefined();
      expect(result.content, name).toHaveLength(1);
    }
  });

  test("a finding is told once in full, then named by its place, and counted when it is gone", async () => {
    workspace.reset();
    await server.call("start_feature", KEY);
    const write = async (body: string) => {
      const { revision } = (await server.call("check_feature", KEY)).data.documents.find(
        ({ kind }: { kind: string }) => kind === "architecture",
      );
      return (await server.call("write_section", { ...KEY, document: "architecture", section: "Data Flow", revision, body })).text;
    };
    const first = await write("### Refund\n\nA refund is paid, TBD.\n\n```ts\nconst a = 1;\n```\n");
    expect(first).toMatch(/^- 02-architecture\.md:\d+ error code-block: /m);
    expect(first).toMatch(/^- 02-architecture\.md:\d+ error placeholder-text: /m);
    const second = await write("### Refund\n\nA refund is paid.\n\n```ts\nconst a = 1;\n```\n");
    expect(second).toMatch(/Findings: 0 new, \d+ gone, \d+ still there\./);
    expect(second).toMatch(/Still there, told before \(check_feature tells them again\): .*02-architecture\.md:\d+ code-block/);
    expect(second).not.toContain("error code-block");
    expect((await server.call("check_feature", KEY)).text).toContain("error code-block");
  });

  test("check_feature counts what has passed, and trace_requirements what is answered, unless all is asked for", async () => {
    const short = await server.call("check_feature", KEY);
    expect(short.text).toMatch(/Checklist: \d+ passed, \d+ do not apply or wait, \d+ failed: /);
    expect(short.text.length).toBeLessThan((await server.call("check_feature", { ...KEY, all: true })).text.length / 1.5);
    const { revision } = short.data.documents.find(({ kind }: { kind: string }) => kind === "architecture");
    const body = "The RefundService decides on each refund, whole or in part, and answers FR-1.";
    await server.call("write_section", { ...KEY, document: "architecture", section: "Architecture Overview", revision, body });
    const open = (await server.call("trace_requirements", KEY)).text;
    expect(open).toMatch(/^1 answered \(1 \w+; all shows where\), 2 open/);
    expect(open).not.toMatch(/^- FR-1: /m);
    expect((await server.call("trace_requirements", { ...KEY, all: true })).text).toMatch(/^- FR-1: .* in 02-architecture\.md:\d+ /m);
  });

  test("a large feature gives answers below 40,000 characters, and counts what was left out", async () => {
    workspace.write(`${FOLDER}/prd.md`, largePrd(400));
    workspace.write(
      `${FOLDER}/02-architecture.md`,
      `---\ntitle: x\n---\n\n# x\n\n## Overview\n\n${"```ts\nconst a = 1;\n```\n\nTODO\n\n".repeat(300)}`,
    );
    const checked = await server.call("check_feature", { ...KEY, all: true });
    expect(checked.data.left_out).toBeGreaterThan(200);
    const brief = await server.call("next_step", KEY);
    const list = await server.call("list_features", {});
    for (const answer of [checked, brief, list]) {
      expect(answer.isError).toBe(false);
      expect(JSON.stringify(answer).length).toBeLessThan(40_000);
    }
    for (const answer of [checked, list]) expectTwins(answer);
    // A first answer holds what decides within 3,000 tokens, and so do those after it.
    for (const answer of [brief, await server.call("check_feature", KEY)]) expect(answer.text.length / 4).toBeLessThan(3000);
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

  test("no more than 10 tools and 2,200 tokens", async () => {
    const { tools } = await server.client.listTools();
    expect(tools.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(tools).length / 4).toBeLessThanOrEqual(2200);
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
