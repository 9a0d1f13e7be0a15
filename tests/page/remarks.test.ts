import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPatch } from "../../src/page/client/export.ts";
import { runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";
import { BROWSER, openBrowser, openFile } from "./browser.ts";

const REFUNDS = "docs/plan/E00-examples/E00-F01-order-refunds";
const FILE = `${REFUNDS}/02-architecture.md`;

/** Marks the first paragraph of a document, and puts a remark to it by clicks and keys. */
async function remark(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    const paragraph = document.querySelector(".document .said > p") as HTMLElement;
    getSelection()?.selectAllChildren(paragraph);
  });
  await (await page.waitForSelector(".remarks button:not([hidden])"))?.click();
  await page.waitForSelector("dialog[open] textarea");
  await page.type("dialog textarea", text);
  await page.$eval("dialog input", (input) => {
    (input as HTMLInputElement).value = "Security Team";
  });
  await page.click("dialog button");
  await page.waitForFunction(() => !document.querySelector("dialog"));
}

describe.skipIf(BROWSER === undefined)("a remark on the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("is kept by the browser, told when the page closes without an export, and read by check once its patch is applied", async () => {
    const root = makeWorkspace();
    copyExamples(root, REFUNDS, "docs/adr");
    runCli(["page", "--no-draw", "-o", "plan.html"], root);
    const { page, troubles } = await openFile(browser, join(root, "plan.html"));
    await remark(page, "Why --> a service of its own?");
    expect(troubles).toEqual([]);
    const closing = new Promise((resolve) => page.once("dialog", (dialog) => resolve(dialog.type())));
    await page.evaluate(() => location.reload());
    expect(await closing).toBe("beforeunload");
    // Whoever comes back finds them.
    const { page: later } = await openFile(browser, join(root, "plan.html"));
    expect(await later.$$eval(".remarks button:not([hidden])", (buttons) => buttons.map(({ textContent }) => textContent))).toEqual([
      "1 remark",
      "Export as Markdown",
      "Export as a patch",
    ]);
    const kept = JSON.parse(await later.evaluate(() => String(Object.values(localStorage)[0])));
    expect(kept).toMatchObject([{ by: "Security Team", file: FILE, quote: expect.stringMatching(/^Refunds are added/) }]);
    writeFileSync(join(root, "remarks.patch"), asPatch(kept));
    execFileSync("git", ["apply", "--unidiff-zero", "remarks.patch"], { cwd: root });
    expect(readFileSync(join(root, FILE), "utf8")).toContain("<!-- remark Security Team: Why - a service of its own? (on ");
    const { out } = runCli(["check"], root);
    expect(out).toContain('Open: the remark of Security Team "Why - a service of its own?');
    expect(out).toContain("open-question");
  });
});

describe("a patch of remarks", () => {
  it("puts each below its block, whatever the words hold, the later ones moved by the earlier", () => {
    const at = (line: number, text: string) => ({ by: "J:o\ne", text, quote: 'a "b" <!-- c', file: "a.md", line });
    expect(asPatch([at(9, "two\nlines"), at(4, "--> <!-- x --->")])).toBe(
      [
        "--- a/a.md",
        "+++ b/a.md",
        "@@ -4,0 +5,2 @@",
        "+",
        '+<!-- remark J:o e: - -- x - (on "a "b" -- c") -->',
        "@@ -9,0 +12,2 @@",
        "+",
        '+<!-- remark J:o e: two lines (on "a "b" -- c") -->',
        "",
      ].join("\n"),
    );
  });
});
