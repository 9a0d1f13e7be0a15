// Drafts from every PRD of a folder, and holds the outline author to its law: no crash, no word that the PRD
// does not state. Usage: npm run eval:drafts -- <folder>
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inventedWords } from "./words.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("Name a folder with PRDs (Markdown files): npm run eval:drafts -- <folder>");
  process.exit(2);
}

const files = find(folder);
const failures = files.filter((file) => !holds(file));
console.log(`${files.length} PRDs drafted, ${failures.length} failed (bar: 0)`);
process.exitCode = files.length > 0 && failures.length === 0 ? 0 : 1;

function find(path) {
  if (statSync(path).isFile()) return /\.md$/.test(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => find(join(path, name)));
}

function holds(file) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "draft", file, "--stdout"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const invented = inventedWords(stdout, readFileSync(file, "utf8"));
  const gaps = stdout.split("{Decide: ").length - 1;
  const sections = stdout.match(/^## /gm)?.length ?? 0;
  const lines = stdout.split("\n").length;
  const verdict =
    status !== 0 ? `exit ${status}: ${stderr.split("\n")[0]}` : invented.length > 0 ? `invented: ${invented.slice(0, 8).join(" ")}` : "ok";
  console.log(`${verdict}\t${sections} sections\t${lines} lines\t${gaps} gaps\t${file.slice(-70)}`);
  return verdict === "ok";
}
