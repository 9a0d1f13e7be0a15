import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DECISION_CHECKS, DEFAULTS, loadContext, loadDecisions, openWorkspace, reviewDecisions } from "../../../src/core.ts";
import { makeWorkspace } from "../../support/workspace.ts";
import { DECISION_OPERATORS } from "./operators.ts";

const FOLDER = DEFAULTS.decisions;
const texts = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]));

/** What is said of a log that stands on the disk, as `check file:line`. */
function judge(records: Readonly<Record<string, string>>): string[] {
  const root = makeWorkspace();
  mkdirSync(join(root, "context/patterns"), { recursive: true });
  writeFileSync(join(root, "context/patterns/integration-patterns.md"), readFileSync("context/patterns/integration-patterns.md"));
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(records)) writeFileSync(join(root, FOLDER, name), text);
  const workspace = openWorkspace(root);
  const findings = reviewDecisions(loadDecisions(workspace), loadContext(root, workspace.config), "2026-11-21");
  return findings.map(({ check, place }) => `${check} ${place.file.slice(FOLDER.length + 1)}:${place.line}`);
}

describe("defects seeded into the decision records", () => {
  it("which are clean", () => {
    expect(Object.keys(texts).length).toBeGreaterThanOrEqual(4);
    expect(judge(texts)).toEqual([]);
  });

  it.each(DECISION_CHECKS.map(({ id }) => id))("at least three operators are meant for %s", (id) => {
    expect(DECISION_OPERATORS.filter(({ check }) => check === id).length).toBeGreaterThanOrEqual(3);
  });

  it.each(DECISION_OPERATORS.map((operator) => [`${operator.check}/${operator.name}`, operator] as const))(
    "%s is found, and nothing else",
    (_, { check, alsoExpected = [], apply }) => {
      const mutants = apply(texts);
      expect(mutants.length).toBeGreaterThan(0);
      for (const { label, texts: spoilt, file, line } of mutants) {
        const told = judge(spoilt);
        expect([label, told]).toEqual([label, expect.arrayContaining([`${check} ${file}:${line}`])]);
        const allowed = [check, ...alsoExpected];
        expect([label, told.filter((one) => !allowed.includes(one.split(" ")[0] ?? ""))]).toEqual([label, []]);
      }
    },
  );
});
