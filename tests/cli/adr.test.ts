import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const FILE = "docs/adr/0003-write-row-and-message.md";
const record = (status: string, newline = "\n") =>
  [
    "---",
    "# who decides: payments",
    `status: ${status}`,
    "date: 2026-05-02   # last change",
    "decision-makers: [payments-team]",
    "---",
    "",
    "# Write row and message",
    "",
    "Text  ",
    "",
  ].join(newline);
const names = (root: string) => readdirSync(join(root, "docs/adr")).sort();
const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

describe("records of other tools are taken as they are", () => {
  const nygard = (status: string, title = "1. Use one") =>
    `# ${title}\n\nDate: 2016-02-12\n\n## Status\n\n${status}\n\n## Context\n\nWhy.\n\n## Decision\n\nOne.\n\n## Consequences\n\nLess.\n`;
  const madr = (head: string, title: string) =>
    `${head}# ${title}\n\n## Context and Problem Statement\n\nWhich?\n\n## Considered Options\n\n* One\n* Two\n\n## Decision Outcome\n\nChosen option: "One".\n`;
  it.each<[string, Record<string, string>]>([
    [
      "adr-tools",
      {
        "0001-use-one.md": nygard("Superceded by [2. Use two](0002-use-two.md)"),
        "0002-use-two.md": nygard("Accepted\n\nSupercedes [1. Use one](0001-use-one.md)", "2. Use two"),
      },
    ],
    [
      "log4brains",
      {
        "20210113-use-one.md": madr("", "Use one\n\n- Status: superseded by [20210113-use-two](20210113-use-two.md)\n- Date: 2021-01-13"),
        "20210113-use-two.md": `${madr("", "Use two\n\n- Status: accepted")}\n## Links\n\n- Supersedes [20210113-use-one](20210113-use-one.md)\n`,
        "20210120-use-three.md": madr("", "Use three\n\n- Status: draft"),
        "README.md": "# Records\n",
        "template.md": "# {title}\n",
      },
    ],
    [
      "MADR 4",
      {
        "0000-use-one.md": madr(
          '---\nstatus: "superseded by ADR-0001"\ndate: 2024-01-01\ndecision-makers: [a, b]\nconsulted: c\n---\n\n',
          "Use one",
        ),
        "0001-use-two.md": `${madr("---\nstatus: accepted\nsupersedes: 0000\n---\n\n", "Use two")}\n### Consequences\n\n* Good, because\n\n### Confirmation\n\nA test.\n`,
      },
    ],
  ])("%s", (_, records) => {
    const root = makeWorkspace(Object.fromEntries(Object.entries(records).map(([name, text]) => [`docs/adr/${name}`, text])));
    expect(runCli(["adr", "check"], root)).toMatchObject({ status: 0, out: expect.stringMatching(/^No findings in [23] records/) });
  });

  it("what is missing of the nearest form is told", () => {
    const root = makeWorkspace({ "docs/adr/0001-use-one.md": nygard("Accepted").replace(/## Consequences[\s\S]*/, "") });
    expect(runCli(["adr", "check"], root).out).toMatch(/Expected the section "Consequences"[\s\S]*1 error in 1 record/);
  });
});

describe("groundplan adr new", () => {
  it("numbers records from 0001, above every number that is taken", () => {
    const root = makeWorkspace();
    expect(runCli(["adr", "new", "--title", "Execute refunds from a queue"], root).out).toBe(
      "created docs/adr/0001-execute-refunds-from-a-queue.md\n",
    );
    const gap = makeWorkspace({ [FILE]: record("accepted"), "docs/adr/README.md": "# Decisions\n", "docs/adr/adr-template.md": "# T\n" });
    expect(runCli(["adr", "new", "--title", "Größe: 2 MB / Nachricht!"], gap).out).toBe("created docs/adr/0004-große-2-mb-nachricht.md\n");
  });

  it("has the sections of MADR, without guidance", () => {
    const root = makeWorkspace();
    runCli(["adr", "new", "--title", "Use a queue"], root);
    const text = read(root, "docs/adr/0001-use-a-queue.md");
    expect(text).toMatch(/^---\nstatus: proposed\ndate: \d{4}-\d{2}-\d{2}\n---\n\n# Use a queue\n\n## Context and Problem Statement\n/);
    expect(text.match(/^## .*/gm)).toEqual(
      [
        "Context and Problem Statement",
        "Decision Drivers",
        "Considered Options",
        "Decision Outcome",
        "Pros and Cons of the Options",
        "More Information",
      ].map((title) => `## ${title}`),
    );
    expect(text).not.toMatch(/<!--|if applicable/);
    // Until somebody has written it, it says nothing.
    expect(runCli(["adr", "check"], root)).toMatchObject({ status: 1, out: expect.stringMatching(/3 errors in 1 record\.\n$/) });
  });

  it.each<[string, string, (text: string) => string]>([
    ["front matter", record("accepted"), (text) => text.replace("status: accepted", "status: superseded by ADR-0004")],
    [
      "front matter with other line ends",
      record("accepted", "\r\n"),
      (text) => text.replace("status: accepted", "status: superseded by ADR-0004"),
    ],
    ["a byte order mark", `\ufeff${record("accepted")}`, (text) => text.replace("status: accepted", "status: superseded by ADR-0004")],
    [
      "a section, as older forms have it",
      "# 3. Write row and message\n\nDate: 2024-05-02\n\n## Status\n\nAccepted\n\n## Context\n\nLost messages.  \n",
      (text) => text.replace("\nAccepted\n", "\nSuperseded by ADR-0004\n"),
    ],
  ])("--supersedes changes the status and no other byte of a record with %s", (_, before, expected) => {
    const root = makeWorkspace({ [FILE]: before });
    const { status, out } = runCli(["adr", "new", "--title", "Use an outbox", "--supersedes", "3"], root);
    expect([status, out]).toEqual([0, `created docs/adr/0004-use-an-outbox.md\nchanged ${FILE}: only its status\n`]);
    expect(read(root, FILE)).toBe(expected(before));
    const text = read(root, "docs/adr/0004-use-an-outbox.md");
    expect(text).toMatch(/^---\nstatus: accepted\ndate: .*\nsupersedes: ADR-0003\n---\n/);
    expect(text).toContain("Supersedes [ADR-0003](0003-write-row-and-message.md).");
    expect(runCli(["adr", "list"], root).out).toMatch(/^ADR-0003 +superseded by ADR-0004 +Write row and message\nADR-0004 +accepted/);
    expect(runCli(["adr", "check"], root).out).not.toMatch(/decision-supersession|decision-link/);
  });

  it("supersedes several at once", () => {
    const root = makeWorkspace({ [FILE]: record("accepted"), "docs/adr/0005-poll.md": record("deprecated") });
    runCli(["adr", "new", "--title", "Use an outbox", "--supersedes", "3", "--supersedes", "ADR-5"], root);
    expect(read(root, "docs/adr/0006-use-an-outbox.md")).toContain('supersedes: "ADR-0003, ADR-0005"');
    expect(runCli(["adr", "check"], root).out).not.toMatch(/decision-supersession/);
  });

  it.each<[string, string[], RegExp]>([
    ["no title", [], /required option '--title <title>'/],
    ["a title without letters", ["--title", " -- "], /unexpected title/],
    ["a title of two lines", ["--title", "a\nb"], /unexpected title/],
    ["an unknown status", ["--title", "T", "--status", "acepted"], /unexpected status "acepted"\nDid you mean accepted\?/],
    ["a record that is not there", ["--title", "T", "--supersedes", "9"], /there is no ADR-0009/],
    ["a record that is superseded already", ["--title", "T", "--supersedes", "4"], /ADR-0004 is superseded by ADR-0005 already/],
    ["a number of two records", ["--title", "T", "--supersedes", "7"], /ADR-0007 is the number of two records/],
    ["a record whose front matter is broken", ["--title", "T", "--supersedes", "8"], /0008-broken\.md:\d+: front matter/],
    ["a number that is none", ["--title", "T", "--supersedes", "three"], /Expected the number of a record/],
    ["only proposed", ["--title", "T", "--supersedes", "3", "--status", "proposed"], /Only an accepted decision/],
  ])("%s: nothing is written", (_, words, message) => {
    const root = makeWorkspace({
      [FILE]: record("accepted"),
      "docs/adr/0004-old.md": record("superseded by ADR-0005"),
      "docs/adr/0007-a.md": record("accepted"),
      "docs/adr/0007-b.md": record("accepted"),
      "docs/adr/0008-broken.md": "---\nstatus: [a\n---\n\n# B\n",
    });
    const before = names(root);
    expect(runCli(["adr", "new", ...words], root)).toMatchObject({ status: 2, err: expect.stringMatching(message) });
    expect([names(root), read(root, FILE)]).toEqual([before, record("accepted")]);
  });
});

describe("groundplan adr list and check", () => {
  it("find nothing in a project without records, and say how to begin", () => {
    expect(runCli(["adr", "list"], makeWorkspace())).toMatchObject({ status: 0, out: expect.stringMatching(/groundplan adr new/) });
    expect(runCli(["adr", "check"], makeWorkspace())).toMatchObject({ status: 0, out: "No findings in 0 records.\n" });
  });

  it("find nothing in the records of the worked examples", () => {
    expect(runCli(["adr", "check", "--today", "2026-11-21"], ".")).toMatchObject({ status: 0, out: "No findings in 4 records.\n" });
    const { decisions } = JSON.parse(runCli(["adr", "list", "--json"], ".").out);
    expect(decisions.map(({ number, status }: { number: number; status: string }) => `${number} ${status}`)).toEqual([
      "1 superseded",
      "2 accepted",
      "3 rejected",
      "4 deprecated",
    ]);
  });

  it("judge by the day that is given", () => {
    expect(runCli(["adr", "check", "--today", "2026-01-01"], ".")).toMatchObject({
      status: 1,
      out: expect.stringMatching(/still to come/),
    });
    expect(runCli(["adr", "check", "--today", "soon"], ".")).toMatchObject({ status: 2, err: expect.stringMatching(/no day "soon"/) });
  });
});
