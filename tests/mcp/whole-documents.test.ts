import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLIENTS, type TestClient } from "./clients.ts";
import { serveRows } from "./serve-rows.ts";
import { FOLDER, KEY, type TestWorkspace } from "./workspace.ts";

describe.each(CLIENTS)("whole documents, search and trace: %s", (_name, connect) => {
  let workspace: TestWorkspace;
  let server: TestClient;

  serveRows(connect, (served) => {
    ({ workspace, server } = served);
  });

  const present = async () =>
    (await server.call("check_feature", KEY)).data.documents.find(({ kind }: { kind: string }) => kind === "architecture").revision;

  test("a missing research report has a brief of its own, and is written as a whole", async () => {
    const report = workspace.read(`${FOLDER}/00-research-report.md`);
    rmSync(join(workspace.root, FOLDER, "00-research-report.md"));
    const { data, text } = await server.call("next_step", KEY);
    expect(data.step.id).toBe("analyze-requirements");
    expect(data.write).toMatchObject({ document: "research", state: "missing", revision: "" });
    expect(data.write.section).toBeUndefined();
    expect(data.write.guidance).toMatch(/Technology Stack: .*lock files/s);
    expect(data.write.shape).toContain("## Naming Conventions");
    expect(text).toMatch(/with write_document .*Look into the repository/s);
    const written = await server.call("write_document", { ...KEY, document: "research", text: report });
    expect(written.data).toMatchObject({ file: `${FOLDER}/00-research-report.md`, next: expect.stringContaining("next_step") });
    expect((await server.call("next_step", KEY)).data.step.id).toBe("define-architecture");
    const again = await server.call("write_document", { ...KEY, document: "research", text: report });
    expect(again.text).toMatch(/has changed since it was read/);
  });

  test("a design written as a whole keeps its front matter, and answers with findings and what is left of the budget", async () => {
    await server.call("start_feature", KEY);
    const before = workspace.read(`${FOLDER}/02-architecture.md`);
    const text = "# Order refunds: Architecture\n\n## Overview\n\nTODO\n\n```ts\nconst a = 1;\n```\n";
    const { data, text: answer } = await server.call("write_document", {
      ...{ ...KEY, document: "architecture", text },
      revision: await present(),
    });
    const after = workspace.read(`${FOLDER}/02-architecture.md`);
    const derived = /^derived: .*\n/m.exec(after)?.[0] ?? "";
    const front = before.slice(0, before.indexOf("---\n", 4));
    // What follows from the rest is written beside what was sent.
    expect(after.startsWith(`${front}${derived}---\n\n${text}\n## Related Documents\n\n- [`)).toBe(true);
    expect(answer).toMatch("what follows from the rest: Related Documents");
    expect(data.findings.map(({ check }: { check: string }) => check)).toContain("code-block");
    expect(data.lines + data.lines_left).toBe(200);
    expect(data.revision).toBe(await present());
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["as a whole", { text: "# Other", consent: "they agreed" }, /is not an author's to replace/],
    ["without consent", { text: "# Other", replaces: "# Order refunds" }, /nobody agreed to the change.*Ask the person/],
    ["with another passage", { text: "# Other", replaces: "# Nowhere", consent: "they agreed" }, /stands nowhere in the document/],
  ])("an input of others is not changed %s", async (_what, change, told) => {
    const before = workspace.read(`${FOLDER}/prd.md`);
    const { text, isError } = await server.call("write_document", { ...KEY, document: "prd", ...change });
    expect(isError).toBe(true);
    expect(text).toMatch(told);
    expect(workspace.read(`${FOLDER}/prd.md`)).toBe(before);
  });

  test("one passage of an input is changed where the person agreed, and all else stays", async () => {
    const before = workspace.read(`${FOLDER}/prd.md`);
    const change = { document: "prd", replaces: "# Order refunds", text: "# Refunds of orders", consent: "the owner agreed in the chat" };
    const { text } = await server.call("write_document", { ...KEY, ...change });
    expect(text).toMatch(/^Wrote .*prd\.md/);
    expect(workspace.read(`${FOLDER}/prd.md`)).toBe(before.replace("# Order refunds", "# Refunds of orders"));
  });

  test("a passage is replaced, and all else stays byte for byte", async () => {
    await server.call("start_feature", KEY);
    const base = { ...KEY, document: "architecture" };
    const text = "# Order refunds: Architecture\n\n## Architecture Overview\n\nRefunds take a minute, and a minute more.\n";
    await server.call("write_document", { ...base, text, revision: await present() });
    const before = workspace.read(`${FOLDER}/02-architecture.md`);
    const replace = async (replaces: string, by: string) =>
      server.call("write_document", { ...base, replaces, text: by, revision: await present() });
    const { data } = await replace("Refunds take a minute", "Refunds take an hour");
    const after = workspace.read(`${FOLDER}/02-architecture.md`);
    expect(after).toBe(before.replace("Refunds take a minute", "Refunds take an hour"));
    expect(data.revision).toBe(await present());
    expect((await replace("a minute", "an hour")).text).not.toMatch(/unexpected/);
    for (const [passage, told] of [
      ["Refunds take a day", /stands nowhere in the document.*Nothing was written/s],
      ["an hour", /stands more than once in the document.*Nothing was written/s],
      ["", /stands nowhere/],
      ["status: draft", /Wrote /],
    ] as const)
      expect((await replace(passage, passage === "status: draft" ? "status: in-review" : "x")).text).toMatch(told);
    expect((await replace("status: in-review", "status: complete")).text).toMatch(/unexpected status complete/);
  });

  test("several sections are written at once, each where the template has it", async () => {
    await server.call("start_feature", KEY);
    const write = async (body: string) =>
      server.call("write_section", {
        ...{ ...KEY, document: "architecture", section: "Data Flow", body },
        revision: await present(),
      });
    const body =
      "### Refund\n\nA refund is paid.\n\n## Technology Stack\n\n| Layer | Technology | Justification |\n| --- | --- | --- |\n| API | Java | TODO |\n\n## Architecture Overview\n\nRefunds.\n";
    const { data, text } = await write(body);
    expect(text).toMatch(
      /^Wrote "Data Flow", "Technology Stack", "Architecture Overview" to .*\nThese sections have \d+ lines of about \d+/,
    );
    const after = workspace.read(`${FOLDER}/02-architecture.md`);
    expect(after.match(/^## .*/gm)?.filter((title) => body.includes(title) || title === "## Data Flow")).toEqual([
      "## Architecture Overview",
      "## Data Flow",
      "## Technology Stack",
    ]);
    // Of each section that was sent.
    const lines = after.split("\n");
    const sectionOf = (line: number) => lines.slice(0, line).findLast((each) => each.startsWith("## "));
    expect(new Set(data.findings.map(({ line }: { line: number }) => sectionOf(line))).size).toBeGreaterThan(1);
    expect((await write("x\n\n## Risks of another kind\n\ny\n")).text).toMatch(/unexpected heading "Risks of another kind" of rank 2/);
    expect((await write("x\n\n## Technology Stack\n\ny\n\n## Technology Stack\n\nz\n")).text).toMatch(
      /unexpected second section "Technology Stack"/,
    );
    expect((await write("x\n\n## Technology Stack\n")).text).toMatch(/unexpected empty body for the section "Technology Stack"/);
    expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(after);
  });

  test("done is computed: a status of complete is not taken from an author", async () => {
    await server.call("start_feature", KEY);
    const before = workspace.read(`${FOLDER}/02-architecture.md`);
    const text = before.replace("status: draft", "status: complete");
    const refused = await server.call("write_document", { ...KEY, document: "architecture", text, revision: await present() });
    expect(refused.text).toMatch(/unexpected status complete.*Nothing was written/s);
    expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(before);
  });

  test.each([
    ["nothing", ""],
    ["front matter alone", "---\nstatus: draft\n---\n"],
  ])("a document of %s is refused", async (_what, text) => {
    await server.call("start_feature", KEY);
    const refused = await server.call("write_document", { ...KEY, document: "architecture", text, revision: await present() });
    expect(refused.text).toMatch(/unexpected empty text/);
  });

  test("search_patterns finds by everyday words, and by category", async () => {
    const { data, text } = await server.call("search_patterns", { words: "third party api is down" });
    expect(data.patterns[0]).toMatchObject({ title: "Circuit Breaker", page: "groundplan://patterns/circuit-breaker" });
    expect((await server.call("read_page", { address: data.patterns[0].page })).text).toMatch(/^## Circuit Breaker/);
    expect(text).toContain(data.patterns[0].link);
    const { patterns } = (await server.call("search_patterns", { category: "api" })).data;
    expect(new Set(patterns.map(({ category }: { category: string }) => category))).toEqual(new Set(["api"]));
    expect((await server.call("search_patterns", { words: "zebra" })).text).toMatch(/No pattern has these words/);
  });

  test("trace_requirements shows the open ones first", async () => {
    await server.call("start_feature", KEY);
    expect((await server.call("trace_requirements", KEY)).data).toMatchObject({ answered: 0, open: 3 });
    const { write } = (await server.call("next_step", KEY)).data;
    await server.call("write_section", {
      ...KEY,
      document: write.document,
      section: write.section,
      revision: write.revision,
      body: "FR-1 is answered here.",
    });
    const { data } = await server.call("trace_requirements", KEY);
    expect(data).toMatchObject({ answered: 1, open: 2, left_out: 0 });
    expect(data.requirements.map(({ id }: { id: string }) => id)).toEqual(["FR-2", "NFR-1", "FR-1"]);
    expect(data.requirements[2].answered_in).toEqual([expect.stringMatching(/^02-architecture\.md:\d+ /)]);
  });

  test("trace_requirements tells which are implemented and tested, by what code and tests name", async () => {
    workspace.write("src/refunds.ts", "// FR-1: refunds of a paid order\nexport function refund() {}\n// FR-7 was here\n");
    workspace.write("tests/refunds.test.ts", 'it("FR-1: refunds in part", () => {});\n');
    const { data, text } = await server.call("trace_requirements", { ...KEY, code: true });
    expect(data).toMatchObject({ answered: 0, open: 3, left_out: 0 });
    expect(data.requirements[0]).toMatchObject({
      id: "FR-1",
      state: "implemented, tested",
      implemented: ["src/refunds.ts:1"],
      tested: ["tests/refunds.test.ts:1"],
    });
    expect(text).toMatch(/^- FR-2: .* open$/m);
    expect(text).toContain("src/refunds.ts:3 names FR-7, which the PRD does not have");
  });
});
