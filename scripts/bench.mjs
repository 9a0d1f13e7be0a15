// Measures whole processes on workspaces of several sizes, beside other linters of Markdown on the same files, and writes
// docs/benchmarks.md. Nothing else should run on the machine meanwhile. The last line tells the bars; exit status 1 where one
// is missed. Usage, after npm run build: npm run bench [-- --quick | --most 1000]; --quick writes no page, --most leaves larger
// workspaces out.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judge } from "./bench/bars.mjs";
import { measureInstalls } from "./bench/install.mjs";
import { measureOne, measureSize, measureStart } from "./bench/runs.mjs";
import { page } from "./bench/table.mjs";

const { quick, most } = parseArgs({
  options: { quick: { type: "boolean", default: false }, most: { type: "string", default: "5000" } },
}).values;
const SIZES = [10, 100, 1000, 5000].filter((features) => features <= (quick ? 100 : Number(most)));
const PAGE = "docs/benchmarks.md";

const folder = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
try {
  const tell = (text) => process.stderr.write(`${text}\n`);
  const one = measureOne(join(folder, "one"), tell);
  const sizes = [];
  for (const features of SIZES) sizes.push(await measureSize(join(folder, String(features)), features, tell));
  const start = await measureStart(join(folder, "one"), tell);
  const installs = measureInstalls(join(folder, "installs"), tell);
  const bars = judge({ one, sizes, start });
  const text = page({ one, sizes, start, installs, bars });
  console.log(text);
  if (!quick) writeFileSync(PAGE, text);
  const missed = bars.filter(({ held }) => !held);
  console.log(
    `bench: ${bars.length - missed.length} of ${bars.length} bars held${missed.length > 0 ? `; missed: ${missed.map(({ name }) => name).join(", ")}` : ""}`,
  );
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
