import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Job {
  permissions?: Record<string, string>;
  strategy?: { matrix: Record<string, (string | number)[]> };
  "timeout-minutes"?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const FOLDER = ".github/workflows";
const workflows = readdirSync(FOLDER).map((name): [string, Workflow] => [
  name,
  parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as Workflow,
]);
const { scripts, engines } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const named = (name: string) => {
  const found = workflows.find(([file]) => file === name);
  if (!found) throw new Error(`no workflow ${name}`);
  return found[1];
};

describe.each(workflows)("%s", (_, workflow) => {
  it("may only read, but for what a job names", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  it("never runs text of a pull request, and leaves no credentials behind", () => {
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(stepsOf(workflow).filter(({ run }) => run?.includes("${{"))).toEqual([]);
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
  });

  it("ends by itself", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  it("runs scripts that there are", () => {
    const words = stepsOf(workflow)
      .map(({ run = "" }) => run)
      .join("\n");
    const called = [...words.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? "");
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...words.matchAll(/(?:^|\s)((?:scripts|\.ci)\/[\w.-]+)/gm)].map(([, path]) => path ?? "");
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe("the matrix", () => {
  it("has the three systems, and Node from the oldest supported release on", () => {
    const { os, node } = named("ci.yml").jobs.tests?.strategy?.matrix ?? {};
    expect(os).toEqual(["ubuntu-latest", "windows-latest", "macos-latest"]);
    expect(node?.map(String)).toEqual([`${engines.node.replace(">=", "")}.0`, "22", "24"]);
  });
});

describe("the release", () => {
  it("publishes with provenance and without a token, after everything has passed", () => {
    const { permissions, steps } = named("release.yml").jobs.release as Job;
    const runs = steps.map(({ run = "" }) => run);
    expect(permissions).toEqual({ contents: "write", "id-token": "write" });
    expect(runs.indexOf(".ci/run")).toBeGreaterThan(0);
    expect(runs.findIndex((run) => run.startsWith("npm publish --provenance"))).toBeGreaterThan(runs.indexOf(".ci/run"));
    expect(readFileSync(`${FOLDER}/release.yml`, "utf8")).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });
});
