import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLIENTS, type TestClient } from "./clients.ts";
import { serveRows } from "./serve-rows.ts";
import { FOLDER, KEY, type TestWorkspace } from "./workspace.ts";

describe.each(CLIENTS)("tools over stdio: %s", (_name, connect) => {
  let workspace: TestWorkspace;
  let server: TestClient;

  serveRows(connect, (served) => {
    ({ workspace, server } = served);
  });

  const start = () => server.call("start_feature", KEY);

  async function brief() {
    await start();
    return (await server.call("next_step", KEY)).data.write;
  }

  function write(section: Record<string, unknown>) {
    return server.call("write_section", { ...KEY, document: "architecture", ...section });
  }

  test("lists its tools with schemas and all four hints", async () => {
    const { tools } = await server.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "list_features",
      "start_feature",
      "next_step",
      "write_section",
      "write_document",
      "check_feature",
      "trace_requirements",
      "search_patterns",
      "read_page",
      "finish_feature",
    ]);
    for (const { name, annotations, inputSchema, outputSchema } of tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      // What is to be read is text alone: nothing is told twice.
      expect(outputSchema?.type, name).toBe(["list_features", "start_feature", "finish_feature"].includes(name) ? "object" : undefined);
      expect(Object.keys(annotations ?? {}).sort()).toEqual(["destructiveHint", "idempotentHint", "openWorldHint", "readOnlyHint"]);
    }
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)).toEqual([
      "start_feature",
      "write_section",
      "write_document",
      "finish_feature",
    ]);
  });

  test("list_features tells how far each is, and which rule chose the workspace", async () => {
    const { data, text } = await server.call("list_features", {});
    expect(data.features).toMatchObject([{ ...KEY, next: "define-architecture" }]);
    expect(data.root).toContain("--root");
    expect(text).toContain(`${KEY.epic}/${KEY.feature}`);
    const other = await server.call("list_features", { epic: "E02-other" });
    expect(other.data.features).toEqual([]);
    expect(other.text).toContain("start_feature");
  });

  test("start_feature creates both outputs and overwrites nothing", async () => {
    const prd = workspace.read(`${FOLDER}/prd.md`);
    const first = await start();
    expect(first.data).toEqual({
      created: [`${FOLDER}/02-architecture.md`, `${FOLDER}/04-backend-design.md`],
      interfaces: ["api"],
      ask: [],
    });
    const written = workspace.read(`${FOLDER}/02-architecture.md`);
    expect((await start()).data.created).toEqual([]);
    expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(written);
    expect(workspace.read(`${FOLDER}/prd.md`)).toBe(prd);
  });

  test("start_feature asks the person where the kinds of interface are unknown", async () => {
    const key = { epic: "E01-shop", feature: "E01-F02-vouchers" };
    const asked = await server.call("start_feature", key);
    expect(asked.isError).toBe(false);
    expect(asked.data.ask[0]).toContain("api, library, cli, service");
    expect(asked.data.created.map((file: string) => file.split("/").at(-1))).toEqual(["prd.md", "00-research-report.md"]);
    const answered = await server.call("start_feature", { ...key, interfaces: ["library"] });
    expect(answered.data.interfaces).toEqual(["library"]);
    expect(answered.data.created).toHaveLength(2);
    const other = await server.call("start_feature", { ...key, interfaces: ["cli"] });
    expect(other.data).toMatchObject({ created: [], interfaces: ["library"], ask: [expect.stringContaining("left as they are")] });
  });

  test("next_step gives the brief of one section", async () => {
    const section = await brief();
    expect(section).toMatchObject({ document: "architecture", file: `${FOLDER}/02-architecture.md`, state: "missing" });
    expect(section.revision).toMatch(/^[0-9a-f]{16}$/);
    expect(section.shape.length).toBeGreaterThan(0);
    expect(section.lines).toBeGreaterThan(3);
  });

  test("write_section answers with findings, the new revision and what is left of the budget", async () => {
    const { section, revision } = await brief();
    const { data, text } = await write({ section, revision, body: "TODO: write this.\n\n```ts\nconst refund = 1;\n```" });
    const checks = data.findings.map(({ check }: { check: string }) => check);
    expect(checks).toContain("code-block");
    for (const { advice, line } of data.findings) {
      expect(advice).not.toBe("");
      expect(line).toBeGreaterThan(1);
    }
    expect(data.revision).not.toBe(revision);
    expect(data).toMatchObject({ section_lines: 7, lines_left: 200 - data.lines });
    expect(text).toContain(data.revision);
    expect((await server.call("check_feature", KEY)).data.documents).toContainEqual({
      kind: "architecture",
      file: `${FOLDER}/02-architecture.md`,
      revision: data.revision,
    });
  });

  test("write_section refuses a stale revision, says how to recover, and leaves the person's edit", async () => {
    const { section, revision } = await brief();
    const file = `${FOLDER}/02-architecture.md`;
    workspace.write(file, `${workspace.read(file)}\n<!-- a person's edit -->\n`);
    const edited = workspace.read(file);
    const refused = await write({ section, revision, body: "Text." });
    expect(refused).toMatchObject({ isError: true, data: undefined });
    expect(refused.text).toMatch(/has changed since it was read: it is now at revision [0-9a-f]{16}\. Nothing was written.*check_feature/s);
    expect(refused.text).toContain("+<!-- a person's edit -->");
    const unknown = await write({ section, revision: "0123456789abcdef", body: "Text." });
    expect(unknown.text).toContain("What changed cannot be told");
    expect(workspace.read(file)).toBe(edited);
  });

  test("a status that a person has set is the person's", async () => {
    const { section, revision } = await brief();
    const file = `${FOLDER}/02-architecture.md`;
    workspace.write(file, workspace.read(file).replace("status: draft", "status: in-review"));
    const refused = await write({ section, revision, body: "Text." });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("+status: in-review");
    expect(workspace.read(file)).toContain("status: in-review");
  });

  test("what groundplan alone has written since refuses nothing", async () => {
    const { section, revision } = await brief();
    const file = `${FOLDER}/02-architecture.md`;
    const day = /last_updated: .*/;
    workspace.write(file, workspace.read(file).replace(day, "last_updated: 2026-01-02"));
    const { isError, data } = await write({ section, revision, body: "Text." });
    expect(isError).toBeFalsy();
    expect(data.revision).not.toBe(revision);
    expect(workspace.read(file)).toContain("\n\nText.\n");
  });

  test("write_section refuses a heading that would end the section", async () => {
    const { section, revision } = await brief();
    const refused = await write({ section, revision, body: "Text.\n\n## Another section\n\nMore." });
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/"Another section" of rank 2.*Use ### and lower/s);
  });

  test("write_section names the sections when it does not know one", async () => {
    const { revision } = await brief();
    const refused = await write({ section: "Data Fow", revision, body: "Text." });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("The sections are:");
  });

  test("check_feature gives findings, checklist and steps", async () => {
    await start();
    const { data } = await server.call("check_feature", KEY);
    expect(data.errors).toBeGreaterThan(0);
    expect(data.findings.length + data.left_out).toBe(data.errors + data.warnings);
    expect(data.steps).toHaveLength(7);
    expect(data.steps[0]).toMatchObject({ id: "analyze-requirements", done: true });
    expect(data.checklist.length).toBeGreaterThan(20);
  });

  test("finish_feature refuses with the reasons while a gate is closed", async () => {
    await start();
    const refused = await server.call("finish_feature", KEY);
    expect(refused).toMatchObject({ isError: true, data: undefined });
    expect(refused.text).toMatch(/2\. define-architecture: open: .*Expected the section.*Call next_step/s);
    expect(workspace.read(`${FOLDER}/02-architecture.md`)).toContain("status: draft");
  });

  test("an unknown key in the input is named", async () => {
    const refused = await server.call("next_step", { ...KEY, path: "/etc/passwd" });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('Unrecognized key: "path"');
  });

  test("nothing but a plain folder name is a key", async () => {
    for (const feature of ["..", "../../etc", "a/b", "E01..F01", "E01\u200b", "E01\u0000", "", "CON"]) {
      for (const tool of ["start_feature", "next_step", "check_feature", "finish_feature"]) {
        const refused = await server.call(tool, { ...KEY, feature });
        expect(refused.isError).toBe(true);
        expect(refused.text).toMatch(/unexpected feature key .*A key is a folder name/s);
      }
    }
    expect(existsSync(join(workspace.root, "docs/plan/etc"))).toBe(false);
  });

  test("a feature that is not there leads to the tool that begins it", async () => {
    const refused = await server.call("next_step", { epic: "E09", feature: "E09-F01" });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("start_feature");
    expect(refused.text).not.toContain(workspace.root);
  });

  test("a mistake in a team's own template is told at once, without a path of this machine", async () => {
    workspace.write("context/templates/mine.md", "---\nkind: nonsense\n---\n\n# {Feature Title}\n");
    const refused = await server.call("next_step", KEY);
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("context/templates/mine.md:1: unexpected kind");
    expect(refused.text).not.toContain(workspace.root);
  });
});
