import { marksOf } from "./marks.ts";

/** What a person has written beside the code: a comment, or the name of a test. */
export interface Remark {
  line: number;
  text: string;
}

/** What names a test: a call, a note, a word of Gherkin. */
const NAMES_TEST =
  /(?:\b(?:it|test|describe|context|specify|scenario|feature|example|suite|Run|DisplayName|Fact|Theory|Trait|Tag|mark)\b[\w.]{0,40}\s{0,3}(?:\(|$)|^\s{0,40}(?:@\w|\[\w|#\[))/;
const TEST_FUNCTION =
  /\b(?:def|func|fn|fun|function|void|public|async|Task)\s{1,3}(\w{0,120}(?:[Tt]est|[Ss]hould|[Ss]pec)\w{0,120})\s{0,3}\(/;
/** `test_fr_3_refund`, `TestFR3Refund`: a name has no dashes. */
const ID_IN_NAME = /(?:^|_|(?<=[a-z]))([A-Z]{2,8}|[a-z]{2,8})_?(\d{1,4})(?=_|$|[A-Z])/g;

/**
 * @param path the name says which language it is
 * @param isTest the file holds tests: what they are called counts as well
 * @returns the lines of comments and the names of tests, in order; what stands in other texts of the code is none of them
 */
export function remarksIn(path: string, text: string, isTest: boolean): Remark[] {
  const marks = marksOf(path);
  if (!marks) return [];
  const found: Remark[] = [];
  let block: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.length > 2_000) continue;
    const parts: string[] = [];
    let code = "";
    let at = 0;
    while (at < line.length) {
      if (block !== undefined) {
        const end = line.indexOf(block, at);
        parts.push(line.slice(at, end === -1 ? undefined : end));
        at = end === -1 ? line.length : end + block.length;
        if (end !== -1) block = undefined;
        continue;
      }
      const open = marks.blocks.find(([start]) => line.startsWith(start, at));
      if (open) {
        block = open[1];
        at += open[0].length;
      } else if (marks.lines.some((mark) => line.startsWith(mark, at))) {
        parts.push(line.slice(at));
        at = line.length;
      } else if (marks.quotes.includes(line[at] ?? "")) {
        const end = endOfString(line, at);
        if (isTest && NAMES_TEST.test(code)) parts.push(line.slice(at + 1, end));
        code += " ";
        at = end + 1;
      } else code += line[at++];
    }
    const name = isTest ? TEST_FUNCTION.exec(code)?.[1] : undefined;
    if (name)
      parts.push(Array.from(name.matchAll(ID_IN_NAME), ([, prefix = "", number]) => `${prefix.toUpperCase()}-${number}`).join(", "));
    if (marks.whole && block === undefined) parts.push(line);
    const said = parts.join(" ").trim();
    if (said !== "") found.push({ line: index + 1, text: said });
  }
  return found;
}

/** A text ends on its line; a quote without its like is an apostrophe, and ends at once. */
function endOfString(line: string, start: number): number {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === quote) return at;
  }
  return start;
}
