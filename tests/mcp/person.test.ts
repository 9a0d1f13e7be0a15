import { resolve } from "node:path";
import { Client as V2Client } from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Transport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asTestClient, INFO, type TestClient } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace, type TestWorkspace } from "./workspace.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");
const NEW = { epic: "E01-shop", feature: "E01-F02-vouchers" };

type Action = { action: "accept"; content: Record<string, string | boolean> } | { action: "decline" } | { action: "cancel" };

/** Who answers the forms that a client shows. */
interface TestPerson {
  answer: Action;
  asked: string[];
}

async function connectPerson(root: string, mode: "auto" | "legacy", person: TestPerson): Promise<TestClient> {
  const client = new V2Client(INFO, { versionNegotiation: { mode }, capabilities: { elicitation: { form: {} } } });
  client.setRequestHandler("elicitation/create", ({ params }) => {
    person.asked.push(JSON.stringify(params));
    return person.answer;
  });
  await client.connect(new V2Transport({ command: process.execPath, args: [CLI, "mcp", "--root", root], stderr: "pipe" }));
  return asTestClient(client);
}

describe.each(["auto", "legacy"] as const)("a choice is the person's: %s", (mode) => {
  let workspace: TestWorkspace;
  let server: TestClient;
  const person: TestPerson = { answer: { action: "decline" }, asked: [] };

  beforeAll(async () => {
    workspace = makeWorkspace();
    server = await connectPerson(workspace.root, mode, person);
  });

  beforeEach(() => {
    workspace.reset();
    person.asked = [];
  });

  afterAll(async () => {
    await server.client.close();
    workspace.remove();
  });

  test("the kinds of interface are asked by a form, and the documents are begun with the answer", async () => {
    person.answer = { action: "accept", content: { api: true, cli: true } };
    const { data } = await server.call("start_feature", NEW);
    expect(person.asked).toHaveLength(1);
    expect(person.asked[0]).toMatch(/Which kinds of interface.*endpoints that others call over HTTP/s);
    expect(data.interfaces).toEqual(["api", "cli"]);
    expect(data.created).toHaveLength(4);
  });

  test.each<[string, Action]>([
    ["declines", { action: "decline" }],
    ["goes away", { action: "cancel" }],
    ["chooses none", { action: "accept", content: {} }],
  ])("a person who %s is asked by the model", async (_what, answer) => {
    person.answer = answer;
    const { data, isError } = await server.call("start_feature", NEW);
    expect(isError).toBe(false);
    expect(data).toMatchObject({
      interfaces: [],
      ask: [expect.stringContaining("api, library, cli, service"), expect.anything(), expect.anything()],
    });
  });

  test("nothing is asked that the PRD says, or that the call says", async () => {
    person.answer = { action: "decline" };
    expect((await server.call("start_feature", KEY)).data.interfaces).toEqual(["api"]);
    expect((await server.call("start_feature", { ...NEW, interfaces: ["library"] })).data.interfaces).toEqual(["library"]);
    expect(person.asked).toEqual([]);
  });

  const OPEN = `
## Open Questions

- Who may refund after 90 days? Finance answers it.
- ~~Is a partial refund allowed?~~
- Which currency rounds? Answer: the order's.
`;

  test("what the PRD leaves open is asked when the decisions are to be written, and the answer is a fact of the brief", async () => {
    workspace.write(`${FOLDER}/prd.md`, `${workspace.read(`${FOLDER}/prd.md`)}${OPEN}`);
    person.answer = { action: "accept", content: { question_1: "The head of finance" } };
    await server.call("start_feature", KEY);
    const { write } = (await server.call("next_step", KEY)).data;
    const decisions = write.section;
    expect(person.asked).toHaveLength(1);
    expect(person.asked[0]).toContain("Who may refund after 90 days?");
    expect(person.asked[0]).not.toMatch(/partial refund|currency/);
    expect(write.facts[0]).toEqual({
      label: "decisions of the person",
      from: "their answers",
      items: ["Who may refund after 90 days? Finance answers it. The person answered: The head of finance"],
    });
    // Once the section stands, nobody is asked again.
    await server.call("write_section", { ...KEY, document: write.document, section: decisions, revision: write.revision, body: "Text." });
    expect((await server.call("next_step", KEY)).data.write.section).not.toBe(decisions);
    expect(person.asked).toHaveLength(1);
  });

  test("without a form the question stands in the brief", async () => {
    workspace.write(`${FOLDER}/prd.md`, `${workspace.read(`${FOLDER}/prd.md`)}${OPEN}`);
    person.answer = { action: "decline" };
    await server.call("start_feature", KEY);
    const { data, text } = await server.call("next_step", KEY);
    expect(data.ask).toEqual(["The PRD leaves this open: Who may refund after 90 days? Finance answers it."]);
    expect(text).toContain('Ask the person: The PRD leaves this open: <data from="PRD">Who may refund');
  });

  test.each<[string, Action, string, RegExp]>([
    ["agrees", { action: "accept", content: { agree: true } }, "Refund slips.", /^Wrote .*prd\.md/],
    ["refuses", { action: "accept", content: { agree: false } }, "# Order refunds", /nobody agreed to the change\. .*Nothing was written/],
  ])("a person who %s to a change of their PRD is asked by a form", async (_what, answer, expected, told) => {
    person.answer = answer;
    const change = { document: "prd", replaces: "# Order refunds", text: "# Order refunds\n\nRefund slips." };
    const { text } = await server.call("write_document", { ...KEY, ...change, consent: "they said so" });
    expect(person.asked[0]).toMatch(/May this passage of the .* be changed\?.*# Order refunds.*Refund slips/s);
    expect(text).toMatch(told);
    expect(workspace.read(`${FOLDER}/prd.md`)).toContain(expected);
    expect(workspace.read(`${FOLDER}/prd.md`).includes("Refund slips.")).toBe(expected === "Refund slips.");
  });
});
