// Compares groundplan's verdict on diagrams with what a browser says of them.
// Usage: npm run eval:mermaid -- <folder with manifest.json: items of file, label (valid or invalid) and type>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withModule } from "./run-typescript.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("Name a folder with a manifest.json: npm run eval:mermaid -- <folder>");
  process.exit(2);
}
const { items } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

const { wrong, explained, refused } = await withModule("src/diagrams/parse.ts", ({ parseDiagram }) => {
  const judged = items.map(({ file, label, type }) => ({ file, label, type, ...parseDiagram(readFileSync(join(folder, file), "utf8")) }));
  return {
    wrong: judged.filter(({ label, problem }) => (label === "valid") !== (problem === undefined)),
    refused: judged.filter(({ problem }) => problem),
    explained: judged.filter(({ problem }) => problem?.mistake),
  };
});

for (const { file, label, type, problem } of wrong)
  console.log(`${file} (${type}): labelled ${label}, but ${problem?.message ?? "accepted"}`);
console.log(`${explained.length} of ${refused.length} refused diagrams have a mistake that groundplan can name`);
console.log(
  `agreement ${items.length - wrong.length} of ${items.length} (${((100 * (items.length - wrong.length)) / items.length).toFixed(2)} %)`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
