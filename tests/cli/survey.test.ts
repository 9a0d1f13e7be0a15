import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";

function shop(route: string): { root: string; env: Record<string, string> } {
  const root = makeWorkspace();
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  writeFiles(root, {
    "src/app.js": `const app = require("express")();\n${route}\n`,
    "src/refund.ts": "export interface RefundDraft { orderId: string }\n",
  });
  return { root, env: { XDG_CACHE_HOME: join(root, ".cache-of-the-user") } };
}

describe("the commands on the code", () => {
  it("survey prints the facts, as text and as JSON", () => {
    const { root, env } = shop(`app.post("/orders/:orderId/refunds", h);`);
    expect(runCli(["survey"], root, env)).toMatchObject({
      status: 0,
      out: expect.stringContaining("POST  /orders/:orderId/refunds  h  express  src/app.js:2"),
    });
    expect(JSON.parse(runCli(["survey", "--json"], root, env).out)).toMatchObject({
      version: 1,
      routes: [{ method: "POST", file: "src/app.js", line: 2 }],
    });
  });

  it("research writes rows with links, and leaves those that a person wrote", () => {
    const { root, env } = shop(`app.post("/orders/:orderId/refunds", h);`);
    expect(runCli(["research", "E00-F01"], root, env)).toMatchObject({ status: 0, out: `wrote ${FOLDER}/00-research-report.md\n` });
    const text = readFileSync(join(root, FOLDER, "00-research-report.md"), "utf8");
    expect(text).toContain("[src/app.js:2](../../../../src/app.js#L2)");
    expect(text).toContain("| `Problem` responses | shared error filter |");
  });

  it("drift tells a route that was built under another name once, and nothing where both agree", () => {
    const agreed = shop(`app.post("/orders/:orderId/refunds", h);`);
    const same = JSON.parse(runCli(["drift", "--format", "json"], agreed.root, agreed.env).out);
    expect(same.features[0].drifts.filter(({ text }: { text: string }) => text.includes("POST /orders/{orderId}/refunds"))).toEqual([]);
    expect(same.features[0].state).toBe("partly built");
    const renamed = shop(`app.post("/orders/:orderId/returns", h);`);
    const { status, out } = runCli(["drift", "--format", "json"], renamed.root, renamed.env);
    const built = JSON.parse(out).features[0].drifts.filter(({ kind }: { kind: string }) => kind === "built-otherwise");
    expect(status).toBe(1);
    expect(built).toMatchObject([{ code: { file: "src/app.js", line: 2 } }]);
  });
});
