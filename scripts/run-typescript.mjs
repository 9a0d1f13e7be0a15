// Node 20 runs no TypeScript: bundles an entry into a folder below the package, from where the package finds its templates, imports it, and removes it.
import { rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
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
  const name = basename(entry, ".ts");
  const folder = resolve(FOLDER, `${name}-${process.pid}`);
  await build({
    entryPoints: [entry],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // As the package is built: in one file, modules that are loaded on demand may run before the ones that they need.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: ["web-tree-sitter", "satteri", "esbuild", "@mermaid-js/mermaid-cli", "puppeteer"],
    // Its CommonJS form asks for its own parts in a way that cannot be bundled.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    define: { GROUNDPLAN_VERSION: JSON.stringify("0.0.0") },
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  try {
    return await use(join(folder, `${name}.mjs`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
