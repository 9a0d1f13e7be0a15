import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once, packageRoot } from "../core.ts";

/** A style sheet or a script that stands in each page, and the hash by which the page lets it in. */
export interface Asset {
  text: string;
  hash: string;
}

/** @returns the one style sheet of all pages */
export const style = once(() => asset(readFileSync(join(packageRoot(), "dist/page/page.css"), "utf8")));

/** @returns the one script of all pages, without which they can be read as well */
export const script = once(() => asset(readFileSync(join(packageRoot(), "dist/page/page.js"), "utf8")));

function asset(written: string): Asset {
  const text = written.trim();
  return { text, hash: `'sha256-${createHash("sha256").update(text).digest("base64")}'` };
}
