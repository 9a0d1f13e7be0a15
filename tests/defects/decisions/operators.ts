/** A spoilt decision log: its texts by file name, and where the check has to report. */
export interface DecisionMutant {
  label: string;
  texts: Readonly<Record<string, string>>;
  today?: string;
  file: string;
  line: number;
}

/** A way in which decision records go wrong. */
export interface DecisionOperator {
  check: string;
  name: string;
  alsoExpected?: readonly string[];
  apply(texts: Texts): DecisionMutant[];
}

type Texts = Readonly<Record<string, string>>;

/** Changes one record, each in turn, wherever the change fits; reported on the first line, or at the title. */
const inRecord =
  (change: (text: string) => string, at: "top" | "title" | ((text: string) => number) = "top") =>
  (texts: Texts): DecisionMutant[] =>
    Object.entries(texts).flatMap(([file, text]) => {
      const changed = change(text);
      const line = at === "top" ? 1 : at === "title" ? lineOf(changed, /^# /) : at(changed);
      return changed === text ? [] : [{ label: file, texts: { ...texts, [file]: changed }, file, line }];
    });

const lineOf = (text: string, words: RegExp) => text.split("\n").findIndex((line) => words.test(line)) + 1;
const status = (now: string) => (text: string) => text.replace(/^status: .*/m, now);
const isSuperseded = (text: string) => /^status: superseded/m.test(text);
const renamed = (rename: (name: string) => string) => (texts: Texts) =>
  Object.entries(texts)
    .filter(([, text]) => !isSuperseded(text) && !/^supersedes/m.test(text))
    .map(([file, text]) => {
      const { [file]: _, ...others } = texts;
      return { label: file, texts: { ...others, [rename(file)]: text }, file: rename(file), line: 1 };
    });
const dropSection = (title: string) => (text: string) =>
  text.replace(new RegExp(`^## ${title}\\n[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, "m"), "");
const SUPERSESSION = ["decision-supersession"];

/** Every operator of the decision records. */
export const DECISION_OPERATORS: readonly DecisionOperator[] = [
  {
    check: "decision-front-matter",
    name: "misspell",
    apply: inRecord((text) => text.replace(/^status: (\w)\w/m, "status: $1")),
    alsoExpected: SUPERSESSION,
  },
  { check: "decision-front-matter", name: "other-word", apply: inRecord(status("status: decided")), alsoExpected: SUPERSESSION },
  { check: "decision-front-matter", name: "no-status", apply: inRecord(status(""), "title"), alsoExpected: SUPERSESSION },
  { check: "decision-front-matter", name: "no-day", apply: inRecord((text) => text.replace(/^date: .*/m, "date: 2026-02-30")) },
  {
    check: "decision-front-matter",
    name: "read-before",
    apply: (texts) => inRecord((text) => text.replace(/^date: .*/m, "date: 2026-12-01"))(texts),
  },
  { check: "decision-number", name: "no-number", apply: renamed((name) => name.replace(/^\d+-/, "")) },
  {
    check: "decision-number",
    name: "copy",
    apply: (texts) =>
      Object.entries(texts).map(([file, text]) => ({
        label: file,
        texts: { ...texts, [file.replace(/^\d+-/, "$&zz-")]: text },
        file: file.replace(/^\d+-/, "$&zz-"),
        line: 1,
      })),
    alsoExpected: SUPERSESSION,
  },
  {
    check: "decision-number",
    name: "number-of-another",
    apply: (texts) => renamed((name) => name.replace(/^\d+-/, "0002-z-"))(texts).filter(({ file }) => !(file in texts)),
  },
  { check: "decision-sections", name: "no-options", apply: inRecord(dropSection("Considered Options"), "title") },
  { check: "decision-sections", name: "no-problem", apply: inRecord(dropSection("Context and Problem Statement"), "title") },
  {
    check: "decision-sections",
    name: "unwritten-outcome",
    apply: inRecord((text) => text.replace(/^(## Decision Outcome\n\n)[\s\S]*?(?=^## |$(?![\s\S]))/m, "$1{Chosen option}\n\n"), "title"),
  },
  { check: "decision-supersession", name: "unnamed", apply: inRecord((text) => text.replace(/^(status: superseded).*/m, "$1"), "title") },
  { check: "decision-supersession", name: "gone", apply: inRecord((text) => text.replace(/ADR-0002$/m, "ADR-0009"), "title") },
  {
    check: "decision-supersession",
    name: "not-answered",
    apply: inRecord((text) => text.replace(/^supersedes: .*\n/m, "").replace(/^Supersedes /m, "See "), "title"),
  },
  {
    check: "decision-supersession",
    name: "in-force-again",
    apply: inRecord((text) => text.replace(/^status: superseded.*/m, "status: accepted"), "title"),
  },
  {
    check: "decision-link",
    name: "moved-file",
    apply: inRecord(
      (text) => text.replace(/\]\((\d{4}-)/, "](old/$1"),
      (text) => lineOf(text, /\(old\//),
    ),
  },
  {
    check: "decision-link",
    name: "new-link",
    apply: inRecord(
      (text) => `${text}\nSee [the measurement](../measurements/queue.md).\n`,
      (text) => lineOf(text, /measurements/),
    ),
  },
  {
    check: "decision-link",
    name: "out-of-the-repository",
    apply: inRecord(
      (text) => `${text}\nSee [the other repository](../../../other/README.md).\n`,
      (text) => lineOf(text, /other\/README/),
    ),
  },
];
