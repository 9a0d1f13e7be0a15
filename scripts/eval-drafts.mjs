// Measures the drafts of the outline author. Usage: npm run eval:drafts -- <folder or PRD> ... [--misses]
// A folder holds PRDs; truth/<name>.json beside them labels their statements (line, kind, note; "doubtful" in a note leaves one out) and
// questions. Without labels the statements of the reading stand for them. Prints for each PRD the share of statements that stand in a
// section where a reader looks for them, the words and numbers that no input states, and the questions that the draft asks. The worked
// examples are drafted from their PRD alone and from all of their inputs, where only words without a source and questions count. Exit status 1 below the bars.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stands } from "./eval-drafts/stands.mjs";
import { withModule } from "./run-typescript.mjs";
import { inventedWords } from "./words.mjs";

const BARS = { share: 0.75, least: 0.5, invented: 0, gaps: 10 };
const EXAMPLES = "docs/plan/E00-examples";
const paths = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const showMisses = process.argv.includes("--misses");

const results = await withModule("scripts/eval-drafts/draft.ts", ({ draftOf, draftOfFeature }) => [
  ...[...paths.flatMap(find), ...readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name, "prd.md"))].map((path) =>
    measure(path, () => draftOf(path), readFileSync(path, "utf8")),
  ),
  ...readdirSync(EXAMPLES).map((name) => {
    const texts = readdirSync(join(EXAMPLES, name))
      .filter((file) => /^(?:prd|0[013]-.*)\.(?:md|ya?ml|json)$/.test(file))
      .map((file) => readFileSync(join(EXAMPLES, name, file), "utf8"));
    // What is agreed is written in the words of the contracts, and not in those of the PRD.
    return {
      ...measure(join(EXAMPLES, name, "prd.md"), () => draftOfFeature(basename(EXAMPLES), name), texts.join("\n")),
      labels: 0,
      found: 0,
    };
  }),
]);

const all = results.reduce((sum, { labels }) => sum + labels, 0);
const right = results.reduce((sum, { found }) => sum + found, 0);
const invented = results.reduce((sum, each) => sum + each.invented, 0);
const gaps = results.map((each) => each.gaps).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? 0;
const share = right / Math.max(1, all);
const low = results.filter(({ labels, found }) => labels > 0 && found / labels < BARS.least).length;
console.log(
  `${results.length} PRDs drafted: ${share.toFixed(3)} of ${all} statements stand in a right section (bar: ${BARS.share}; below ${BARS.least} in ${low} PRDs), ${invented} words and numbers without a source (bar: ${BARS.invented}), ${gaps} questions at the median (bar: ${BARS.gaps})`,
);
process.exitCode = results.length > 0 && share >= BARS.share && invented <= BARS.invented && gaps <= BARS.gaps ? 0 : 1;

function find(path) {
  if (statSync(path).isFile()) return path.endsWith(".md") ? [path] : [];
  return readdirSync(path)
    .filter((name) => name !== "truth")
    .sort()
    .flatMap((name) => find(join(path, name)));
}

function measure(path, draft, inputs) {
  const { sections, statements } = draft();
  const prd = readFileSync(path, "utf8");
  const labels = labelsOf(path) ?? statements;
  const misses = labels.filter((label) => !stands(label, prd, sections));
  // Ids that were made of a section and a number are citations.
  const ids = statements.map(({ id }) => id).sort((a, b) => b.length - a.length);
  const text = ids.reduce((rest, id) => rest.replaceAll(id, ""), sections.map(({ body }) => body).join("\n"));
  const strange = inventedWords(text, inputs);
  const asked = sections.reduce((sum, { gaps: own }) => sum + own, 0);
  const found = labels.length - misses.length;
  console.log(
    `${(found / Math.max(1, labels.length)).toFixed(2)} of ${labels.length}\t${asked} questions\t${strange.length === 0 ? "" : `invented: ${strange.slice(0, 8).join(" ")}`}\t${path.slice(-70)}`,
  );
  if (showMisses) for (const { line, kind } of misses) console.log(`  missed\t${path.slice(-40)}:${line}\t${kind}`);
  return { labels: labels.length, found, invented: strange.length, gaps: asked };
}

/** Undefined where nobody has labelled the PRD. */
function labelsOf(path) {
  try {
    const truth = JSON.parse(readFileSync(join(dirname(path), "truth", `${basename(path, ".md")}.json`), "utf8"));
    const firm = truth.statements.filter(({ note = "" }) => !/doubtful/i.test(note));
    return [...firm, ...(truth.questions ?? []).map((each) => ({ line: Number(each.line ?? each), kind: "question" }))];
  } catch {
    return undefined;
  }
}
