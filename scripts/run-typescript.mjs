// Node 20 runs no TypeScript: bundles an entry into a folder below the package, from where the package finds its templates, imports it, and removes it.
import { mkdirSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

// Not dist/, which a build empties while a long run is under way.
const FOLDER = "node_modules/.cache/groundplan";

/** @returns what `use` makes of the module. */
export function withModule(entry, use) {
  return withBundle(entry, async (file) => use(await import(pathToFileURL(file).href)));
}

/** @returns what `use` makes of the bundle, which is a file that a thread or a process can be started with. */
export async function withBundle(entry, use) {
  const bundle = resolve(FOLDER, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  mkdirSync(FOLDER, { recursive: true });
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: ["satteri", "esbuild", "@mermaid-js/mermaid-cli", "puppeteer"],
    // Its CommonJS form asks for its own parts in a way that cannot be bundled.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    define: { GROUNDPLAN_VERSION: JSON.stringify("0.0.0") },
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  try {
    return await use(bundle);
  } finally {
    rmSync(bundle, { force: true });
  }
}
