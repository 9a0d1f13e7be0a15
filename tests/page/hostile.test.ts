import { join } from "node:path";
import fc from "fast-check";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hole, html } from "../../src/page/html.ts";
import { TOKENS } from "../fuzz/tokens.ts";
import { runCli } from "../support/cli.ts";
import { exampleText } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";
import { BROWSER, openBrowser, openFile } from "./browser.ts";

/** What would run where any of it became markup. */
const ATTACKS = [
  "<script>document.title='owned'</script>",
  "</script><script>document.title='owned'</script>",
  "</style><img src=x onerror=document.title='owned'>",
  "<img src=x onerror=\"document.title='owned'\">",
  "<svg onload=document.title='owned'>",
  "<iframe srcdoc=\"<script>top.document.title='owned'</script>\"></iframe>",
  "\"><b onmouseover=document.title='owned'>",
  "'><details open ontoggle=document.title='owned'>",
  "[link](javascript:document.title='owned')",
  "[link](data:text/html,<script>alert(1)</script>)",
  "<a href=\"javascript:document.title='owned'\">a</a>",
  "![x](http://127.0.0.1:9/x.png)",
  "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
  "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
  "<base href=http://127.0.0.1:9/>",
  "<!-- --><script>document.title='owned'</script>",
  "`<script>document.title='owned'</script>`",
  "[x]: javascript:alert(1)\n[x]",
  "<form action=http://127.0.0.1:9/><input autofocus onfocus=document.title='owned'>",
  "$&{{constructor.constructor('document.title=1')()}}",
];

describe.skipIf(BROWSER === undefined)("documents of an attacker in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("run no script, ask for nothing, and add no element that the page does not make", async () => {
    const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ATTACKS) }, { weight: 1, arbitrary: fc.constantFrom(...TOKENS) });
    const spoil = (text: string, pieces: readonly { at: number; words: string }[]) =>
      pieces.reduce((spoilt, { at, words }) => {
        const place = Math.floor(at * spoilt.length);
        return spoilt.slice(0, place) + words + spoilt.slice(place);
      }, text);
    const pieces = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), words: piece }), { minLength: 5, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(pieces, pieces, pieces, async (inPrd, inArchitecture, inBackend) => {
        const root = makeWorkspace({
          [`${FOLDER}/prd.md`]: spoil(PRD, inPrd),
          [`${FOLDER}/00-research-report.md`]: RESEARCH,
          [`${FOLDER}/02-architecture.md`]: spoil(exampleText("architecture"), inArchitecture),
          [`${FOLDER}/04-backend-design.md`]: spoil(exampleText("backend-design"), inBackend),
        });
        writeFiles(root, { "docs/plan/E01-shop/E01-F02-other/prd.md": spoil(PRD, inBackend) });
        const { status, err } = runCli(["page", "-o", "plan.html", "--no-draw", "--title", ATTACKS[0] as string], root);
        expect({ status, err }).toEqual({ status: 0, err: "" });
        const { page, requests, troubles } = await openFile(browser, join(root, "plan.html"));
        for (const id of [`${KEY.epic}.${KEY.feature}`, "system", "patterns"])
          await page.evaluate((to) => {
            location.hash = to;
          }, id);
        const found = await page.evaluate(() => ({
          owned: document.title.startsWith("owned"),
          scripts: document.scripts.length,
          foreign: document.querySelectorAll(
            "iframe, object, embed, form, base, img, link:not([rel=icon]), style ~ style, main style, main script, main meta",
          ).length,
          handlers: [...document.querySelectorAll("*")].filter((element) =>
            element.getAttributeNames().some((name) => /^on|^style$|^srcdoc$/.test(name)),
          ).length,
          addresses: [...document.querySelectorAll("a[href]")].filter(
            (link) => !/^(?:#|https?:|mailto:)/i.test(link.getAttribute("href") ?? ""),
          ).length,
        }));
        await page.close();
        expect({ ...found, requests, troubles }).toEqual({
          owned: false,
          scripts: 1,
          foreign: 0,
          handlers: 0,
          addresses: 0,
          requests: [],
          troubles: [],
        });
      }),
      { numRuns: 12 },
    );
  });
});

describe("the one way to build markup", () => {
  it.each<{ hole: Hole; built: string }>([
    { hole: "<b>&\"'", built: "&lt;b&gt;&amp;&quot;&#39;" },
    { hole: ["a", html`<i>${"<"}</i>`, undefined, false, 3], built: "a<i>&lt;</i>3" },
    { hole: "a\u202eb\u0000", built: "a\\u{202E}b\\u{0000}" },
    { hole: null, built: "" },
  ])("fills a hole with $built", ({ hole, built }) => {
    expect(html`<p title="${hole}">${hole}</p>`.toString()).toBe(`<p title="${built}">${built}</p>`);
  });
});
