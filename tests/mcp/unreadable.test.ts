import { describe, expect, test } from "vitest";
import { CLIENTS, type TestClient } from "./clients.ts";
import { serveRows } from "./serve-rows.ts";
import { FOLDER, KEY, type TestWorkspace } from "./workspace.ts";

const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];

describe("what could not be read again is not written", () => {
  let workspace: TestWorkspace;
  let server: TestClient;

  serveRows(connect, (served) => {
    ({ workspace, server } = served);
  });

  const revisionOf = async (wanted: string): Promise<string> => {
    const { documents } = (await server.call("check_feature", KEY)).data;
    return documents.find(({ kind }: { kind: string }) => kind === wanted).revision;
  };

  test.each([
    ["NUL", "Post\u0000greSQL", /line \d+ would hold \\u\{0000\}/],
    ["half of a pair", "Post\ud83dgreSQL", /line \d+ would hold \\u\{D83D\}/],
  ])("a section with %s is refused, with its line", async (_what, body, told) => {
    await server.call("start_feature", KEY);
    const before = workspace.read(`${FOLDER}/02-architecture.md`);
    const { section, revision } = (await server.call("next_step", KEY)).data.write;
    const refused = await server.call("write_section", { ...KEY, document: "architecture", section, revision, body });
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(told);
    expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(before);
  });

  test("a document that would grow beyond what is read is refused, with both sizes", async () => {
    await server.call("start_feature", KEY);
    const file = `${FOLDER}/02-architecture.md`;
    const { section, revision } = (await server.call("next_step", KEY)).data.write;
    workspace.write(file, `${workspace.read(file)}\n${"\u00e4\u00f6\u00fc word ".repeat(80_000)}\n`);
    const large = await revisionOf("architecture");
    const before = workspace.read(file);
    expect(revision).not.toBe(large);
    const refused = await server.call("write_section", {
      ...KEY,
      document: "architecture",
      section,
      revision: large,
      body: "word ".repeat(39_000),
    });
    expect(refused.text).toMatch(/would have \d+ bytes, and more than 1048576 are not read/);
    expect(workspace.read(file)).toBe(before);
  });

  const RESEARCH =
    "---\nepic: E01-shop\nfeature: E01-F01-order-refunds\ntitle: Order refunds\nstatus: draft\n---\n\n# Order refunds: Research Report\n\n## Summary\n\nShort.\n";
  const write = async (text: string) => {
    const answer = await server.call("write_document", { ...KEY, document: "research", text, revision: await revisionOf("research") });
    return { answer, written: workspace.read(`${FOLDER}/00-research-report.md`) };
  };

  test.each([
    ["as it is", RESEARCH],
    ["after blank lines", `\n \n\r\n${RESEARCH}`],
    ["after a byte order mark", `\ufeff${RESEARCH}`],
    ["in a fence", `\`\`\`markdown\n${RESEARCH}\`\`\`\n`],
    ["in a fence of tildes", `~~~~\n${RESEARCH}~~~~`],
  ])("front matter %s is the only one", async (_what, text) => {
    const { answer, written } = await write(text);
    expect(answer.isError, answer.text).toBe(false);
    expect(written).toBe(RESEARCH);
  });

  test.each([
    ["a comment", `<!-- generated -->\n${RESEARCH}`],
    ["a sentence", `Here is the report:\n\n${RESEARCH}`],
    ["a title", `# Report\n\n${RESEARCH}`],
  ])("front matter behind %s is refused, with its line", async (_what, text) => {
    const before = workspace.read(`${FOLDER}/00-research-report.md`);
    const { answer, written } = await write(text);
    expect(answer.text).toMatch(/unexpected text before the front matter .* it begins in line [23]/);
    expect(written).toBe(before);
  });

  test("a rule between two paragraphs is no front matter", async () => {
    const { answer } = await write("# Report\n\nOne.\n\n---\n\ntitle: is a word\n");
    expect(answer.isError, answer.text).toBe(false);
  });
});
