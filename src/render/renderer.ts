import { userInfo } from "node:os";
import { KnownError, messageOf } from "../findings/errors.ts";
import { findBrowser } from "./browser.ts";

export const PICTURE_FORMATS = ["svg", "png"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const THEMES = ["default", "neutral", "dark", "forest", "base"] as const;
export type Theme = (typeof THEMES)[number];

/** A browser that stays open, and draws one diagram after the other. */
export interface Renderer {
  /** @throws Error with Mermaid's words where it draws nothing */
  draw(text: string, format: PictureFormat, theme: Theme): Promise<Uint8Array>;
  /** As SVG whose words are all text and no HTML, in the reader's own font. @throws as `draw` */
  drawPlain(text: string): Promise<string>;
  close(): Promise<void>;
}

/** The longest that one diagram may take, in milliseconds. */
const PATIENCE = 30_000;

const INSTALL = "Install it beside groundplan, in the project: npm install --save-dev groundplan @mermaid-js/mermaid-cli puppeteer";

/**
 * Opens a browser with mermaid-cli, which is not installed with groundplan: it would bring a browser to everyone.
 *
 * @param env the environment; `PUPPETEER_EXECUTABLE_PATH` or `CHROME_PATH` name a browser
 * @param signal ends the browser
 * @throws the signal's reason, KnownError `no-renderer` without mermaid-cli, `no-browser` without a browser, or one that does not start
 */
export async function openRenderer(env: Readonly<Record<string, string | undefined>>, signal?: AbortSignal): Promise<Renderer> {
  const { puppeteer, renderMermaid } = await load();
  signal?.throwIfAborted();
  const executablePath = findBrowser(env) ?? downloaded(puppeteer);
  if (executablePath === undefined)
    throw new KnownError(
      "no-browser",
      "there is no browser to draw with",
      "Install one (apt-get install chromium, or npx puppeteer browsers install chrome), or name one in PUPPETEER_EXECUTABLE_PATH.",
    );
  const browser = await puppeteer
    .launch({ executablePath, headless: true, args: CONFINED, timeout: PATIENCE, signal })
    .catch((thrown: unknown) => {
      signal?.throwIfAborted();
      throw new KnownError(
        "no-browser",
        `${executablePath} does not start: ${messageOf(thrown).split("\n")[0]}`,
        "Name another browser in PUPPETEER_EXECUTABLE_PATH.",
      );
    });
  return {
    draw: async (text, format, theme) => {
      const drawing = renderMermaid(browser, text, format, { backgroundColor: "white", mermaidConfig: { theme }, viewport: VIEWPORT });
      const { data } = await inTime(drawing, signal);
      return data;
    },
    drawPlain: async (text) => {
      const { data } = await inTime(renderMermaid(browser, text, "svg", { mermaidConfig: PLAIN, viewport: VIEWPORT }), signal);
      return Buffer.from(data).toString("utf8");
    },
    close: () => browser.close(),
  };
}

/** Labels that are HTML need a browser's layout, and styles that a strict page does not let in. */
const PLAIN = {
  theme: "default",
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
  fontFamily: "system-ui, sans-serif",
} as const;

const VIEWPORT = { width: 1200, height: 800, deviceScaleFactor: 2 };

/**
 * Diagrams are untrusted: nothing that is drawn reaches a network. As root Chromium refuses its sandbox, which is
 * how containers run it.
 */
const CONFINED = [
  "--proxy-server=127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-extensions",
  ...(userInfo().uid === 0 ? ["--no-sandbox"] : []),
];

async function load() {
  try {
    const [{ default: puppeteer }, { renderMermaid }] = await Promise.all([import("puppeteer"), import("@mermaid-js/mermaid-cli")]);
    return { puppeteer, renderMermaid };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw thrown;
    throw new KnownError("no-renderer", "drawing needs mermaid-cli, which is not installed", INSTALL);
  }
}

/** @returns the browser that puppeteer has downloaded, where it has. */
function downloaded(puppeteer: { executablePath(): string }): string | undefined {
  try {
    return findBrowser({ CHROME_PATH: puppeteer.executablePath() });
  } catch {
    return undefined;
  }
}

async function inTime<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp = () => {};
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not drawn within ${PATIENCE / 1000} seconds`)), PATIENCE);
    giveUp = () => reject(signal?.reason);
    signal?.addEventListener("abort", giveUp);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}
