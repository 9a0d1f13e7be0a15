import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { archivePattern, createPattern, deprecatePattern, linksToPattern, openWorkspace, reviewPatterns } from "../../src/core.ts";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD } from "../support/workspace.ts";

const FILE = "context/patterns/integration-patterns.md";
const FRONT = "---\ntitle: Ours\ncategory: integration\nstatus: current\nlast_updated: 2026-08-01\nowner: parcels\n---\n\n# Ours\n\n";
const front = (day: string, why: string) =>
  FRONT.replace("2026-08-01", day).replace("owner: parcels\n", `owner: parcels\nlast_change: ${why}\n`);
const LOCKER = "## Parcel Locker\n\n**Fits**: doors that open once.\n\n**Signals**: locker\n";
const HATCH =
  "## Parcel Hatch\n\n**Fits**: doors that stay open.\n\n**Signals**: hatch\n\n### Related\n\n- [Parcel Locker](#parcel-locker)\n";

/** A project with two patterns of its own, and how to read its files. */
function project(files: Record<string, string> = { [FILE]: `${FRONT}${HATCH}\n${LOCKER}` }) {
  const workspace = openWorkspace(makeWorkspace(files));
  return { workspace, read: (file: string) => readFileSync(join(workspace.root, file), "utf8") };
}

const deprecation = { name: "parcel-hatch", replacedBy: "parcel-locker", note: "Hang a door before each hatch.", today: "2026-01-31" };

