// Seeds defects into the clean features of docs/plan and counts what the checks find; nothing is written to
// the plan. Usage: npm run eval:defects
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

// Node 20 runs no TypeScript. The bundle lies inside of the package, which finds its templates from there.
const bundle = resolve("dist/eval-defects.mjs");
mkdirSync("dist", { recursive: true });
await build({
  entryPoints: ["tests/defects/main.ts"],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: ["satteri"],
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  logLevel: "warning",
});

try {
  const { evaluate, reportEvaluation } = await import(pathToFileURL(bundle).href);
  const { text, passed } = reportEvaluation(evaluate());
  console.log(text);
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(bundle, { force: true });
}
