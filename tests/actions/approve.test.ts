import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  approvalsOf,
  approveFeature,
  finishFeature,
  lackingApprovals,
  loadContext,
  openWorkspace,
  readFeature,
  review,
  writeDocument,
} from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;
const NO_BROWSER = { PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" };
const REVIEWER = { by: "Security Team", today: "2026-12-01" };

function example(approvals: string[] = []) {
  const root = makeWorkspace(approvals.length > 0 ? { "groundplan.config.json": JSON.stringify({ approvals }) } : {});
  for (const folder of [FOLDER, "context/patterns"]) cpSync(folder, join(root, folder), { recursive: true });
  const workspace = openWorkspace(root);
  const context = loadContext(root, workspace.config);
  const look = () => review(readFeature(workspace, KEY), context);
  const edit = (file: string, from: string | RegExp, to: string) => {
    const path = join(root, FOLDER, file);
    const before = readFileSync(path, "utf8");
    expect(before.replace(from, to)).not.toBe(before);
    writeFileSync(path, before.replace(from, to));
  };
  const told = () => look().findings.map(({ check, message }) => `${check} ${message}`);
  const approve = (role: string) => approveFeature(workspace, look().model, { ...REVIEWER, role });
  return { root, workspace, context, look, edit, told, approve };
}

describe("an approval", () => {
  it("says who has approved which text, on one line that is none of the author's, and finds nothing", () => {
    const { approve, look, told, root } = example();
    expect(approve("product")).toBe(`${FOLDER}/04-backend-design.md`);
    approve("security");
    approve("product");
    const [line] = /^approved: .*$/m.exec(readFileSync(join(root, FOLDER, "04-backend-design.md"), "utf8")) ?? [];
    expect(line).toMatch(/^approved: \[security [0-9a-f]{12} 2026-12-01 Security Team, product [0-9a-f]{12} 2026-12-01 Security Team\]$/);
    expect(approvalsOf(look().model)).toMatchObject([
      { role: "security", by: "Security Team", day: "2026-12-01", holds: true },
      { role: "product", holds: true },
    ]);
    expect(told()).toEqual([]);
  });

  it.each<[string, string, string | RegExp, string, boolean]>([
    ["a word of the architecture", "02-architecture.md", "Refunds are added", "Refunds were added", false],
    ["a number of the backend design", "04-backend-design.md", "at most 500 characters", "at most 501 characters", false],
    ["the owner in the front matter", "02-architecture.md", /^owner: .*$/m, "owner: shop-team", true],
    ["the status", "04-backend-design.md", "status: complete", "status: in-review", true],
    ["the layout", "02-architecture.md", /\n## Data Flow/, "\n\n\n## Data Flow", true],
    ["a remark of a reviewer", "02-architecture.md", "## Data Flow", "<!-- remark Joe: which flow? -->\n\n## Data Flow", true],
    ["the PRD", "prd.md", "A support agent can request", "A support agent may request", true],
  ])("holds or not when this changes: %s", (_, file, from, to, holds) => {
    const { approve, edit, look, told } = example();
    approve("product");
    edit(file, from, to);
    expect(approvalsOf(look().model).map((approval) => approval.holds)).toEqual([holds]);
    expect(told().includes("premature-status changed-since")).toBe(!holds);
  });

  it("is asked for by the configuration before a design is finished", async () => {
    const { approve, told, workspace, context, edit, look } = example(["product", "security"]);
    expect(told()).toEqual(["premature-status unapproved"]);
    for (const file of ["02-architecture.md", "04-backend-design.md"]) edit(file, "status: complete", "status: in-review");
    approve("product");
    expect(lackingApprovals(look().model)).toEqual(["security"]);
    const finish = () => finishFeature(workspace, context, KEY, { today: "2026-12-01", env: NO_BROWSER });
    expect((await finish()).open).toMatchObject([
      { id: "finish", open: [expect.stringContaining("--as security"), expect.anything(), expect.anything()] },
    ]);
    approve("security");
    expect((await finish()).open).toEqual([]);
    expect(told()).toEqual([]);
  });

  it.each([
    ["a role that nobody has", "securty", /Did you mean security\?/],
    ["no role", "", /product, security/],
  ])("is refused for %s", (_, role, advice) => {
    const { workspace, look } = example(["product", "security"]);
    expect(() => approveFeature(workspace, look().model, { ...REVIEWER, role })).toThrow(
      expect.objectContaining({ code: "approval", advice: expect.stringMatching(advice) }),
    );
  });

  it("is refused for a name that no line of front matter holds, and where there is no design", () => {
    const { workspace, look, context } = example();
    for (const by of ["", "Reviewer\nstatus: complete", "a".repeat(101)])
      expect(() => approveFeature(workspace, look().model, { ...REVIEWER, by, role: "product" })).toThrow(
        expect.objectContaining({ code: "approval" }),
      );
    const empty = openWorkspace(makeWorkspace({ [`${FOLDER}/prd.md`]: "# A\n" }));
    const { model } = review(readFeature(empty, KEY), context);
    expect(() => approveFeature(empty, model, { ...REVIEWER, role: "product" })).toThrow(expect.objectContaining({ code: "approval" }));
  });

  it("is not given by who writes the document, and not taken", () => {
    const { approve, workspace, context, look, root } = example();
    const path = join(root, FOLDER, "04-backend-design.md");
    const own = readFileSync(path, "utf8");
    const forged = own.replace(/^---\n/, "---\napproved: [product 0123456789ab 2026-12-01 Mallory]\n");
    const write = (text: string) => {
      const { revision } = readFeature(workspace, KEY).documents["backend-design"] ?? { revision: undefined };
      return writeDocument(workspace, context, { key: KEY, document: "backend-design", text, revision });
    };
    write(forged);
    expect(approvalsOf(look().model)).toEqual([]);
    approve("product");
    write(own.replace("at most 500 characters", "at most 501 characters"));
    expect(approvalsOf(look().model)).toMatchObject([{ by: "Security Team", holds: false }]);
  });
});
