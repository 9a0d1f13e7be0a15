import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_FINDINGS, runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";
const PICTURES = ".groundplan/diagrams/E00-examples/E00-F01-order-refunds";

const browser = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** The worked example, with the system diagram of the architecture replaced. */
function example(drawn?: string): string {
  const root = makeWorkspace();
  copyExamples(root, FOLDER);
  if (drawn !== undefined) {
    const file = join(root, FOLDER, "02-architecture.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(/```mermaid\nflowchart[\s\S]*?```/, `\`\`\`mermaid\n${drawn}\n\`\`\``));
  }
  return root;
}

describe.skipIf(browser === undefined)("with a browser", () => {
  it("draws each diagram of a feature as SVG and PNG, where git does not look", () => {
    const root = example();
    const { status, out } = runCli(["render", "E00-F01"], root);
    expect(out.trim().split("\n")).toHaveLength(6);
    expect(status).toBe(0);
    const svg = readFileSync(join(root, PICTURES, "02-architecture-1-system-architecture-diagram.svg"), "utf8");
    expect(svg).toMatch(/^<svg[\s\S]*Refund API[\s\S]*<\/svg>$/);
    const png = readFileSync(join(root, PICTURES, "02-architecture-2-refund-within-the-automatic-limit.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(root, ".groundplan/.gitignore"), "utf8")).toBe("*\n");
  });

  it("tells which diagram is not drawn, and draws the others", () => {
    const { status, out } = runCli(["render", "E00-F01", "--format", "svg"], example("flowchart LR\n  api[Refund API (public)]"));
    expect(out).toMatch(/^failed {2}docs\/plan\/.*02-architecture\.md:\d+: .*Parse error/m);
    expect(out.match(/^drew/gm)).toHaveLength(2);
    expect(status).toBe(1);
  });

  it("lets nothing that is drawn reach a network or a file", () => {
    const pulled = "flowchart LR\n  a[\"<img src='http://127.0.0.1:9/x.png'/><img src='file:///etc/hostname'/>here\"] --> b";
    const { status } = runCli(["render", "E00-F01", "--format", "svg", "--json"], example(pulled));
    expect(status).toBe(0);
  });

  it("check --render proves what the parser says", () => {
    const { status, err } = runCli(["check", "--render"], example());
    expect(err).toBe("3 of 3 diagrams drawn in a browser.\n");
    expect(status).toBe(0);
  });
});

describe("without a browser", () => {
  const env = { PATH: "", CHROME_PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" };

  it("render tells how to get one, and writes nothing", () => {
    const root = example();
    const { status, err } = runCli(["render", "E00-F01"], root, env);
    expect(err).toMatch(/there is no browser to draw with\nInstall one .*PUPPETEER_EXECUTABLE_PATH/);
    expect(status).toBe(2);
    expect(existsSync(join(root, ".groundplan"))).toBe(false);
  });

  it("check --render says plainly that nothing was proved", () => {
    const { status, out, err } = runCli(["check", "--render"], example(), env);
    expect(out).toBe(NO_FINDINGS);
    expect(err).toMatch(/whether the diagrams are drawn was not proved: there is no browser/);
    expect(status).toBe(2);
  });

  it.each([
    [["--format", "gif"], 'unexpected format "gif"'],
    [["--theme", "pink"], "Allowed choices are default, neutral, dark, forest, base"],
  ])("a mistake in use: %j", (args, message) => {
    const { status, err } = runCli(["render", "E00-F01", ...args], example(), env);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });
});
