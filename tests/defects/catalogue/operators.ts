/** One spoilt catalogue: its texts by file name, the day, and where the check has to report. */
export interface CatalogueMutant {
  label: string;
  texts: Readonly<Record<string, string>>;
  today?: string;
  file: string;
  line: number;
}

/** A way in which the keepers of a catalogue spoil it. */
export interface CatalogueOperator {
  check: string;
  name: string;
  alsoExpected?: readonly string[];
  apply(texts: Readonly<Record<string, string>>): CatalogueMutant[];
}

type Texts = Readonly<Record<string, string>>;

const INDEX = "README.md";

/** Changes one file of patterns, each in turn; the report is expected on its first line. */
const inFrontMatter = (label: string, change: (text: string) => string) => (texts: Texts) =>
  Object.entries(texts)
    .filter(([file]) => file !== INDEX)
    .map(([file, text]) => ({ label: `${label} in ${file}`, texts: { ...texts, [file]: change(text) }, file, line: 1 }));

/** Changes one pattern, each in turn; the report is expected at its heading. */
const inPattern =
  (label: string, change: (pattern: string, title: string) => string, only = (pattern: string) => !/\*\*Status\*\*/.test(pattern)) =>
  (texts: Texts) =>
    Object.entries(texts).flatMap(([file, text]) => {
      if (file === INDEX) return [];
      const parts = text.split(/^(?=## )/m);
      return parts.flatMap((part, index): CatalogueMutant[] => {
        const title = /^## (.+)$/m.exec(part)?.[1];
        if (index === 0 || title === undefined || !only(part)) return [];
        const changed = change(part, title);
        if (changed === part) return [];
        const line = parts.slice(0, index).join("").split("\n").length;
        return [{ label: `${label} of ${title}`, texts: { ...texts, [file]: parts.with(index, changed).join("") }, file, line }];
      });
    });

const deprecate = (status: string, replaced: string) => (pattern: string) =>
  pattern.replace(
    /^(## .+\n)/,
    `$1\n**Status**: ${status}\n${replaced === "" ? "" : `\n**Replaced by**: ${replaced}\n`}\n**Migration**: see the other.\n`,
  );
const isDeprecated = (pattern: string) => /\*\*Status\*\*: deprecated/.test(pattern);
const dropPart = (title: string) => (pattern: string) =>
  pattern.replace(new RegExp(`^### ${title}\\n[\\s\\S]*?(?=^### |$(?![\\s\\S]))`, "m"), "");
const later = (label: string, today: string) => (texts: Texts) =>
  Object.keys(texts)
    .filter((file) => file !== INDEX)
    .map((file) => ({ label: `${label}, ${file}`, texts, today, file, line: 1 }));

/** Every operator of the catalogue. */
export const CATALOGUE_OPERATORS: readonly CatalogueOperator[] = [
  { check: "pattern-front-matter", name: "drop-owner", apply: inFrontMatter("no owner", (text) => text.replace(/^owner:.*\n/m, "")) },
  {
    check: "pattern-front-matter",
    name: "misspell-category",
    apply: inFrontMatter("a category that is none", (text) => text.replace(/^category: (\w)/m, "category: x$1")),
  },
  {
    check: "pattern-front-matter",
    name: "wrong-day",
    apply: inFrontMatter("a day that does not exist", (text) => text.replace(/^last_updated:.*/m, "last_updated: 2026-02-30")),
  },
  {
    check: "pattern-front-matter",
    name: "day-to-come",
    apply: inFrontMatter("a day that is still to come", (text) => text.replace(/^last_updated:.*/m, "last_updated: 2031-01-01")),
  },
  {
    check: "pattern-front-matter",
    name: "drop-block",
    apply: inFrontMatter("no front matter", (text) => text.replace(/^---[\s\S]*?---\n/, "")),
    alsoExpected: ["pattern-review-overdue"],
  },
  { check: "pattern-sections", name: "drop-testing", apply: inPattern("no testing", dropPart("Testing")) },
  { check: "pattern-sections", name: "drop-best-practices", apply: inPattern("no best practices", dropPart("Best Practices")) },
  { check: "pattern-sections", name: "drop-anti-patterns", apply: inPattern("no anti-patterns", dropPart("Anti-patterns")) },
  { check: "pattern-sections", name: "drop-pitfalls", apply: inPattern("no pitfalls", dropPart("Pitfalls")) },
  {
    check: "pattern-sections",
    name: "empty-implementation",
    apply: inPattern("nothing under implementation", (text) => text.replace(/^(### Implementation\n)[\s\S]*?(?=^### )/m, "$1\n")),
  },
  { check: "pattern-sections", name: "drop-signals", apply: inPattern("no signals", (text) => text.replace(/^\*\*Signals\*\*:.*\n/m, "")) },
  {
    check: "pattern-sections",
    name: "draw-nothing",
    apply: inPattern("no diagram", (text) => text.replace(/^```mermaid\n[\s\S]*?^```$/m, "See the wiki.")),
  },
  {
    check: "pattern-sections",
    name: "template-words",
    apply: inPattern("the template's words under testing", (text) =>
      text.replace(/^(### Testing\n\n)[\s\S]*?(?=\n### )/m, "$1{How it is shown that it works}\n"),
    ),
  },
  {
    check: "pattern-sections",
    name: "empty-picture",
    apply: inPattern("a picture of nothing", (text) => text.replace(/^(```mermaid\n\w+[^\n]*\n)[\s\S]*?^```$/m, "$1```")),
  },
  {
    check: "pattern-review-overdue",
    name: "half-a-year",
    apply: later("half a year later", "2027-05-20"),
    alsoExpected: ["pattern-archive-due"],
  },
  { check: "pattern-review-overdue", name: "a-quarter-and-two-weeks", apply: later("a quarter and two weeks later", "2027-03-10") },
  {
    check: "pattern-review-overdue",
    name: "forgotten",
    apply: inFrontMatter("an old day", (text) => text.replace(/^last_updated:.*/m, "last_updated: 2025-11-20")),
  },
  {
    check: "pattern-without-replacement",
    name: "no-replacement",
    apply: inPattern("deprecated without a replacement", deprecate("deprecated since 2026-11-01", "")),
    alsoExpected: ["pattern-without-replacement"],
  },
  {
    check: "pattern-without-replacement",
    name: "gone",
    apply: inPattern("a replacement that is gone", deprecate("deprecated since 2026-11-01", "[Telegrams](#telegrams)")),
    alsoExpected: ["pattern-without-replacement"],
  },
  {
    check: "pattern-without-replacement",
    name: "circle",
    apply: inPattern("replaced by itself", (text, title) =>
      deprecate("deprecated since 2026-11-01", `[${title}](#${title.toLowerCase().replace(/ /g, "-")})`)(text),
    ),
    alsoExpected: ["pattern-without-replacement"],
  },
  {
    check: "pattern-without-replacement",
    name: "unexplained",
    apply: inPattern("no migration", (text) => text.replace(/^\*\*Migration\*\*:.*\n/m, ""), isDeprecated),
  },
  {
    check: "pattern-archive-due",
    name: "to-come",
    apply: inPattern("deprecated on a day to come", (text) => text.replace(/since \d{4}-\d{2}-\d{2}/, "since 2031-01-01"), isDeprecated),
  },
  {
    check: "pattern-archive-due",
    name: "seven-months",
    apply: inPattern("deprecated for seven months", (text) => text.replace(/since \d{4}-\d{2}-\d{2}/, "since 2026-04-20"), isDeprecated),
  },
  {
    check: "pattern-archive-due",
    name: "undated",
    apply: inPattern("deprecated without a day", (text) => text.replace(/ since \d{4}-\d{2}-\d{2}/, ""), isDeprecated),
  },
  {
    check: "pattern-archive-due",
    name: "a-day-that-is-none",
    apply: inPattern(
      "deprecated on a day that does not exist",
      (text) => text.replace(/since \d{4}-\d{2}-\d{2}/, "since 2026-13-45"),
      isDeprecated,
    ),
  },
  { check: "pattern-unlisted", name: "drop-row", apply: dropRow, alsoExpected: ["pattern-unlisted"] },
  {
    check: "pattern-unlisted",
    name: "drop-page",
    apply: (texts) => [
      { label: "no page", texts: Object.fromEntries(Object.entries(texts).filter(([file]) => file !== INDEX)), file: INDEX, line: 1 },
    ],
  },
  {
    check: "pattern-unlisted",
    name: "rename-pattern",
    apply: inPattern("another name", (text) => text.replace(/^## (.+)$/m, "## $1 Revisited")),
    alsoExpected: ["pattern-unlisted", "pattern-without-replacement"],
  },
];

/** Takes one pattern off the page that lists them. */
function dropRow(texts: Texts): CatalogueMutant[] {
  return (texts[INDEX] ?? "").split("\n").flatMap((row, index, rows): CatalogueMutant[] => {
    const [, title = "", file = ""] = /^\| \[([^\]]+)\]\(([\w-]+\.md)#/.exec(row) ?? [];
    const at = (texts[file] ?? "").split("\n").indexOf(`## ${title}`);
    return at === -1
      ? []
      : [{ label: `${title} is not listed`, texts: { ...texts, [INDEX]: rows.toSpliced(index, 1).join("\n") }, file, line: at + 1 }];
  });
}
