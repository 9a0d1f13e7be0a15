import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/core.ts";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

/** What a terminal obeys, what turns the reading, and what nobody sees. */
const OBEYED = new RegExp(
  `[${[0, 8, 11, 31, 127, 159, 0x202a, 0x202e, 0x2060, 0x2069]
    .map((code) => String.fromCodePoint(code))
    .join("")
    .replace(/(..)/gsu, ([from, to]) => `${from}-${to}`)}\\u061c\\u200b\\u200e\\u200f\\u2028\\u2029\\ufeff\\u{e0000}-\\u{e007f}]`,
  "u",
);
const COMMAND = /^[ \t]*::\w|##\[/m;

const HOSTILE = [
  "\u001b[2J\u001b]0;owned\u0007",
  "\u009b31m",
  "\r::error file=x::forged\r\n",
  "::error::forged",
  "##[error]forged",
  "::stop-commands::x",
  "\u202eforged\u2066",
  "\u{e0041}\u{e0042}\u200b\u2028",
  "`# Forged` <img src=x> [a](javascript:b) | @everyone",
  "]]> </testcase> &amp;",
];

const said = (at: number) => HOSTILE[at % HOSTILE.length] ?? "";
const lines = HOSTILE.map(
  (text, at) =>
    `- **FR-${at + 3}**: The order ${text} is sent, see [it](gone-${text.replace(/[\s()<>[\]]/g, "")}.md)\n\n::error::forged by ${text}\n`,
);
const design = `---\ntitle: "Parcels ${said(4)}"\nstatus: draft\nowner: "${said(3)}"\n---\n\n# Parcels ${said(0)}\n\n## Component Breakdown ${said(6)}\n\n### Sender ${said(1)}\n\n**Purpose**: It ${HOSTILE.join(" ")} etc.\n\n::warning::forged\n`;
const files = {
  [`${FOLDER}/prd.md`]: `${PRD}\n## Functional Requirements ${said(0)}\n\n${lines.join("\n")}`,
  [`${FOLDER}/00-research-report.md`]: `${RESEARCH}\n${HOSTILE.join("\n\n")}\n`,
  [`${FOLDER}/02-architecture.md`]: design,
  [`${FOLDER}/04-backend-design.md`]: design,
  "docs/adr/0001-forged.md": `---\nstatus: "${said(3)}"\ndate: 2026-11-21\n---\n\n# Forge ${said(0)} it\n\n::error::forged\n`,
  "context/patterns/own.md": `---\ntitle: "Own ${said(4)}"\ncategory: data\n---\n\n# Own\n\n## Own ${said(6)} one\n\n**Fits**: ${said(0)} parcels.\n\n**Signals**: parcel waits\n`,
};

const COMMANDS: readonly (readonly string[])[] = [
  ["check", "--no-cache"],
  ["check", "--no-cache", "--checklist"],
  ["check", "--fix", "--dry-run", "--no-cache"],
  ["status"],
  ["status", "E01-F01-parcels"],
  ["next", "E01-F01-parcels"],
  ["trace"],
  ["trace", "--format", "markdown"],
  ["hazards"],
  ["hazards", "--format", "markdown"],
  ["draft", "E01-F01-parcels", "--stdout"],
  ["system", "--dry-run"],
  ["patterns", "list"],
  ["patterns", "check"],
  ["adr", "list"],
  ["adr", "check"],
  ["runs", "list"],
  ["generate", "--all", "--dry-run"],
  ["check", "E01-F09-\u001b[2J\n::error::forged"],
  ["explain", "\u202e::error::forged"],
  ["--root", "\n::error::forged"],
  ["check", "--root", "\n::error::forged"],
];

describe("nothing of a document is obeyed by a terminal or a CI system", () => {
  it.each(COMMANDS.map((words) => [JSON.stringify(words.join(" ")), words] as const))("%s", (_, words) => {
    const { out, err } = runCli(words, makeWorkspace(files));
    expect((out + err).replaceAll("\r\n", "\n")).not.toMatch(OBEYED);
    expect(out + err).not.toMatch(COMMAND);
    expect((out + err).length).toBeGreaterThan(0);
  });

  it.each([
    ["check", "--no-cache", "--json"],
    ["check", "--no-cache", "--format", "sarif"],
    ["check", "--no-cache", "--format", "gitlab"],
    ["status", "--json"],
    ["next", "E01-F01-parcels", "--json"],
    ["trace", "--json"],
    ["system", "--dry-run", "--json"],
    ["patterns", "list", "--json"],
    ["adr", "list", "--json"],
  ])("data stay data: %s %s %s", (...words) => {
    const { out } = runCli(words, makeWorkspace(files));
    // The page of the check on such characters shows the flag of a region, which is spelt with tags.
    expect(out.replaceAll(/\u{1f3f4}[\u{e0020}-\u{e007f}]{3,8}/gu, "")).not.toMatch(OBEYED);
    expect(out).not.toMatch(COMMAND);
    expect(JSON.stringify(JSON.parse(out))).toContain("forged");
  });

  it("GitHub gets one command for each finding, and no other", () => {
    const root = makeWorkspace(files);
    const { out } = runCli(["check", "--no-cache", "--format", "github", "--format", "json=all.json"], root);
    const { summary } = JSON.parse(readFileSync(join(root, "all.json"), "utf8")) as { summary: { errors: number; warnings: number } };
    expect(out).not.toMatch(OBEYED);
    expect(out).not.toContain("##[");
    const told = out.trimEnd().split("\n");
    expect(told).toHaveLength(summary.errors + summary.warnings);
    for (const line of told) expect(line).toMatch(/^::(?:error|warning) file=[^,:]+,line=\d+,/);
  });

  it("a report as Markdown has the headings of its files and no link, image or mention of a document", () => {
    const { out } = runCli(["check", "--no-cache", "--format", "markdown"], makeWorkspace(files));
    const { allSections, links } = readMarkdown(out);
    expect(allSections.slice(1).filter(({ title }) => !title.startsWith("docs/plan/"))).toEqual([]);
    expect(links.filter(({ url }) => url.startsWith("javascript:"))).toEqual([]);
    expect(out).not.toMatch(/<img|@everyone/);
  });

  it("a report as JUnit is well-formed", () => {
    const { out } = runCli(["check", "--no-cache", "--format", "junit"], makeWorkspace(files));
    expect(out).not.toMatch(OBEYED);
    const open: string[] = [];
    for (const [, text = "", closing, name = "", alone] of out.matchAll(/([^<]*)<([/?]?)([\w-]+)(?:\s+[\w-]+="[^"<]*")*\s*\??(\/?)>/g)) {
      expect(text.replace(/&(?:amp|lt|gt|quot);/g, "")).not.toMatch(/[&<>]/);
      if (closing === "/") expect(open.pop()).toBe(name);
      else if (closing === "" && alone === "") open.push(name);
    }
    expect(open).toEqual([]);
  });
});
