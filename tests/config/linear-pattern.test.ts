import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { linearPattern } from "../../src/config/linear-pattern.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

/** CPU time of this process, in milliseconds. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("an expression of a configuration", () => {
  it.each([
    ["SHOP-R[0-9]+", "see SHOP-R12 and SHOP-R7.", ["SHOP-R12", "SHOP-R7"]],
    ["R\\d+(?:\\.\\d+)?", "R1.2, R3", ["R1.2", "R3"]],
    ["(?<team>[A-Z]+)-\\d+", "AB-1", ["AB-1"]],
    ["(?i)shop-\\d", "Shop-1 SHOP-2", ["Shop-1", "SHOP-2"]],
    ["\\p{Lu}+_\\d+", "ÄÖ_1", ["ÄÖ_1"]],
    ["\\bX\\d\\b", "X1 AX2 X3y X4", ["X1", "X4"]],
    ["x*", "axxb", ["xx"]],
    ["", "abc", []],
  ])("%s finds what it means", (source, text, found) => {
    const pattern = linearPattern(source);
    expect(pattern.matchesIn(text).map(({ 0: id }) => id)).toEqual(found);
    for (const { 0: id, index } of pattern.matchesIn(text)) expect(text.slice(index, index + id.length)).toBe(id);
    expect(pattern.exec(`${text}!`)?.index).toBe(
      new RegExp(source.replace("(?i)", ""), source.startsWith("(?i)") ? "iu" : "u").exec(`${text}!`)?.index,
    );
  });

  it.each([
    ["(?=a)b", /look ahead is not supported.*\(\?=/],
    ["(?!a)b", /look ahead is not supported/],
    ["(?<=a)b", /look behind is not supported/],
    ["(?<!a)b", /look behind is not supported/],
    ["(a)\\1", /a reference to a group is not supported/],
    ["(?<x>a)\\k<x>", /a reference to a group is not supported/],
    ["(?>a)", /an atomic group is not supported/],
    ["a**", /a repetition of a repetition is not supported/],
    ["(A{0,99}){7}Z", /unfold to \d+ steps, expected at most 300/],
    [`${"(A{0,99})".repeat(7)}Z`, /unfold to \d+ steps/],
    ["a{1001}", /more than 1000 times/],
    ["[", /missing closing \]/],
    ["(", /missing closing \)/],
  ])("%s is refused, and the construct is named", (source, told) => expect(() => linearPattern(source)).toThrow(told));

  it.each([
    [`${"a?".repeat(28)}${"a".repeat(28)}[bc]`, "a"],
    ["(a|aa){28}[bc]", "a"],
    ["(a+)+[bc]$", "a"],
    ["(?:A.*[YZ]|AB)", "AB"],
    ["(A{0,30}){4}[YZ]", "A"],
    ["\\w+\\d", "w"],
  ])("%s takes time in proportion to the text", (source, letters) => {
    const pattern = linearPattern(source);
    const text = letters.repeat(120_000 / letters.length);
    const part = text.slice(0, text.length / 4);
    pattern.matchesIn(part);
    const [short, long] = [cpuOf(() => pattern.matchesIn(part)), cpuOf(() => pattern.matchesIn(text))];
    // Four times the text: four times the work, where a quadratic one has sixteen times.
    expect(long).toBeLessThan(10 * short + 50);
  });

  it("a long line is read in windows, and no id is lost or found twice between two of them", () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `SHOP-R${index + 1}`);
    for (const glue of [" ", ", and as it was said in ", ","]) {
      const text = `\n${ids.join(glue)}\nSHOP-R9\n`;
      expect(
        linearPattern("SHOP-R[0-9]+")
          .matchesIn(text)
          .map(({ 0: id }) => id),
      ).toEqual([...ids, "SHOP-R9"]);
    }
  });
});

describe("the installed command", () => {
  const PRD = "# Refunds\n\n## Functional Requirements\n\n- SHOP-R1: A refund is paid.\n";
  const example = (requirementIds: string[]) => {
    const root = makeWorkspace();
    const file = join(root, "docs/plan/E01-shop/E01-F01-refunds/prd.md");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, PRD.replace("paid", "a".repeat(5000)));
    writeFileSync(join(root, "groundplan.config.json"), JSON.stringify({ requirementIds }));
    return root;
  };

  it("has the engine beside its bundles, and uses it", () => {
    expect(existsSync("dist/on-demand/re2js.cjs")).toBe(true);
    const { out } = runCli(["trace", "--json"], example(["SHOP-R[0-9]+"]));
    expect(JSON.parse(out).features[0].requirements.map(({ requirement }: { requirement: { id: string } }) => requirement.id)).toEqual([
      "SHOP-R1",
    ]);
  });

  it.each([`${"a?".repeat(28)}${"a".repeat(28)}b`, `${"(a|aa)".repeat(28)}b`])("comes to an end with %s", (source) => {
    expect(runCli(["check", "--no-cache"], example([source])).status).toBe(1);
  });

  it("names what it does not take, with its line", () => {
    const { status, err } = runCli(["check"], example(["(?=a)b"]));
    expect(status).toBe(2);
    expect(err).toMatch(
      /groundplan\.config\.json:1: unexpected value of requirementIds\.0\s+Expected a regular expression in the syntax of RE2: look ahead/,
    );
  });
});
