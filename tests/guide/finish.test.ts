import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Drawn, type FinishOptions, finishFeature, loadContext, openWorkspace } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;
const ARCHITECTURE = "02-architecture.md";
const NO_BROWSER = { PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" };

const hasBrowser = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "chromium")));

/** The worked example as it is before its last step, and what an editor does to it. */
function almostFinished(config: object = {}) {
  const root = makeWorkspace();
  writeFileSync(join(root, "groundplan.config.json"), JSON.stringify(config));
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  const read = (file = ARCHITECTURE) => readFileSync(join(root, FOLDER, file), "utf8");
  const edit = (change: (text: string) => string, file = ARCHITECTURE) => writeFileSync(join(root, FOLDER, file), change(read(file)));
  for (const file of [ARCHITECTURE, "04-backend-design.md"]) edit((text) => text.replace("status: complete", "status: draft"), file);
  const workspace = openWorkspace(root);
  const finish = (options: Partial<FinishOptions> = {}) =>
    finishFeature(workspace, loadContext(root, workspace.config), KEY, { today: "2026-11-21", env: process.env, ...options });
  return { finish, read, edit };
}

describe.skipIf(!hasBrowser)("with a browser, a feature is finished when its diagrams are drawn", () => {
  it("each is drawn, and told as it is", async () => {
    const { finish, read } = almostFinished();
    const told: string[] = [];
    const { open, proof } = await finish({ onDrawn: ({ problem }, done, all) => told.push(`${problem ?? "drawn"} ${done}/${all}`) });
    expect(open).toEqual([]);
    expect(proof).toMatchObject({ state: "proved", drawn: [{}, {}, {}] });
    expect(told).toEqual(["drawn 1/3", "drawn 2/3", "drawn 3/3"]);
    expect(read()).toContain("status: complete");
  });

  it("one that is not drawn keeps the last step open, whatever the team has set its check to", async () => {
    const { finish, read, edit } = almostFinished({ checks: { "invalid-diagram": "off" } });
    edit((text) => text.replace("  worker->>db: completed, with event and email in the outbox", "  deactivate gateway"));
    const { open } = await finish();
    expect(open).toMatchObject([{ id: "finish", done: false }]);
    expect(open[0]?.open[0]).toMatch(/02-architecture\.md:\d+: the diagram is not drawn: .*inactive participant/);
    expect(read()).toContain("status: draft");
  });

  it("a document that is changed while its diagrams are drawn is not finished", async () => {
    const { finish, read, edit } = almostFinished();
    let times = 0;
    const onDrawn = () => {
      if (times++ === 0) edit((text) => text.replace("## Overview", "## Overview\n\nSomebody's sentence."), "prd.md");
    };
    await expect(finish({ onDrawn })).rejects.toThrow(/were changed while its diagrams were drawn/);
    expect(read()).toContain("status: draft");
  });

  it.each([
    ["before the browser is there", (end: AbortController) => end.abort(new Error("enough"))],
    ["while the browser starts", (end: AbortController) => setTimeout(() => end.abort(new Error("enough")), 50)],
    ["between two diagrams", (end: AbortController, drawn?: Drawn) => drawn && end.abort(new Error("enough"))],
    ["while one is drawn", (end: AbortController, drawn?: Drawn) => drawn && setTimeout(() => end.abort(new Error("enough")), 20)],
  ])("is broken off %s, and nothing is written", async (_when, breakOff) => {
    const { finish, read } = almostFinished();
    const end = new AbortController();
    breakOff(end);
    await expect(finish({ signal: end.signal, onDrawn: (drawn) => breakOff(end, drawn) })).rejects.toThrow("enough");
    expect(read()).toContain("status: draft");
  });
});

describe("without a browser", () => {
  it("a feature is finished, and that its diagrams are drawn is told as not proved", async () => {
    const { finish, read } = almostFinished();
    const { open, proof } = await finish({ env: NO_BROWSER });
    expect(open).toEqual([]);
    expect(proof).toMatchObject({
      state: "not-proved",
      reason: "there is no browser to draw with",
      advice: expect.stringMatching(/Install/),
    });
    expect(read()).toContain("status: complete");
  });
});
