import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli, startCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const OTHER = "docs/plan/E01-shop/E01-F02-claims";

/** Each of them once ended every command with an overflow of the stack, or held it up. */
const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ["lists on one line", `${"- ".repeat(1100)}x`],
  ["quotes", `${"> ".repeat(5000)}x`],
  ["lists of every kind", "* + - ".repeat(500)],
  ["quotes with lists", `${"> - ".repeat(20_000)}x`],
  ["emphasis", `${"*a _b ".repeat(3000)}${"c_ d* ".repeat(3000)}`],
  ["entities in one paragraph", "é&amp;".repeat(40_000)],
];

describe("a document that nests too deep or holds too much in one paragraph", () => {
  it.each(SHAPES)("is told with its line, and the other feature is judged: %s", (_, shape) => {
    const text = `${PRD}\n${shape}\n`;
    const files = { [`${FOLDER}/prd.md`]: text, [`${OTHER}/prd.md`]: PRD, [`${OTHER}/00-research-report.md`]: RESEARCH };
    const root = makeWorkspace(files);
    const { status, out } = runCli(["check", "--json", "--no-cache"], root);
    expect(status).toBe(1);
    const { features } = JSON.parse(out) as { features: { feature: string; findings: { check: string; place: { line: number } }[] }[] };
    const line = text.slice(0, text.indexOf(shape)).split("\n").length;
    expect(features[0]?.findings).toContainEqual(
      expect.objectContaining({ check: "unread-markup", place: expect.objectContaining({ line }) }),
    );
    expect(features[1]?.findings.length).toBeGreaterThan(0);
  });

  it.each([["status"], ["trace"], ["next", "E01-F01-parcels"], ["draft", "E01-F01-parcels", "--stdout"], ["system", "--dry-run"]])(
    "ends no command: %s",
    (...args) => {
      const root = makeWorkspace({ [`${FOLDER}/prd.md`]: `${PRD}\n${SHAPES.map(([, shape]) => shape).join("\n\n")}\n` });
      const { status, err } = runCli(args, root);
      expect(err).not.toMatch(/internal error|RangeError/);
      expect([0, 1]).toContain(status);
    },
  );
});

describe("a failure of groundplan itself", () => {
  const broken = makeBroken("JSON.stringify = () => { throw new TypeError('broken on purpose'); };");
  const late = makeBroken(
    "const { write } = process.stdout; process.stdout.write = function (...all) { process.nextTick(() => { throw new TypeError('broken on purpose'); }); return write.apply(this, all); };",
  );

  it.each([
    ["while a command runs", broken, ["check", "--json", "--no-cache"]],
    ["outside of any command", late, ["check", "--no-cache"]],
  ])("has exit status 3 and says what to do, %s", (_, preload, args) => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, "preload.cjs": preload });
    const { status, err } = startCli(args, root, { NODE_OPTIONS: `--require ${join(root, "preload.cjs")}` });
    expect(status).toBe(3);
    expect(err).toContain("internal error: TypeError: broken on purpose");
    expect(err).toContain("defect of groundplan");
  });

  function makeBroken(code: string): string {
    return `if (require("node:worker_threads").isMainThread) { ${code} }`;
  }
});
