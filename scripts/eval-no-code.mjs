// Measures the no-code rule on labelled snippets. Usage: npm run eval:no-code -- <folder> [--unlabelled]
// The folder holds a manifest.json: items with file, label (code, not-code) and tier (clear, borderline).
// Content: does the snippet hold code? Policy: is each block refused that is not Mermaid, and nothing else?
// --unlabelled takes the languages from the fences first, so that the text alone decides.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withModule } from "./run-typescript.mjs";

const BAR = 0.99;
const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error("Name a folder with a manifest.json of labelled snippets: npm run eval:no-code -- <folder>");
  process.exit(2);
}

const { items } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const read = ({ file }) => {
  const text = readFileSync(join(folder, file), "utf8");
  return options.includes("--unlabelled") ? text.replace(/^([\s>*+\d.-]*(?:`{3,}|~{3,}))(?!mermaid)[^`\n]*$/gm, "$1") : text;
};
const judged = await withModule("src/model/code/snippet.ts", ({ judgeSnippet }) =>
  items.map((item) => ({ ...item, ...judgeSnippet(read(item)) })),
);

const policy = { blocks: 0, mermaid: 0, refused: 0 };
for (const { blocks, mermaid, refused } of judged) {
  policy.blocks += blocks;
  policy.mermaid += mermaid;
  policy.refused += refused;
}
console.log(`policy\t${policy.blocks} blocks = ${policy.mermaid} Mermaid + ${policy.refused} refused`);

const figures = ["borderline", "clear"].map((tier) => [tier, measure(judged.filter((item) => item.tier === tier))]);
for (const [tier, { misses }] of figures)
  for (const { file, label, category, code } of misses)
    console.log(
      `miss\t${tier}\t${label}\t${category ?? ""}\t${file}\t${code
        .map(({ kind, construct, found }) => `${kind} ${construct}: ${found.split("\n")[0].slice(0, 60)}`)
        .slice(0, 2)
        .join(" | ")}`,
    );
for (const [tier, { words }] of figures) console.log(`${tier}\t${words}`);
const { precision, recall } = figures.find(([tier]) => tier === "clear")[1];
process.exitCode = precision >= BAR && recall >= BAR ? 0 : 1;

function measure(all) {
  const holds = all.filter(({ code }) => code.length > 0);
  const right = holds.filter(({ label }) => label === "code");
  const wanted = all.filter(({ label }) => label === "code");
  const precision = holds.length === 0 ? 1 : right.length / holds.length;
  const recall = wanted.length === 0 ? 1 : right.length / wanted.length;
  const misses = all.filter(({ label, code }) => (label === "code") !== code.length > 0);
  const words = `${all.length} snippets, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${misses.length} misses (bar: ${BAR} and ${BAR} on clear)`;
  return { precision, recall, misses, words };
}
