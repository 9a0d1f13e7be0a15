// Writes the pages and schemas that follow from the code. Usage: npm run generate, or npm run generate -- --check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { withModule } from "./run-typescript.mjs";

const files = await withModule("scripts/generate/main.ts", ({ generateAll }) => generateAll());
const stale = Object.entries(files).filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);

if (process.argv.includes("--check")) {
  for (const [path] of stale) console.error(`${path} is stale: run npm run generate`);
  console.log(`${Object.keys(files).length} generated files, ${stale.length} stale`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
