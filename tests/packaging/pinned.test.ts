import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";

const PLACES = [
  ...readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`),
  "action.yml",
  "docs/ci.md",
  "README.md",
  ...readdirSync("ci").map((name) => `ci/${name}`),
];

it.each(PLACES)("%s names actions by their full commit hash, with the release that it is", (file) => {
  const used = [...readFileSync(file, "utf8").matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)];
  // groundplan's own hash is known once it is released: the recipe leaves a hole that fails where it is not filled.
  const loose = used.filter(([, action = "", note = ""]) => !/@(?:[0-9a-f]{40}|COMMIT)$/.test(action) || !/^ # \S/.test(note));
  expect(loose.map(([whole]) => whole.trim())).toEqual([]);
});

it("says how vulnerabilities are reported, and names only what is there", () => {
  const text = readFileSync("SECURITY.md", "utf8");
  expect(text).toContain("Report a vulnerability");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

const RUN = [
  ...PLACES,
  "docs/assistants.md",
  ...readdirSync("plugin").flatMap((name) => (name.endsWith(".json") ? [`plugin/${name}`] : [])),
];

it.each(RUN)("%s runs no package by a name without a version", (file) => {
  const text = readFileSync(file, "utf8");
  // The project's own copy has the version of its lock file.
  const loose = [
    ...text.matchAll(/npx (?!--no-install)[^\n`]{0,20}\bgroundplan\b(?!@(?:\d|\$))/g),
    ...text.matchAll(/VERSION: latest|default: latest/g),
  ];
  expect(loose.map(([whole]) => whole)).toEqual([]);
});

it("the action runs the commit that it is named by, unless a version is asked for", () => {
  const bin = mkdtempSync(join(tmpdir(), "groundplan-action-"));
  for (const [name, text] of [
    ["npm", '#!/bin/sh\necho "npm $*" >> "$CALLS"\n'],
    ["npx", '#!/bin/sh\necho "npx $*" >> "$CALLS"\n'],
    ["node", '#!/bin/sh\necho "node $*" >> "$CALLS"\nexit 1\n'],
  ] as const)
    writeFileSync(join(bin, name), text, { mode: 0o755 });
  const { runs } = parse(readFileSync("action.yml", "utf8"));
  const run = (version: string) => {
    const calls = join(bin, `calls${version}`);
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      CALLS: calls,
      GITHUB_ACTION_PATH: "/action",
      VERSION: version,
      CHANGED: "origin/main",
    };
    const files = {
      SARIF: "a.sarif",
      FEATURES: "",
      MAX_WARNINGS: "",
      GITHUB_OUTPUT: join(bin, "output"),
      GITHUB_STEP_SUMMARY: join(bin, "sum"),
    };
    const script = runs.steps.find(({ id }: { id?: string }) => id === "check").run;
    const { status } = spawnSync("bash", ["-c", script], { cwd: bin, env: { ...env, ...files } });
    return { status, calls: readFileSync(calls, "utf8").trim().split("\n") };
  };
  const words = "check --no-cache --format github --format sarif=a.sarif --format markdown=groundplan-report.md --changed origin/main";
  expect(run("")).toEqual({
    status: 0,
    calls: ["npm ci --prefix /action --silent --no-fund --no-audit", `node /action/dist/cli.js ${words}`],
  });
  expect(readFileSync(join(bin, "output"), "utf8")).toBe("status=1\n");
  expect(run("0.1.0").calls).toEqual([`npx --yes groundplan@0.1.0 ${words}`]);
  rmSync(bin, { recursive: true });
});
