import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUILT } from "../drift/built.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";
const ROUTES = "services/payments/src/routes.ts";
const CLI = "tools/ledger/cli.ts";

function git(root: string, ...words: string[]): string {
  const who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...words], { cwd: root, encoding: "utf8" }).trim();
}

/** A repository with the worked examples and their code, in one commit. */
function repository(): { root: string; env: Record<string, string> } {
  const root = makeWorkspace(BUILT);
  cpSync("docs/plan/E00-examples", join(root, "docs/plan/E00-examples"), { recursive: true });
  git(root, "init", "-q", "-b", "main");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "All of it");
  return { root, env: { XDG_CACHE_HOME: join(root, ".git/cache-of-the-user") } };
}

function edit(root: string, file: string, from: string, to: string): void {
  writeFiles(root, { [file]: readFileSync(join(root, file), "utf8").replace(from, to) });
}

const rename = (root: string) => edit(root, ROUTES, `"/refunds/:refundId", readRefund`, `"/refunds/:refundId/details", readRefund`);

describe("drift since a revision", () => {
  it("is nothing where nothing has come, and one thing where a route was renamed", () => {
    const { root, env } = repository();
    expect(runCli(["drift", "E00-F01", "--since", "main"], root, env)).toMatchObject({
      status: 0,
      out: "E00-examples/E00-F01-order-refunds  built\n",
    });
    rename(root);
    expect(runCli(["drift", "E00-F01", "--since", "main"], root, env)).toMatchObject({
      status: 1,
      out: `E00-examples/E00-F01-order-refunds  drifted\n  ${FOLDER}/04-backend-design.md:108  built-otherwise  GET /refunds/{refundId} is designed, the code has GET /v1/refunds/:refundId/details  ${ROUTES}:7\n`,
    });
  });

  it("counts from where the branch left it: what was merged there since is no change of this one", () => {
    const { root, env } = repository();
    git(root, "checkout", "-qb", "work");
    writeFiles(root, { "README.md": "# Shop\n" });
    git(root, "add", "-A");
    git(root, "commit", "-qm", "A page");
    git(root, "checkout", "-q", "main");
    edit(root, ROUTES, "/refunds/:refundId/decision", "/refunds/:refundId/verdict");
    git(root, "commit", "-qam", "Another name");
    git(root, "checkout", "-q", "work");
    expect(runCli(["drift", "--since", "main"], root, env).status).toBe(0);
  });

  it("is accepted by a departure that gives its reason, and told again when that is taken away", () => {
    const { root, env } = repository();
    rename(root);
    const row =
      "\n### Departures\n\n| Statement | What the design does instead | Reason |\n| --- | --- | --- |\n| `GET /refunds/{refundId}` | Built with `/details` behind it | The gateway keeps the shorter path; agreed with payments |\n";
    const file = `${FOLDER}/02-architecture.md`;
    writeFiles(root, { [file]: `${readFileSync(join(root, file), "utf8")}\n## Departures and Open Questions\n${row}` });
    const accepted = JSON.parse(runCli(["drift", "E00-F01", "--json"], root, env).out).features[0];
    expect(accepted).toMatchObject({ state: "built", drifts: [{ kind: "built-otherwise", accepted: true }] });
    git(root, "add", "-A");
    git(root, "commit", "-qm", "Accepted");
    git(root, "checkout", "-q", "HEAD~1", "--", file);
    expect(runCli(["drift", "E00-F01", "--since", "HEAD"], root, env).status).toBe(1);
  });

  it("is written in every format that check has", () => {
    const { root, env } = repository();
    rename(root);
    edit(root, CLI, "--offline", "--local");
    const names = ["json", "sarif", "github", "gitlab", "junit", "markdown"];
    const { status } = runCli(["drift", "--since", "main", ...names.flatMap((name) => ["--format", `${name}=out/${name}`])], root, env);
    const [json = "", sarif = "", github = "", gitlab = "", junit = "", markdown = ""] = names.map((name) =>
      readFileSync(join(root, "out", name), "utf8"),
    );
    expect(status).toBe(1);
    expect(JSON.parse(json)).toMatchObject({ version: 1, since: "main", features: [{ state: "drifted" }, { state: "drifted" }, {}] });
    expect(JSON.parse(sarif).runs[0].results).toMatchObject([
      {
        ruleId: "drift/built-otherwise",
        level: "warning",
        relatedLocations: [{ physicalLocation: { artifactLocation: { uri: ROUTES } } }],
      },
      { ruleId: "drift/built-otherwise", level: "error" },
    ]);
    expect(github.match(/^::(?:error|warning) file=/gm)).toHaveLength(2);
    expect(JSON.parse(gitlab)).toMatchObject([{ severity: "minor" }, { severity: "major" }]);
    expect(junit).toContain('name="drift/built-otherwise"');
    expect(markdown).toContain("**1 error** and 1 warning in 3 features.");
    expect([sarif, junit, markdown].join("")).not.toMatch(/mermaid/i);
  });

  it("says what is wrong where there is no such revision, no git, or no code", () => {
    const { root, env } = repository();
    expect(runCli(["drift", "--since", "nowhere"], root, env)).toMatchObject({
      status: 2,
      err: expect.stringContaining('no commit, tag or branch "nowhere"'),
    });
    const plain = makeWorkspace(BUILT);
    cpSync(FOLDER, join(plain, FOLDER), { recursive: true });
    expect(runCli(["drift", "--since", "main"], plain, env)).toMatchObject({
      status: 2,
      err: expect.stringContaining("not in a git repository"),
    });
    expect(runCli(["drift"], plain, env)).toMatchObject({ status: 0 });
    expect(runCli(["drift"], makeWorkspace(), env)).toMatchObject({ status: 2, err: expect.stringContaining("no code beside the plan") });
  });

  it("a route that stood there before the design is no other name for what is designed", () => {
    const root = makeWorkspace({ "src/app.js": `const app = require("express")();\napp.post("/orders/:orderId/notes", h);\n` });
    git(root, "init", "-q", "-b", "main");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "The shop", "--date", "2020-01-01T00:00:00Z");
    cpSync(FOLDER, join(root, FOLDER), { recursive: true });
    const env = { XDG_CACHE_HOME: join(root, ".git/cache-of-the-user") };
    expect(JSON.parse(runCli(["drift", "--json"], root, env).out).features[0].state).toBe("designed");
  });

  it("what an OpenAPI document beside the code states is built, and beyond doubt where it differs", () => {
    const { root, env } = repository();
    edit(root, ROUTES, `routes.get("/refunds/:refundId", readRefund);\n`, "");
    const paths = (path: string) =>
      JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { [path]: { get: { responses: {} } } } });
    writeFiles(root, { "services/payments/openapi.json": paths("/refunds/{refundId}") });
    expect(runCli(["drift", "E00-F01", "--since", "main"], root, env).status).toBe(0);
    writeFiles(root, { "services/payments/openapi.json": paths("/refunds/{refundId}/details") });
    expect(JSON.parse(runCli(["drift", "E00-F01", "--since", "main", "--json"], root, env).out).features[0].drifts).toMatchObject([
      { kind: "built-otherwise", severity: "error", code: { file: "services/payments/openapi.json" } },
    ]);
  });
});

