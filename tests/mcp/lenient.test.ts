import { existsSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLIENTS, type TestClient } from "./clients.ts";
import { serveRows } from "./serve-rows.ts";
import { FOLDER, KEY, type TestWorkspace } from "./workspace.ts";

describe.each(CLIENTS)("arguments as assistants give them: %s", (_name, connect) => {
  let workspace: TestWorkspace;
  let server: TestClient;

  serveRows(connect, (served) => {
    ({ workspace, server } = served);
  });

  const SHORT = { epic: "E01", feature: "E01-F01" };

  test.each([
    ["short keys", SHORT],
    ["other capitals", { epic: "e01-SHOP", feature: "e01-f01-order-refunds" }],
    ["stray blanks", { epic: " E01-shop", feature: "E01-F01-order-refunds\n" }],
  ])("%s are understood by every tool, which names the feature", async (_what, key) => {
    const started = await server.call("start_feature", key);
    expect(started.text).toContain("The feature is E01-shop/E01-F01-order-refunds.");
    expect(started.data.created).toEqual([`${FOLDER}/02-architecture.md`, `${FOLDER}/04-backend-design.md`]);
    const { write } = (await server.call("next_step", key)).data;
    const { document, section, revision } = write;
    const written = await server.call("write_section", { ...key, document, section, revision, body: "Text." });
    expect(written.text).toContain(`${FOLDER}/02-architecture.md`);
    for (const tool of ["check_feature", "trace_requirements"]) expect((await server.call(tool, key)).text).toContain(KEY.feature);
    const page = await server.call("read_page", {
      address: `features/${encodeURIComponent(key.epic)}/${encodeURIComponent(key.feature)}/prd`,
    });
    expect(page.text).toContain("# Order refunds");
    expect((await server.call("list_features", { epic: key.epic })).data.features).toHaveLength(1);
  });

  test.each([
    ["nothing", { feature: "E01-F01" }],
    ["null", { epic: null, feature: "E01-F01-order-refunds" }],
    ["nothing, and the feature's folder", { feature: "docs/plan/E01-shop/E01-F01-order-refunds/" }],
    ["nothing, and both keys", { feature: "E01-shop/E01-F01" }],
  ])("the epic may be left out where the feature names it: %s", async (_what, key) => {
    expect((await server.call("check_feature", key)).text).toContain(KEY.feature);
  });

  test("a feature whose key names no epic needs one", async () => {
    const { isError, text } = await server.call("check_feature", { feature: "order-refunds" });
    expect(isError).toBe(true);
    expect(text).toMatch(/epic/);
  });

  test.each(["next_step", "check_feature", "trace_requirements", "finish_feature"])(
    "%s names the nearest feature for one that is not there",
    async (tool) => {
      const refused = await server.call(tool, { epic: "E01-shop", feature: "E01-F01-order-refnuds" });
      expect(refused.isError).toBe(true);
      expect(refused.text).toMatch(/no feature E01-shop\/E01-F01-order-refnuds\. Did you mean E01-shop\/E01-F01-order-refunds\?/);
    },
  );

  test("no twin is begun of a feature that has the number", async () => {
    const refused = await server.call("start_feature", { epic: "E01-shop", feature: "E01-F01-refunds" });
    expect(refused).toMatchObject({ isError: true, text: expect.stringContaining("E01-shop/E01-F01-order-refunds has the same number") });
    expect(existsSync(join(workspace.root, "docs/plan/E01-shop/E01-F01-refunds"))).toBe(false);
  });

  test("a feature whose place a link has taken is not the one with a longer name", async () => {
    await server.call("start_feature", KEY);
    const folder = join(workspace.root, FOLDER);
    renameSync(folder, `${folder}-away`);
    mkdirSync(`${folder}-elsewhere`);
    symlinkSync(`${folder}-elsewhere`, folder);
    expect((await server.call("check_feature", KEY)).text).toContain("symbolic link");
  });

  test("null is absence, and lists may be JSON text or a single name in capitals", async () => {
    const start = (more: Record<string, unknown>) =>
      server.call("start_feature", { epic: "E02-billing", feature: "E02-F01-invoices", ...more });
    expect((await server.call("list_features", { epic: null })).data.features).toHaveLength(1);
    expect((await start({ title: null, interfaces: null })).data.interfaces).toEqual([]);
    expect((await start({ interfaces: '["API", "cli"]' })).data.interfaces).toEqual(["api", "cli"]);
    expect((await server.call("search_patterns", { words: null, category: " Resilience" })).data.patterns.length).toBeGreaterThan(0);
    for (const document of ["Research", "00-research-report.md", "research report", " RESEARCH "]) {
      const written = await server.call("write_document", { ...KEY, document, text: "# x", revision: "none" });
      expect(written.text, document).toContain("00-research-report.md has changed");
    }
    expect((await server.call("write_document", { ...KEY, document: "prd.md", text: "# x", revision: "none" })).isError).toBe(true);
    expect((await start({ interfaces: "graphql" })).isError).toBe(true);
  });

  test.each([
    ["a link of a brief", "context/patterns/api-patterns.md#pagination", "## Pagination"],
    ["a link of a document", "../../../../context/patterns/api-patterns.md#pagination", "## Pagination"],
    ["a finding's path", `${FOLDER}/prd.md:3:1`, "# Order refunds"],
    ["a document's file in an address", `groundplan://features/${KEY.epic}/${KEY.feature}/prd.md`, "# Order refunds"],
    ["a template's path", "context/templates/prd.md", "# {Feature Title}"],
    ["a kind in capitals", "templates/PRD", "# {Feature Title}"],
    ["a check's page", "docs/checks/code-block.md", "# code-block"],
    ["blanks around it", " checks/code-block\n", "# code-block"],
    ["a decision's path", "docs/adr/0001-x.md", "# X"],
  ])("read_page takes %s", async (_what, address, found) => {
    workspace.write("docs/adr/0001-x.md", "# X\n");
    expect((await server.call("read_page", { address })).text).toContain(found);
  });

  test.each(["docs/plan/E01-shop/x.md", "../../etc/passwd", "docs/adr/../../package.json", "context/patterns/api-patterns.md"])(
    "read_page takes no other path: %s",
    async (address) => {
      expect((await server.call("read_page", { address })).text).toMatch(/unexpected address/);
    },
  );
});
