// Measures the reading of inputs on labelled PRDs. Usage: npm run eval:reading -- <folder> [--only <part of a name>] [--misses]
// The folder holds PRDs and truth/<name>.json beside them: statements with line, kind and note; "doubtful" in a note leaves one out.
// Recall is over the firm statements, precision over what was read as one; lost in silence is a firm statement that was read as
// context, wrongly excluded or given no role, and not reported as unread. Exit status 1 below the bars.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withModule } from "./run-typescript.mjs";

const BARS = { precision: 0.97, recall: 0.97, lost: 0 };
/** A title may stand so many lines above its text. */
const NEAR = 2;
const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error("Name a folder with PRDs and truth/*.json: npm run eval:reading -- <folder>");
  process.exit(2);
}
const only = options.includes("--only") ? options[options.indexOf("--only") + 1] : "";

const prds = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name.includes(only))
  .flatMap((name) => {
    try {
      return [
        {
          name,
          text: readFileSync(join(folder, name), "utf8"),
          truth: JSON.parse(readFileSync(join(folder, "truth", name.replace(/\.md$/, ".json")), "utf8")),
        },
      ];
    } catch {
      return [];
    }
  });
const read = await withModule("src/guide/reading.ts", ({ readLoose }) =>
  prds.map((prd) => ({ ...prd, reading: readLoose(prd.text, prd.name) })),
);

const total = { firm: 0, found: 0, read: 0, right: 0, lost: 0, reports: 0, real: 0 };
const byKind = new Map();
const byForm = new Map();
const add = (map, key, hit) => {
  const [all, hits] = map.get(key) ?? [0, 0];
  map.set(key, [all + 1, hits + (hit ? 1 : 0)]);
};
for (const { name, truth, reading } of read) {
  const statements = truth.statements.map((each) => ({ ...each, lines: linesOf(each), doubtful: /doubtful/i.test(each.note ?? "") }));
  const lines = reading.statements.filter(({ excluded }) => excluded === undefined).map(({ place }) => place.line);
  const near = (label, line) => label.lines.some((each) => Math.abs(each - line) <= NEAR);
  for (const label of statements.filter(({ doubtful }) => !doubtful)) {
    total.firm++;
    const block = reading.statements.find(({ excluded, place }) => excluded === undefined && near(label, place.line));
    add(byKind, label.kind, block);
    const form = reading.blocks.find(({ place }) => near(label, place.line))?.form ?? "nothing";
    add(byForm, form, block);
    if (block) {
      total.found++;
      continue;
    }
    const here = reading.blocks.filter(({ place }) =>
      label.lines.some((line) => place.line <= line && line <= (place.endLine ?? place.line)),
    );
    const told = reading.unread.some(
      ({ place, whole }) => label.lines.some((line) => place.line === line) || (whole && here.some(({ below }) => below === place.line)),
    );
    const silent = !told && here.every(({ role }) => role === "context" || role === "exclusion" || role === "unread");
    if (silent) total.lost++;
    console.log(
      `${silent ? "lost" : "other"}\t${name}:${label.line}\t${label.kind}\t${here.map(({ role, recognisedBy }) => `${role}: ${recognisedBy}`).join(" | ")}`,
    );
  }
  for (const line of lines) {
    const right = statements.some((label) => near(label, line));
    total.read++;
    if (right) total.right++;
    else console.log(`extra\t${name}:${line}\t${reading.statements.find(({ place }) => place.line === line)?.recognisedBy}`);
  }
  for (const { place, whole, blocks, title, text } of reading.unread) {
    const inside = reading.blocks.filter(
      (block) => block.role === "unread" && (whole ? block.below === place.line : block.place.line === place.line),
    );
    const real = inside.filter((block) => statements.some((label) => near(label, block.place.line))).length;
    total.reports += blocks;
    total.real += real;
    console.log(`unread\t${name}:${place.line}\t${title}\t${real} of ${blocks} are statements\t${text.slice(0, 60)}`);
  }
}

for (const [title, map] of [
  ["kind", byKind],
  ["form", byForm],
])
  for (const [key, [all, hits]] of [...map].sort()) console.log(`${title}\t${key}\t${hits} of ${all}\t${(hits / all).toFixed(3)}`);
const precision = total.right / Math.max(1, total.read);
const recall = total.found / Math.max(1, total.firm);
console.log(`unread\t${total.real} of ${total.reports} reported blocks are statements`);
console.log(
  `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} lost in silence ${total.lost} (${total.firm} firm statements in ${read.length} PRDs)`,
);
process.exitCode = precision >= BARS.precision && recall >= BARS.recall && total.lost <= BARS.lost ? 0 : 1;

/** A titled statement may be found at its title's line or at the line of its text, which its note names. */
function linesOf({ line, note = "" }) {
  return [line, ...Array.from(note.matchAll(/\b(?:line|lines|at|on)\s(?:line\s)?(\d{1,5})/gi), ([, named]) => Number(named))];
}
