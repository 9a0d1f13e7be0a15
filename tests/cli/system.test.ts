import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";

const PAGE = "docs/system-patterns.md";
const REFUNDS = "docs/plan/E00-examples/E00-F01-order-refunds";
const STOCK = "docs/plan/E00-examples/E00-F03-stock-reservations";

/** The worked examples, with the records that one of them links to. */
function examples(): string {
  const root = makeWorkspace();
  for (const folder of [REFUNDS, STOCK, "docs/adr", "context/patterns"]) cpSync(folder, join(root, folder), { recursive: true });
  return root;
}

const read = (root: string, file = PAGE) => readFileSync(join(root, file), "utf8");
function edit(root: string, file: string, change: (text: string) => string): void {
  const before = read(root, file);
  expect(change(before)).not.toBe(before);
  writeFileSync(join(root, file), change(before));
}
const driftTo15 = (root: string) =>
  edit(root, `${STOCK}/02-architecture.md`, (text) => text.replace("PostgreSQL 16 with pgx", "PostgreSQL 15 with pgx"));
// In place of a risk that other rows cover: the length stays.
const callItExternal = (root: string) =>
  edit(root, `${STOCK}/02-architecture.md`, (text) =>
    text
      .replace(/^\| One poison message .*\n/m, "")
      .replace(
        /^\| Warehouse System \| REST v3;.*$/m,
        (row) => `${row}\n| Order Service | REST | Lines of an order | Asked again after a minute |`,
      ),
  );

describe("groundplan system", () => {
  it("writes the page, and then has nothing to do", () => {
    const root = examples();
    expect(runCli(["system"], root)).toEqual({ status: 0, out: `wrote ${PAGE}\nNo findings across 2 features.\n`, err: "" });
    const text = read(root);
    expect(runCli(["system"], root).out).toMatch(/^docs\/system-patterns\.md is fresh\n/);
    expect(runCli(["system", "--check"], root)).toMatchObject({ status: 0, out: expect.stringMatching(/is fresh/) });
    expect(read(root)).toBe(text);
  });

  it("--check is 1 where the page is not there, or a feature has changed since", () => {
    const root = examples();
    expect(runCli(["system", "--check"], root)).toMatchObject({ status: 1, out: expect.stringMatching(/is stale: run groundplan system/) });
    expect(existsSync(join(root, PAGE))).toBe(false);
    runCli(["system"], root);
    edit(root, `${REFUNDS}/02-architecture.md`, (text) => text.replace("Executes approved refunds", "Executes refunds that were approved"));
    const before = read(root);
    expect(runCli(["system", "--check"], root).status).toBe(1);
    expect(read(root)).toBe(before);
  });

  it("keeps what people wrote, byte for byte", () => {
    const root = examples();
    runCli(["system"], root);
    const mine = "\r\n**Pattern**: services\t\n\n<!-- ask Ümit -->\n";
    edit(root, PAGE, (text) =>
      text.replace(/(groundplan:keep architectural-style -->)[\s\S]*?(<!-- \/)/, (_, begin, end) => begin + mine + end),
    );
    edit(root, `${REFUNDS}/02-architecture.md`, (text) => text.replace("Executes approved refunds", "Executes refunds that were approved"));
    expect(runCli(["system"], root).out).toMatch(/^wrote/);
    expect(read(root)).toContain(`<!-- groundplan:keep architectural-style -->${mine}<!-- /groundplan:keep architectural-style -->`);
    expect(read(root)).toContain("Executes refunds that were approved");
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      "an unclosed mark",
      (text) => text.replace("<!-- /groundplan:keep data-flow -->", ""),
      /system-patterns\.md:\d+: unexpected mark of "asked-external-integrations" inside of the part "data-flow"/,
    ],
    [
      "a doubled part",
      (text) => `${text}\n<!-- groundplan:keep data-flow --><!-- /groundplan:keep data-flow -->\n`,
      /unexpected second part "data-flow"/,
    ],
    ["a page of somebody else", () => "# System Patterns\n\nOurs.\n", /was not written by groundplan/],
    ["text outside of the marks", (text) => `${text}\nBy the way.\n`, /was edited outside of the keep marks/],
  ])("%s is an error, and nothing is written", (_, damage, message) => {
    const root = examples();
    runCli(["system"], root);
    edit(root, PAGE, damage);
    edit(root, `${REFUNDS}/02-architecture.md`, (text) => text.replace("Executes approved refunds", "Executes refunds"));
    const before = read(root);
    for (const options of [[], ["--check", "--json"]])
      expect(runCli(["system", ...options], root)).toMatchObject({ status: 2, err: expect.stringMatching(message) });
    expect(read(root)).toBe(before);
  });

  it("--force gives up edits outside of the marks, and only these", () => {
    const root = examples();
    runCli(["system"], root);
    const clean = read(root);
    edit(root, PAGE, (text) => `${text}\nBy the way.\n`);
    expect(runCli(["system", "--dry-run", "--force"], root).out).toMatch(/^-By the way\.$/m);
    expect(runCli(["system", "--force"], root).status).toBe(0);
    expect(read(root)).toBe(clean);
  });

  it("--dry-run shows a diff and writes nothing", () => {
    const root = examples();
    const { status, out, err } = runCli(["system", "--dry-run"], root);
    expect([status, out.startsWith("--- "), existsSync(join(root, PAGE))]).toEqual([0, true, false]);
    expect(out).toMatch(/^\+\| Refund Worker \| payments-team \|/m);
    expect(err).toBe("No findings across 2 features.\n");
  });

  it("--json gives the facts and the state of the page", () => {
    const root = examples();
    const { page, findings, system } = JSON.parse(runCli(["system", "--json", "--check"], root).out);
    expect([page, findings]).toEqual([{ file: PAGE, state: "stale" }, []]);
    expect(system.records.map(({ status }: { status: string }) => status)).toEqual(["superseded", "accepted", "rejected", "deprecated"]);
    expect(system.events.find(({ name }: { name: string }) => name === "stock.committed").producers[0].name).toBe("Event Publisher");
  });

  it("writes where the configuration wants it", () => {
    const root = examples();
    writeFiles(root, { "groundplan.config.json": '{ "overview": "SYSTEM.md" }' });
    expect(runCli(["system"], root).out).toMatch(/^wrote SYSTEM\.md\n/);
    expect(read(root, "SYSTEM.md")).toContain(`](${STOCK}/02-architecture.md)`);
  });

  it("without a feature says how to begin", () => {
    expect(runCli(["system"], makeWorkspace())).toMatchObject({ status: 2, err: expect.stringMatching(/no feature in docs\/plan/) });
  });
});

