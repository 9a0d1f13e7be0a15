import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";
import { BROWSER, openBrowser, openFile } from "./browser.ts";

const REFUNDS = "docs/plan/E00-examples/E00-F01-order-refunds";
const STOCK = "docs/plan/E00-examples/E00-F03-stock-reservations";
const ID = "E00-examples.E00-F01-order-refunds";

/** Two worked examples, one of them with mistakes; `plan.html` stands in the folder. */
function plan(...words: string[]): string {
  const root = makeWorkspace();
  copyExamples(root, REFUNDS, STOCK, "docs/adr");
  edit(root, `${REFUNDS}/02-architecture.md`, (text) => text.replace("Executes approved refunds", "Executes refunds appropriately"));
  edit(root, `${REFUNDS}/04-backend-design.md`, (text) =>
    text.replace("at most 500 characters", "at most 512 characters").replace(/^## Requirements/m, "## Requirements"),
  );
  expect(runCli(["page", "-o", "plan.html", ...words], root)).toMatchObject({ status: 0, out: "wrote plan.html\n" });
  return join(root, "plan.html");
}

function edit(root: string, file: string, change: (text: string) => string): void {
  const before = readFileSync(join(root, file), "utf8");
  expect(change(before)).not.toBe(before);
  writeFileSync(join(root, file), change(before));
}

describe.skipIf(BROWSER === undefined)("the page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  const shown = (selector: string) => `${selector}:not([hidden] *, [hidden])`;

  it("shows one feature at a time, asks for nothing, and leads from the overview to a finding beside its text", async () => {
    const { page, requests, troubles } = await openFile(browser, plan("--no-draw"));
    expect(await page.$$eval("main > *:not([hidden])", (views) => views.map(({ id }) => id))).toEqual(["overview"]);
    await page.click('#overview a[href$="order-refunds"]');
    await page.waitForSelector(`#${CSS(ID)}:not([hidden])`);
    expect(await page.$eval(".contents [aria-current]", ({ textContent }) => textContent)).toBe("Order refunds");
    await page.click(`#${CSS(ID)} .cards .note a[href*="architecture"]`);
    const target = await page.$eval(":target", (row) => ({
      said: row.querySelector(".said")?.textContent ?? "",
      beside: row.querySelector(".beside")?.textContent ?? "",
      marked: [...row.querySelectorAll(".marked")].map(({ textContent }) => textContent),
      visible: row.getBoundingClientRect().top < innerHeight,
    }));
    expect(target).toMatchObject({ said: expect.stringContaining("Executes refunds appropriately"), visible: true });
    expect(target.beside).toContain('vague "appropriately"');
    expect(target.marked).toEqual([expect.stringContaining("Executes refunds appropriately")]);
    expect({ requests, troubles }).toEqual({ requests: [], troubles: [] });
  });

  it("leads from a requirement in the margin to its row, and from there to the places that answer it", async () => {
    const { page } = await openFile(browser, plan("--no-draw"));
    await page.goto(`${page.url().split("#")[0]}#${ID}`);
    await page.$eval(`#${CSS(ID)} .beside .chip`, (chip) => (chip as unknown as { click(): void }).click());
    const row = await page.waitForSelector("tr:target");
    expect(await row?.$eval("th", ({ textContent }) => textContent)).toMatch(/^N?FR-\d+$/);
    await row?.$eval("td a", (link) => (link as unknown as { click(): void }).click());
    expect(await page.$eval(":target", (place) => place.closest(".document") !== null)).toBe(true);
  });

  it.each([{ scripts: true }, { scripts: false }])("filters the matrix by state (scripts: $scripts)", async ({ scripts }) => {
    const { page } = await openFile(browser, plan("--no-draw"), { scripts });
    if (scripts) await page.goto(`${page.url().split("#")[0]}#${ID}`);
    const matrix = `#${CSS(ID)} .matrix`;
    const states = () =>
      page.$$eval(`${matrix} tbody tr`, (rows) => rows.flatMap((row) => (row.getClientRects().length > 0 ? [row.className] : [])));
    expect(new Set(await states()).size).toBeGreaterThan(1);
    await page.click(`${matrix} label:has([value="excluded"])`);
    expect(await states()).toEqual(["excluded"]);
    await page.click(`${matrix} label:has([value="all"])`);
    expect((await states()).length).toBeGreaterThan(20);
  });

  it("can be read without scripts: everything stands below each other", async () => {
    const { page, requests } = await openFile(browser, plan("--no-draw"), { scripts: false });
    const visible = await page.$$eval("main > *", (views) => views.map((view) => view.getClientRects().length > 0));
    expect(visible).toEqual([true, true, true, true, true]);
    expect(requests).toEqual([]);
  });

  it("is reached by the keyboard: past the contents, to a feature, and into a table that scrolls", async () => {
    const { page } = await openFile(browser, plan("--no-draw"), { width: 500 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Features");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(`#${CSS(ID)}:not([hidden])`);
  });

  it.each([
    { scheme: "light", width: 1280 },
    { scheme: "dark", width: 1280 },
    { scheme: "light", width: 390 },
  ] as const)("has no fault that axe knows ($scheme, $width wide), with drawings", async ({ scheme, width }) => {
    const { page, troubles } = await openFile(browser, plan(), { scheme, width });
    await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const id of ["overview", ID, "system", "patterns"]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, id);
      await page.waitForSelector(shown(`#${CSS(id)}`));
      const violations = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]))",
      );
      expect({ id, violations }).toEqual({ id, violations: [] });
      expect(await wide(), id).toBeLessThanOrEqual(0);
    }
    expect(await page.$$eval(`#${CSS(ID)} .drawing svg`, ({ length }) => length)).toBe(3);
    expect(troubles).toEqual([]);
  });

  it("prints all features, without what only a screen has", async () => {
    const { page } = await openFile(browser, plan("--no-draw"));
    await page.emulateMediaType("print");
    const shows = (selector: string) => page.$$eval(selector, (parts) => parts.some((part) => part.getClientRects().length > 0));
    expect(await shows(`#${CSS(ID)}`)).toBe(true);
    expect(await shows(".contents, .filter")).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(50_000);
  });
});

/** An id with points in it, as a selector names it. */
function CSS(id: string): string {
  return id.replaceAll(".", "\\.");
}