it("rows of the research report whose lines have changed since its commit are told, and no others", () => {
  const { root, env } = repository();
  expect(runCli(["research", "E00-F01"], root, env).status).toBe(0);
  const stale = () =>
    JSON.parse(runCli(["drift", "E00-F01", "--json"], root, env).out)
      .features[0].drifts.filter(({ kind }: { kind: string }) => kind === "stale-input")
      .map(({ subject, code }: { subject: string; code: { file: string; line: number } }) => `${subject} ${code.file}:${code.line}`);
  expect(stale()).toEqual([]);
  edit(root, ROUTES, "decideRefund);", "decide);");
  edit(root, "services/payments/src/types.ts", "requestedBy: string;", "requestedBy?: string;");
  expect(stale()).toEqual([`POST /v1/refunds/:refundId/decision ${ROUTES}:8`]);
});

it("status says of each design how far the code has it", () => {
  const { root, env } = repository();
  rename(root);
  const { out } = runCli(["status"], root, env);
  expect(out.split("\n").map((line) => line.split(", ").at(-1))).toEqual(["drifted", "built", "partly built", ""]);
  expect(runCli(["status", "E00-F01"], root, env).out).toContain(
    "Code: drifted: 1 difference between design and code (groundplan drift E00-examples/E00-F01-order-refunds)",
  );
  expect(JSON.parse(runCli(["status", "--json"], root, env).out).features.map(({ code }: { code: string }) => code)).toEqual([
    "drifted",
    "built",
    "partly built",
  ]);
});
