import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { loadContext, openWorkspace, readFeature, review, selectFeatures } from "../../src/core.ts";
import { servePages } from "../../src/page/serve.ts";
import { FOLDER, makeWorkspace, PRD } from "../support/workspace.ts";
import { BROWSER, openBrowser } from "./browser.ts";

async function served(): Promise<{ root: string; url: string }> {
  const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
  const workspace = openWorkspace(root);
  const context = loadContext(root, workspace.config);
  const { url, close } = await servePages(
    {
      workspace,
      context,
      keys: selectFeatures(workspace, [], root),
      project: "Parcels",
      as: "today",
      review: (key) => review(readFeature(workspace, key), context),
      draw: async () => undefined,
    },
    0,
  );
  onTestFinished(close);
  return { root, url };
}

interface Answer {
  status: number;
  text: string;
  policy: string;
}

function ask(url: string, path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text, policy: String(response.headers["content-security-policy"]) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("served pages", () => {
  it("are the pages, with a policy that lets in nothing else", async () => {
    const { url } = await served();
    const { status, text, policy } = await ask(url, "/");
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining("Parcel tracking") });
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+'; .*frame-ancestors 'none'$/);
  });

  it.each<[string, string, Record<string, string>, string, number]>([
    ["another name for this machine", "/", { Host: "attacker.example" }, "GET", 403],
    ["a name that begins with its own", "/", { Host: "localhost.attacker.example" }, "GET", 403],
    ["another page's origin", "/", { Origin: "http://attacker.example" }, "GET", 403],
    ["no page's origin", "/", { Origin: "null" }, "GET", 403],
    ["the origin of another port", "/", { Origin: "http://127.0.0.1:1" }, "GET", 403],
    ["a write", "/", {}, "POST", 405],
    ["a file of the project", "/docs/plan/E01-shop/E01-F01-parcels/prd.md", {}, "GET", 404],
    ["a way out", "/..%2f..%2f..%2fetc%2fpasswd", {}, "GET", 404],
    ["a broken escape", "/%", {}, "GET", 404],
    ["its own name", "/", { Host: "localhost:7318" }, "GET", 200],
    ["the head alone", "/", {}, "HEAD", 200],
  ])("%s", async (_, path, headers, method, status) => {
    const { url } = await served();
    const answer = await ask(url, path, headers, method);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.text).not.toContain("Parcel");
  });
});

describe.skipIf(BROWSER === undefined)("served pages in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("show what has changed, without anybody asking", async () => {
    const { root, url } = await served();
    const page = await browser.newPage();
    const foreign: string[] = [];
    page.on("request", (asked) => asked.url().startsWith(url) || asked.url().startsWith("data:") || foreign.push(asked.url()));
    await page.goto(url);
    const file = join(root, FOLDER, "prd.md");
    await page.waitForFunction(() => document.body.textContent?.includes("A carrier can report"));
    writeFileSync(file, readFileSync(file, "utf8").replace("A carrier can report", "Two carriers can report"));
    await page.waitForFunction(() => document.body.textContent?.includes("Two carriers can report"), { timeout: 30_000 });
    expect(foreign).toEqual([]);
  });
});
