import { copyFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { withModule } from "../run-typescript.mjs";
import { measure } from "./measure.mjs";
import { measureNotice, measureWatch } from "./watch.mjs";
import { makeWorkspace } from "./workspace.mjs";

const NODE = process.execPath;
const groundplan = (...words) => [NODE, resolve("dist/cli.js"), ...words];
// As npm installs it: a script that starts the binary.
const RUMDL = [NODE, resolve("node_modules/rumdl/bin/rumdl"), "check", "docs"];
const MARKDOWNLINT = [NODE, resolve("node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs"), "docs/**/*.md"];
const EXAMPLE = "E001-domain/E001-F01-feature-1";
const OUTPUTS = ["02-architecture.md", "04-backend-design.md"];

/** What a person waits for on one feature, each time in a new process. */
export function measureOne(cwd, tell) {
  makeWorkspace(cwd, 1);
  const folder = join(cwd, "docs/plan", EXAMPLE);
  const runs = 11;
  const forget = () => rmSync(join(cwd, ".groundplan"), { recursive: true, force: true });
  const change = () => {
    const file = join(folder, "02-architecture.md");
    writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${" ".repeat(1 + Math.floor(Math.random() * 50))}\n`);
    settle(file);
  };
  const undraft = () => {
    for (const name of OUTPUTS) rmSync(join(folder, name), { force: true });
  };
  const rows = [
    ["--version", groundplan("--version")],
    ["check, nothing kept", groundplan("check", EXAMPLE), forget],
    ["check, one document changed", groundplan("check", EXAMPLE), change],
    ["check, nothing changed", groundplan("check", EXAMPLE)],
    ["next", groundplan("next", EXAMPLE)],
    ["draft", groundplan("draft", EXAMPLE), undraft],
  ];
  const kept = OUTPUTS.map((name) => join(folder, name));
  for (const file of kept) copyFileSync(file, `${file}.kept`);
  const measured = rows.map(([name, command, before]) => {
    tell(`one feature: ${name}`);
    for (const file of kept) if (name === "next") copyFileSync(`${file}.kept`, file);
    return { name: `groundplan ${name}`, ...measure(command, { cwd, runs, before }) };
  });
  for (const file of kept) {
    copyFileSync(`${file}.kept`, file);
    rmSync(`${file}.kept`);
  }
  tell("one feature: rumdl");
  measured.push({ name: "rumdl", ...measure([...RUMDL, "--no-cache"], { cwd, runs }) });
  return measured;
}

/** All features at once: a first run, an unchanged second one, and the same by others. */
export async function measureSize(cwd, features, tell) {
  tell(`${features} features: writing`);
  const documents = makeWorkspace(cwd, features);
  const runs = features > 1000 ? 1 : 3;
  const forget = () => {
    for (const name of [".groundplan", ".rumdl_cache", ".rumdl-cache"]) rmSync(join(cwd, name), { recursive: true, force: true });
  };
  const rows = [
    ["groundplan, first run", groundplan("check"), forget],
    ["groundplan, second run", groundplan("check")],
    ["rumdl, first run", RUMDL, forget],
    ["rumdl, second run", RUMDL],
    ["parsing alone", [NODE, resolve("scripts/bench/parse.mjs"), join(cwd, "docs")]],
    // It takes minutes where the others take seconds.
    ...(features > 1000 ? [] : [["markdownlint-cli2", MARKDOWNLINT]]),
  ];
  const measured = rows.map(([name, command, before]) => {
    tell(`${features} features: ${name}`);
    return { name, ...measure(command, { cwd, runs: features >= 1000 && name === "markdownlint-cli2" ? 1 : runs, before }) };
  });
  tell(`${features} features: watch`);
  const document = join("docs/plan", EXAMPLE, "02-architecture.md");
  const watch = await measureWatch(cwd, document);
  const notice = await measureNotice(cwd, document, `groundplan://features/${EXAMPLE}/architecture`);
  rmSync(cwd, { recursive: true, force: true });
  return { features, documents, rows: measured, watch, notice };
}

/** The MCP server's first answer, beside that of a bare server on the same SDK: milliseconds, medians. */
export async function measureStart(root, tell) {
  tell("MCP: first answer");
  const { own, bare } = await withModule("tests/mcp/bench/start.ts", ({ measureStart: starts }) => starts(root));
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return { own: median(own.hello), bare: median(bare.hello), ownList: median(own.list), bareList: median(bare.list) };
}

/** As if it had been written a while ago. */
function settle(file) {
  const before = new Date(Date.now() - 60_000);
  utimesSync(file, before, before);
}
