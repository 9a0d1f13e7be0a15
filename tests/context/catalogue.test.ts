import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/context/patterns/catalogue.ts";
import { DEFAULTS, reviewCatalogue } from "../../src/core.ts";
import { catalogueIndex } from "../../src/report/catalogue/index-page.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const FILE = "context/patterns/api-patterns.md";
const text = readFileSync(FILE, "utf8");
/** The day on which the page was last gone over. */
const REVIEWED = /^last_updated: (\S+)$/m.exec(text)?.[1] ?? "";
const told = (findings: readonly { check: string; message: string }[]) => findings.map(({ check, message }) => `${check} ${message}`);

describe("the page that lists the catalogue", () => {
  it("is missing, or holds what is gone", () => {
    const review = (index?: string) =>
      told(
        reviewCatalogue(
          readCatalogue([{ file: FILE, text }], index === undefined ? undefined : { file: "context/patterns/README.md", text: index }),
          DEFAULTS,
          REVIEWED,
        ),
      );
    expect(review()).toEqual(["pattern-unlisted no-index"]);
    const index = catalogueIndex(readCatalogue([{ file: FILE, text }]));
    expect(review(index)).toEqual([]);
    expect(review(`${index}[Old](api-patterns.md#telegrams)`)).toEqual(["pattern-unlisted gone"]);
  });

  it("gives the figures of the catalogue", () => {
    expect(catalogueIndex(readCatalogue([{ file: FILE, text }]))).toMatch(
      /\| Patterns \| Active \| Deprecated \| Categories \| Last major update \|\n.*\n\| 12 \| 12 \| 0 \| 1 \| 2026-/,
    );
  });
});

it("a level of the configuration holds for the catalogue too", () => {
  const catalogue = readCatalogue([{ file: FILE, text }]);
  expect(reviewCatalogue(catalogue, { ...DEFAULTS, checks: { "pattern-unlisted": "off" } }, REVIEWED)).toEqual([]);
  expect(reviewCatalogue(catalogue, { ...DEFAULTS, checks: { "pattern-unlisted": "warning" } }, REVIEWED)[0]?.severity).toBe("warning");
});

describe("groundplan patterns", () => {
  const workspace = () => makeWorkspace({ [FILE]: text });

  it("check: exit 1 for an error, by the day that is given", () => {
    const root = workspace();
    expect(runCli(["patterns", "check"], root)).toMatchObject({
      status: 1,
      out: expect.stringMatching(/pattern-unlisted[\s\S]*1 error in 12 patterns\.\n$/),
    });
    expect(runCli(["patterns", "index"], root).out).toBe("wrote context/patterns/README.md\n");
    expect(runCli(["patterns", "check", "--today", REVIEWED], root)).toMatchObject({ status: 0, out: "No findings in 12 patterns.\n" });
    expect(runCli(["patterns", "check", "--today", "2027-11-21"], root).out).toMatch(
      /pattern-review-overdue[\s\S]*1 warning in 12 patterns/,
    );
    expect(runCli(["patterns", "check", "--today", "soon"], root)).toMatchObject({
      status: 2,
      err: expect.stringMatching(/no day "soon"/),
    });
    expect(readFileSync(join(root, "context/patterns/README.md"), "utf8")).toMatch(/^# Patterns\n/);
  });

  it("list and show, the shipped ones included", () => {
    expect(runCli(["patterns", "list"], makeWorkspace()).out).toMatch(/^resilience +circuit-breaker +/m);
    expect(runCli(["patterns", "show", "saga"], workspace()).out).toMatch(/^## Saga\n/);
    expect(runCli(["patterns", "show", "saga"], makeWorkspace()).out).toMatch(/^## Saga\n/);
    expect(runCli(["patterns", "show", "Pagination"], workspace()).out).toMatch(/^## Pagination\n/);
    expect(runCli(["patterns", "show", "paginaton"], workspace())).toMatchObject({
      status: 2,
      err: expect.stringMatching(/Did you mean pagination\?/),
    });
  });

  it("without patterns of its own, check says how to get them", () => {
    expect(runCli(["patterns", "check"], makeWorkspace())).toMatchObject({
      status: 2,
      err: expect.stringMatching(/groundplan init --context/),
    });
  });
});
