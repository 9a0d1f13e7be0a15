import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CLIENTS, type TestClient } from "./clients.ts";
import { serveRows } from "./serve-rows.ts";
import { FOLDER, KEY, type TestWorkspace } from "./workspace.ts";

const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];
const SECRET = "the payroll of everybody";

/** What has gone wrong in servers that give assistants files, each held against tools, resources and prompts. */
describe("nothing outside of the workspace is read or written", () => {
  let workspace: TestWorkspace;
  let outside: string;
  let server: TestClient;

  serveRows(connect, (served) => {
    ({ workspace, server } = served);
  });

  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), "groundplan-outside-"));
    writeFileSync(join(outside, "prd.md"), `# ${SECRET}\n`);
  });

  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  /** Calls everything that takes a feature; nothing of it may tell the secret or the paths of the machine. */
  async function callAll(key: { epic: string; feature: string }): Promise<string[]> {
    const tools = ["start_feature", "next_step", "check_feature", "trace_requirements", "finish_feature"];
    const told = [];
    for (const tool of tools) told.push((await server.call(tool, key)).text);
    told.push(
      (await server.call("write_section", { ...key, document: "architecture", section: "Overview", body: "x", revision: "0" })).text,
    );
    told.push((await server.call("write_document", { ...key, document: "research", text: "# x\n" })).text);
    for (const page of ["prd", "checklist", "trace", "hazards", "reading"]) {
      const address = `groundplan://features/${key.epic}/${key.feature}/${page}`;
      told.push((await server.call("read_page", { address })).text);
      told.push(await server.client.readResource({ uri: address }).then((read) => JSON.stringify(read), String));
    }
    told.push(await server.client.getPrompt({ name: "review_design", arguments: key }).then((got) => JSON.stringify(got), String));
    return told;
  }

  const untouched = () => {
    expect(readdirSync(outside)).toEqual(["prd.md"]);
    expect(readFileSync(join(outside, "prd.md"), "utf8")).toBe(`# ${SECRET}\n`);
  };

  test.each([
    ["a parent", { epic: "..", feature: ".." }],
    ["a parent below a name", { epic: "E01-shop/../../..", feature: "etc" }],
    ["a parent, encoded", { epic: "%2e%2e", feature: "%2e%2e%2f%2e%2e" }],
    ["a parent in Windows' words", { epic: "..\\..", feature: "E01" }],
    ["an absolute path", { epic: "/etc", feature: "passwd" }],
    ["a drive", { epic: "C:", feature: "Windows" }],
    ["a name that goes on after a NUL", { epic: "E01-shop", feature: "E01-F01-order-refunds\u0000.md" }],
    ["a character that nobody sees", { epic: "E01-shop", feature: "E01-F01-order\u200b-refunds" }],
    ["a trailing quote", { epic: 'E01-shop"', feature: "E01-F01-order-refunds" }],
    ["a trailing dot", { epic: "E01-shop.", feature: "E01-F01-order-refunds" }],
    ["a device", { epic: "E01-shop", feature: "NUL" }],
    ["a stream of NTFS", { epic: "E01-shop", feature: "E01-F01::$DATA" }],
    ["look-alike dots", { epic: "E01-shop", feature: "\u2025/\uFF0E\uFF0E" }],
  ])("%s is no key", async (_what, key) => {
    for (const told of await callAll(key)) {
      expect(told).toMatch(/unexpected (?:epic|feature) key|unexpected address|not found|no feature/i);
      expect(told).not.toContain(workspace.root);
    }
    expect(readdirSync(join(workspace.root, "docs/plan"))).toEqual([KEY.epic]);
  });

  test("a folder whose name begins like the workspace is outside", async () => {
    const twin = `${workspace.root}-evil`;
    cpSync(workspace.root, twin, { recursive: true });
    const told = await server.call("read_page", { address: `groundplan://features/..%2f${twin.split("/").at(-1)}/x/prd` });
    expect(told.isError).toBe(true);
    rmSync(twin, { recursive: true });
  });

  test("a feature that is a link is not followed, and named as not read", async () => {
    symlinkSync(outside, join(workspace.root, "docs/plan/E01-shop/E01-F02-link"));
    for (const told of await callAll({ epic: "E01-shop", feature: "E01-F02-link" })) expect(told).not.toContain(SECRET);
    const { data, text } = await server.call("list_features", {});
    expect(JSON.stringify(data.features)).not.toContain("E01-F02-link");
    expect(text).toContain("Not read: docs/plan/E01-shop/E01-F02-link (links are not followed)");
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(outside);
    untouched();
  });

  test("an epic that is a link, in another case of an existing one too, is not followed", async () => {
    mkdirSync(join(outside, "E01-F01-order-refunds"));
    writeFileSync(join(outside, "E01-F01-order-refunds/prd.md"), `# ${SECRET}\n`);
    symlinkSync(outside, join(workspace.root, "docs/plan/e01-SHOP"));
    for (const told of await callAll({ epic: "e01-SHOP", feature: "E01-F01-order-refunds" })) expect(told).not.toContain(SECRET);
    expect(readdirSync(join(outside, "E01-F01-order-refunds"))).toEqual(["prd.md"]);
  });

  test("a document that is a link is told, not read and not written through", async () => {
    await server.call("start_feature", KEY);
    const file = join(workspace.root, FOLDER, "02-architecture.md");
    rmSync(file);
    symlinkSync(join(outside, "prd.md"), file);
    const checked = await server.call("check_feature", KEY);
    expect(checked.text).toContain("it is a symbolic link");
    for (const told of await callAll(KEY)) expect(told).not.toContain(SECRET);
    untouched();
  });

  test("a folder that is swapped for a link between two calls is not followed", async () => {
    await server.call("start_feature", KEY);
    const { write } = (await server.call("next_step", KEY)).data;
    const folder = join(workspace.root, FOLDER);
    renameSync(folder, `${folder}-away`);
    symlinkSync(outside, folder);
    const refused = await server.call("write_section", {
      ...KEY,
      document: write.document,
      section: write.section,
      revision: write.revision,
      body: "x",
    });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("symbolic link");
    untouched();
  });

  test("a root that is swapped for a link while the server runs is refused", async () => {
    const away = `${workspace.root}-away`;
    renameSync(workspace.root, away);
    symlinkSync(outside, workspace.root);
    const refused = await server.call("list_features", {});
    rmSync(workspace.root);
    renameSync(away, workspace.root);
    expect(refused.text).toMatch(/has become a link to another one/);
    expect((await server.call("list_features", {})).isError).toBe(false);
  });

  test.skipIf(process.platform === "win32")("a pipe in a document's place holds nobody up", async () => {
    execFileSync("mkfifo", [join(workspace.root, FOLDER, "03-data-design.md")]);
    const checked = await server.call("check_feature", KEY);
    expect(checked.text).toContain("it is not a regular file");
  });

  test("no configuration leads outside: its folders are held to the workspace as well", async () => {
    workspace.write("groundplan.config.json", JSON.stringify({ plan: "../" }));
    const refused = await server.call("list_features", {});
    expect(refused.text).not.toContain("groundplan-outside");
    workspace.write("groundplan.config.json", JSON.stringify({ files: { prd: `../../../../../${outside.split("/").at(-1)}/prd.md` } }));
    for (const told of await callAll(KEY)) expect(told).not.toContain(SECRET);
    untouched();
  });
});