describe("patterns new", () => {
  it("creates the file of the category, with an entry of the template's parts", () => {
    const { workspace, read } = project({});
    const { file } = createPattern(workspace, { title: "Parcel Lift", category: "integration", owner: "parcels", today: "2026-11-20" });
    expect(file).toBe(FILE);
    expect(read(file)).toMatch(
      /^---\ntitle: Integration patterns\ncategory: integration\nstatus: current\nlast_updated: 2026-11-20\nowner: parcels\n---\n/,
    );
    expect(read(file)).toMatch(/\n## Parcel Lift\n\n\*\*Fits\*\*: \{/);
    expect(read(file)).not.toMatch(/<!--|\{Pattern Name\}/);
  });

  it("puts the entry at the end of a file that exists, and leaves the rest byte for byte", () => {
    const { workspace, read } = project();
    const before = read(FILE);
    createPattern(workspace, { title: "Parcel Lift", category: "integration", owner: "x", today: "2026-11-20" });
    expect(read(FILE).startsWith(`${before.trimEnd()}\n\n## Parcel Lift\n`)).toBe(true);
  });

  it("takes a shipped pattern over as it is, in its own category", () => {
    const { workspace, read } = project({});
    expect(createPattern(workspace, { title: "saga", owner: "x", today: "2026-11-20" })).toMatchObject({ adapted: true });
    expect(read("context/patterns/resilience-patterns.md")).toMatch(
      /\n## Saga\n[\s\S]*### Code Examples\n\n```typescript\n[\s\S]*### Pitfalls/,
    );
  });

  it.each([
    ["a pattern that is there", { title: "parcel locker", category: "integration" }, /there already/],
    ["no category", { title: "Parcel Lift" }, /needs a category/],
    ["a misspelt category", { title: "Parcel Lift", category: "resilence" }, /no category "resilence"/],
  ])("refuses %s, and writes nothing", (_, asked, words) => {
    const { workspace, read } = project();
    const before = read(FILE);
    expect(() => createPattern(workspace, { owner: "x", today: "2026-11-20", ...asked })).toThrow(words);
    expect(read(FILE)).toBe(before);
  });
});

describe("patterns deprecate", () => {
  it("writes status, replacement and migration below the heading, day and reason into the front matter, and nothing else", () => {
    const { workspace, read } = project();
    const before = read(FILE);
    deprecatePattern(workspace, deprecation);
    const changed = 'last_updated: 2026-01-31\nowner: parcels\nlast_change: "Parcel Hatch is deprecated: Hang a door before each hatch."\n';
    const added =
      "**Status**: deprecated since 2026-01-31\n\n**Replaced by**: [Parcel Locker](#parcel-locker)\n\n**Migration**: Hang a door before each hatch.\n\n";
    expect(read(FILE)).toBe(
      before.replace("## Parcel Hatch\n\n", `## Parcel Hatch\n\n${added}`).replace("last_updated: 2026-08-01\nowner: parcels\n", changed),
    );
  });

  it("takes a shipped replacement over, and links to it there", () => {
    const { workspace, read } = project();
    expect(deprecatePattern(workspace, { ...deprecation, replacedBy: "Saga" })).toEqual({
      file: FILE,
      takenOver: "context/patterns/resilience-patterns.md",
    });
    expect(read("context/patterns/resilience-patterns.md")).toMatch(/\n## Saga\n/);
    expect(read(FILE)).toMatch("**Replaced by**: [Saga](resilience-patterns.md#saga)");
  });

  it.each([
    ["itself as the replacement", { replacedBy: "parcel-hatch" }, /unexpected replacement "Parcel Hatch"/],
    ["a deprecated replacement", { replacedBy: "dual-write" }, /unexpected replacement "Dual Write"/],
    ["a replacement that is not there", { replacedBy: "parcel-loker" }, /no pattern "parcel-loker"/],
    ["a shipped pattern", { name: "retry" }, /"Retry" is a shipped pattern/],
    ["an empty note", { note: " " }, /unexpected note/],
  ])("refuses %s", (_, changed, words) => {
    expect(() => deprecatePattern(project().workspace, { ...deprecation, ...changed })).toThrow(words);
  });
});

describe("patterns review", () => {
  it.each(["integration", "integration-patterns.md", FILE, "parcel-locker", "Parcel Locker"])("stamps the day, by %s", (name) => {
    const { workspace, read } = project();
    const before = read(FILE);
    expect(reviewPatterns(workspace, name, "2026-11-20")).toBe(FILE);
    expect(read(FILE)).toBe(before.replace("2026-08-01", "2026-11-20"));
  });
});

describe("patterns archive", () => {
  const deprecated = () => {
    const opened = project({
      [FILE]: `${FRONT}${HATCH}\n${LOCKER}`,
      [`${FOLDER}/prd.md`]: `${PRD}\nAs in [the hatch](../../../../${FILE}#parcel-hatch).\n`,
    });
    deprecatePattern(opened.workspace, deprecation);
    return opened;
  };

  it("moves the entry when six months are over, and tells the links to it", () => {
    const { workspace, read } = deprecated();
    const { to } = archivePattern(workspace, "parcel-hatch", "2026-07-31");
    expect(read(FILE)).toBe(`${front("2026-07-31", "Parcel Hatch is archived")}${LOCKER}`);
    expect(read(to)).toMatch(
      /\n## Parcel Hatch\n\n\*\*Status\*\*: deprecated since 2026-01-31\n[\s\S]*- \[Parcel Locker\]\(#parcel-locker\)\n$/,
    );
    expect(linksToPattern(workspace, "parcel-hatch").map(({ file, line }) => `${file}:${line}`)).toEqual([`${FOLDER}/prd.md:21`]);
  });

  it("ends the work of a run that was killed before the entry left its file", () => {
    const { workspace, read } = deprecated();
    const before = read(FILE);
    const { to } = archivePattern(workspace, "parcel-hatch", "2026-07-31");
    const archived = read(to);
    writeFileSync(join(workspace.root, FILE), before);
    archivePattern(workspace, "parcel-hatch", "2026-07-31");
    expect(read(to)).toBe(archived);
    expect(read(FILE)).toBe(`${front("2026-07-31", "Parcel Hatch is archived")}${LOCKER}`);
  });

  it.each([
    ["a day too early", "parcel-hatch", "2026-07-30", /Its six months|cannot be archived yet/],
    ["what is current", "parcel-locker", "2026-07-31", /"Parcel Locker" is current/],
  ])("refuses %s, and leaves everything in place", (_, name, today, words) => {
    const { workspace, read } = deprecated();
    const before = read(FILE);
    expect(() => archivePattern(workspace, name, today)).toThrow(words);
    expect(read(FILE)).toBe(before);
    expect(existsSync(join(workspace.root, "context/patterns/archive"))).toBe(false);
  });
});

it("the command line does all of it", () => {
  const { workspace } = project();
  const run = (...words: string[]) => runCli(["patterns", ...words], workspace.root);
  expect(run("search", "third party api is down").out).toMatch(/^\S+ +circuit-breaker /);
  expect(run("search", "zzzz")).toMatchObject({ status: 1, out: expect.stringMatching(/No pattern/) });
  expect(run("new", "Saga").out).toMatch(/added "Saga" to context\/patterns\/resilience-patterns.md, as the shipped/);
  expect(run("deprecate", "parcel-hatch", "--replaced-by", "saga", "--note", "Book it.", "--today", "2026-01-31").out).toBe(
    `deprecated in ${FILE}\n`,
  );
  expect(run("archive", "parcel-hatch", "--today", "2026-03-01")).toMatchObject({ status: 2, err: expect.stringMatching(/2026-07-31/) });
  expect(run("archive", "parcel-hatch", "--today", "2026-07-31").out).toMatch(/^moved "Parcel Hatch" from/);
  expect(run("review", "integration", "--today", "2026-11-20").out).toBe(`reviewed on 2026-11-20: ${FILE}\n`);
  expect(run("review", "integration", "--today", "2026-02-30")).toMatchObject({ status: 2, err: expect.stringMatching(/no day/) });
});
