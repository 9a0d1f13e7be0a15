import { askedAndThere } from "../../model/survey/asked.ts";
import type { Model } from "../../model/types.ts";
import type { FactGroup } from "../fact-group.ts";
import { wordsOf } from "./words.ts";

/** Nobody reads more before a design. */
const MOST = 8;
const MOST_TESTS = 4;

/**
 * Names what an author has to read before anything is decided: what a design gets wrong stands in the bodies of the code it joins, and in
 * the tests that hold it, where no survey reports it.
 *
 * @param touched files with the lines of what the PRD's words touch, the closest first
 * @param words of the PRD
 */
export function readFirst(model: Model, touched: readonly { file: string; line: number }[], words: ReadonlyMap<string, number>): FactGroup {
  const { survey } = model;
  const lines = new Map<string, number[]>();
  for (const { file, line } of [...askedAndThere(model).there, ...touched]) {
    const own = lines.get(file) ?? [];
    if (!own.includes(line)) own.push(line);
    lines.set(file, own);
  }
  const files = [...lines].slice(0, MOST);
  const items = files.map(([file, own]) => `${file}, at line ${listed(own)}`);
  const besides = besidesOf(survey?.sources ?? [], [...lines.keys()]);
  const tests = testsOf(survey?.tests ?? [], [...lines.keys()], words);
  return {
    label:
      "files to read first, whole, and who calls them: what they cascade to, swallow and answer to old clients, and what their tests hold",
    from: "the code",
    code: true,
    items: [...items, ...besides.map((file) => `${file}, beside them`), ...tests.map((file) => `${file}, tests`)],
  };
}

const listed = (lines: readonly number[]): string =>
  [...lines]
    .sort((a, b) => a - b)
    .slice(0, 4)
    .join(", ");

/** What bears the name of a file that is touched, such as the service behind a controller; no route and no table is in it. */
function besidesOf(sources: readonly string[], files: readonly string[]): string[] {
  const keyOf = (file: string) => `${wordsOf(baseOf(file)).join(" ")} ${file.slice(file.lastIndexOf("."))}`;
  const keys = new Set(files.filter((file) => wordsOf(baseOf(file)).length > 0).map(keyOf));
  return sources.filter((file) => keys.has(keyOf(file)) && !files.includes(file)).slice(0, MOST_TESTS);
}

/** Tests that bear the name of a file that is touched, or of what the PRD speaks of most. */
function testsOf(tests: readonly string[], files: readonly string[], words: ReadonlyMap<string, number>): string[] {
  const names = new Set(files.flatMap((file) => wordsOf(baseOf(file))));
  const scored = tests.map((file) => {
    const own = wordsOf(baseOf(file).replace(/tests?|specs?/gi, ""));
    const score = own.reduce((sum, word) => sum + (names.has(word) ? 3 : 0) + Math.log2(1 + (words.get(word) ?? 0)), 0);
    return { file, score: own.length === 0 ? 0 : score / own.length };
  });
  return scored
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score || (a.file < b.file ? -1 : 1))
    .slice(0, MOST_TESTS)
    .map(({ file }) => file);
}

const baseOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1).split(".")[0] ?? "";
