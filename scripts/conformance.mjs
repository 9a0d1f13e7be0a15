// The protocol's own conformance suite against groundplan's wiring: a fixture server with what the suite asks for, and the product
// server with the scenarios that need no fixture. The suite needs Node 22; it is fetched when it is run, and is no dependency.
import { spawn } from "node:child_process";
import { withModule } from "./run-typescript.mjs";

const SUITE = "@modelcontextprotocol/conformance@0.2.0-alpha.12";
const REVISION = "2026-07-28";
/** Scenarios that hold for any server. */
const PRODUCT = [
  ["server-initialize", "2025-11-25"],
  ["ping", "2025-11-25"],
  ["tools-list", "2025-11-25"],
  ["resources-list", "2025-11-25"],
  ["prompts-list", "2025-11-25"],
  ["dns-rebinding-protection", "2025-11-25"],
  ["tools-list", REVISION],
  ["resources-list", REVISION],
  ["prompts-list", REVISION],
  ["dns-rebinding-protection", REVISION],
  ["caching", REVISION],
  ["http-header-validation", REVISION],
  ["sep-2164-resource-not-found", REVISION],
];
/** What an older client needs a lasting connection for, and the protocol's logging, which groundplan does not use: see docs/decisions. */
const LEFT_OUT = [
  "tools-call-sampling",
  "tools-call-elicitation",
  "elicitation-sep1034-defaults",
  "elicitation-sep1330-enums",
  "resources-subscribe",
  "resources-unsubscribe",
  "logging-set-level",
  "tools-call-with-logging",
];
/** Run and reported by the suite, and scored for nobody: extensions, and what was added after the revision. */
const isUnscored = (scenario) => scenario.startsWith("tasks-") || scenario === "http-custom-header-server-validation";

if (Number(process.versions.node.split(".")[0]) < 22) {
  console.log(`skipped: ${SUITE} needs Node 22 or later, this is ${process.version}. CI runs it on Node 24.`);
  process.exit(0);
}

const failed = await withModule("tests/conformance/main.ts", async ({ serveFixture, serveProduct }) => {
  const fixture = await serveFixture();
  const product = await serveProduct();
  const runs = [
    [`fixture, all that ${REVISION} requires`, fixture.url, ["--requirements", REVISION]],
    ["fixture, active suite with clients before it", fixture.url, ["--suite", "active"]],
    ...PRODUCT.map(([scenario, revision]) => [
      `groundplan, ${revision}: ${scenario}`,
      product.url,
      ["--scenario", scenario, "--spec-version", revision],
    ]),
  ];
  const broken = [];
  for (const [what, url, options] of runs) broken.push(...tell(what, await runSuite(url, options)));
  await fixture.close();
  await product.close();
  return broken;
});
console.log(failed.length === 0 ? "conformance: nothing failed" : `conformance: ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Says how a run ended. @returns the scenarios that count and failed */
function tell(what, { status, output }) {
  const scenarios = [...output.matchAll(/^([✓✗]) ([\w-]+): (\d+) passed, (\d+) failed/gm)].map(([, mark, name]) => ({
    name,
    failed: mark === "✗",
  }));
  // A run of one scenario tells it by its status alone.
  if (scenarios.length === 0) {
    console.log(`${status === 0 ? "pass" : "FAIL"}  ${what}${status === 0 ? "" : `\n${output}`}`);
    return status === 0 ? [] : [what];
  }
  const scored = scenarios.filter(({ name }) => !isUnscored(name) && !LEFT_OUT.includes(name));
  const failures = scored.filter(({ failed }) => failed).map(({ name }) => name);
  const left = scenarios.filter(({ name, failed }) => failed && LEFT_OUT.includes(name)).map(({ name }) => name);
  console.log(`${failures.length === 0 ? "pass" : "FAIL"}  ${what}: ${scored.length - failures.length} of ${scored.length} scenarios`);
  if (failures.length > 0) console.log(`      failed: ${failures.join(", ")}`);
  if (left.length > 0) console.log(`      left out: ${left.join(", ")}`);
  return failures;
}

/** Runs the suite as its users do; its words come back, colours left out. */
function runSuite(url, options) {
  return new Promise((resolve) => {
    const child = spawn("npm", ["exec", "--yes", `--package=${SUITE}`, "--", "conformance", "server", "--url", url, ...options], {
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (status) => resolve({ status, output }));
  });
}