describe("contradictions across features", () => {
  it("are told by system --check, an error with status 1 and a warning with 0", () => {
    const root = examples();
    driftTo15(root);
    runCli(["system"], root);
    const warned = runCli(["system", "--check"], root);
    expect([warned.status, warned.out]).toEqual([
      0,
      expect.stringMatching(/warning Unexpected version 15 of PostgreSQL[\s\S]*1 warning across 2 features/),
    ]);
    callItExternal(root);
    runCli(["system"], root);
    expect(runCli(["system", "--check"], root)).toMatchObject({ status: 1, out: expect.stringMatching(/contradictory-component/) });
  });

  it("are told by check without a feature, and never for one that is named", () => {
    const root = examples();
    callItExternal(root);
    const all = runCli(["check"], root);
    expect([all.status, all.out]).toEqual([
      1,
      expect.stringMatching(/Order Service" is an external system here[\s\S]*1 error in 2 features/),
    ]);
    for (const target of ["E00-F03", "."])
      expect([target, runCli(["check", target], root).out]).toEqual([target, expect.stringMatching(/^No findings/)]);
  });

  it("leave what is said of each feature as it is, in the data for scripts", () => {
    const root = examples();
    callItExternal(root);
    const all = JSON.parse(runCli(["check", "--json"], root).out);
    const one = JSON.parse(runCli(["check", "E00-F03", "--json"], root).out);
    expect(all.features.find(({ feature }: { feature: string }) => feature === "E00-F03-stock-reservations")).toEqual(one.features[0]);
    expect(all.across.findings).toMatchObject([{ check: "contradictory-component", fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    expect([all.summary.errors, one.summary.errors, one.across]).toEqual([1, 0, undefined]);
  });

  it("reach every report", () => {
    const root = examples();
    callItExternal(root);
    const formats = ["sarif", "github", "gitlab", "junit", "markdown"];
    runCli(["check", ...formats.flatMap((format) => ["--format", `${format}=report.${format}`])], root);
    for (const format of formats)
      expect([format, read(root, `report.${format}`)]).toEqual([format, expect.stringContaining("contradictory-component")]);
  });

  it("can be let pass by the baseline, which tells when they are gone", () => {
    const root = examples();
    callItExternal(root);
    expect(runCli(["check", "--update-baseline"], root).out).toMatch(/^1 finding is let pass/);
    expect(runCli(["check"], root)).toMatchObject({ status: 0, out: expect.stringMatching(/^No findings in 2 features\./) });
    // Of one feature alone it cannot be said whether the contradiction is still there.
    expect(runCli(["check", "E00-F03"], root)).toMatchObject({ status: 0, err: "" });
    edit(root, `${STOCK}/02-architecture.md`, (text) => text.replace(/^\| Order Service \| REST \| .*\n/m, ""));
    expect(runCli(["check"], root)).toMatchObject({
      status: 0,
      err: expect.stringMatching(/1 entry of \.groundplan-baseline\.json no longer/),
    });
  });
});
