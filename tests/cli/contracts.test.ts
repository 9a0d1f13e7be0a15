import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const EXAMPLE = "docs/plan/E00-examples/E00-F01-order-refunds";
const DESIGN = `${EXAMPLE}/04-backend-design.md`;

/** A project with the worked example of refunds, with its patterns. */
function project(): string {
  const root = makeWorkspace();
  mkdirSync(join(root, EXAMPLE), { recursive: true });
  cpSync(EXAMPLE, join(root, EXAMPLE), { recursive: true });
  return root;
}

function edit(root: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(join(root, file), text.replaceAll(from, to));
}

/** `check file:line` of each finding. */
function findings(root: string): string[] {
  const { features } = JSON.parse(runCli(["check", "E00-F01", "--json", "--no-cache"], root).out);
  const found: { check: string; place: { file: string; line: number } }[] = features[0].findings;
  return found.map(({ check, place }) => `${check} ${place.file.split("/").at(-1)}:${place.line}`);
}

describe("groundplan export", () => {
  it("writes a file that check takes for the contract, and holds the design to it", () => {
    const root = project();
    const before = findings(root);
    const output = `${EXAMPLE}/openapi.yaml`;
    expect(runCli(["export", "E00-F01", "--openapi", "-o", output], root)).toMatchObject({ status: 0, out: `wrote ${output}\n`, err: "" });
    expect(findings(root)).toEqual(before);
    edit(root, output, "maximum: 99999999", "maximum: 5000");
    expect(findings(root).filter((finding) => !before.includes(finding))).toEqual(["contract-mismatch 04-backend-design.md:41"]);
  });

  it("compares a file that somebody edited, and leaves it alone without --force", () => {
    const root = project();
    const args = ["export", "E00-F01", "-o", "openapi.json"];
    expect(runCli(args, root).status).toBe(0);
    edit(root, DESIGN, "| `Refund` | `note` | string | no | at most 500 characters | As requested |\n", "");
    expect(runCli(args, root)).toMatchObject({ status: 0, out: "wrote openapi.json\n" });
    edit(root, "openapi.json", '"maxItems": 100', '"maxItems": 50');
    const edited = readFileSync(join(root, "openapi.json"), "utf8");
    const refused = runCli(args, root);
    expect(refused.status).toBe(1);
    expect(refused.err).toContain("openapi.json was edited");
    expect(refused.out).toContain("widened: CreateRefundRequest.lines");
    expect(readFileSync(join(root, "openapi.json"), "utf8")).toBe(edited);
    expect(runCli([...args, "--force"], root).status).toBe(0);
    expect(readFileSync(join(root, "openapi.json"), "utf8")).not.toBe(edited);
  });

  it.each([
    [["export", "E00-F01", "--openapi", "--asyncapi"], /unexpected --openapi and --asyncapi/],
    [["export", "E00-F01", "-o", "../openapi.yaml"], /outside|leaves/],
    [["export", "E00-F09"], /no feature/],
  ])("%j is a mistake in use", (args, message) => {
    const result = runCli(args, project());
    expect(result.status).toBe(2);
    expect(result.err).toMatch(message);
  });
});

describe("groundplan diff", () => {
  const git = (root: string, ...words: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], { cwd: root, stdio: "pipe" });

  it("tells what breaks those who use the interfaces, and what does not", () => {
    const root = project();
    git(root, "init", "-q");
    git(root, "add", ".");
    git(root, "commit", "-qm", "designed");
    expect(runCli(["diff", "HEAD"], root)).toMatchObject({ status: 0, out: "No interface has changed since HEAD.\n" });
    edit(root, DESIGN, "| `CreateRefundRequest` | `note` | string | no |", "| `CreateRefundRequest` | `note` | string | yes |");
    edit(root, DESIGN, "enum: damaged, not_received, returned, goodwill", "enum: damaged, not_received, returned, goodwill, lost");
    const { status, out } = runCli(["diff", "HEAD", "--json"], root);
    const [feature] = JSON.parse(out).features;
    expect(feature.changes.map(({ kind, at, breaking }: Record<string, unknown>) => [kind, at, breaking])).toEqual([
      ["values-added", "CreateRefundRequest.reason", false],
      ["field-required", "CreateRefundRequest.note", true],
      ["values-added", "Refund.reason", false],
    ]);
    expect(status).toBe(1);
    expect(runCli(["diff", "HEAD", "E00-F01", "--format", "markdown"], root).out).toContain(
      "1 of 3 changes breaks those who use the interfaces.",
    );
  });

  it("takes a design that was not there yet for one without interfaces", () => {
    const root = project();
    git(root, "init", "-q");
    git(root, "commit", "-q", "--allow-empty", "-m", "begun");
    const { status, out } = runCli(["diff", "HEAD"], root);
    expect(status).toBe(0);
    expect(out).toContain("interface new: POST /orders/{orderId}/refunds");
  });

  it.each([
    ["a revision that is not there", ["diff", "v9"], /there is no commit, tag or branch "v9"/],
    ["a word that git takes for an option", ["diff", "--", "--output=x"], /there is no commit, tag or branch/],
  ])("%s is a mistake in use", (_about, args, message) => {
    const root = project();
    git(root, "init", "-q");
    git(root, "commit", "-q", "--allow-empty", "-m", "begun");
    const result = runCli(args, root);
    expect(result.status).toBe(2);
    expect(result.err).toMatch(message);
  });

  it("needs a repository", () => {
    expect(runCli(["diff", "HEAD"], project())).toMatchObject({ status: 2 });
  });
});
