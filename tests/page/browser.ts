import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer";

/** The browser of the machine; tests that need one are skipped where there is none. */
export const BROWSER = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  return puppeteer.launch({ executablePath: BROWSER, headless: true, args: ["--no-sandbox"] });
}

/** A page with what it has asked for, and what went wrong on it. */
export interface Watched {
  page: Page;
  requests: string[];
  troubles: string[];
}

interface Look {
  scripts?: boolean;
  scheme?: "light" | "dark";
  width?: number;
}

/** Opens a file as a person does from the disk. */
export async function openFile(
  browser: Browser,
  path: string,
  { scripts = true, scheme = "light", width = 1280 }: Look = {},
): Promise<Watched> {
  const page = await browser.newPage();
  const watched: Watched = { page, requests: [], troubles: [] };
  const own = pathToFileURL(path).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== own && !request.url().startsWith("data:")) watched.requests.push(request.url());
  });
  page.on("console", (message) => watched.troubles.push(message.text()));
  page.on("pageerror", (error) => watched.troubles.push(String(error)));
  page.on("dialog", (dialog) => {
    watched.troubles.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(own);
  return watched;
}
