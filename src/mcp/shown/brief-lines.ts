import { groupBy, type WordedFinding } from "../../core.ts";
import { asData } from "./data.ts";
import { clip } from "./shorten.ts";
import { quoteWords } from "./show.ts";

/** From so many findings of one cause in a document on, the first one stands for all. */
const GROUPED = 3;
/** More of them than these are counted. */
const MOST_NAMED = 20;
const LONGEST_TEXT = 260;
const LONGEST_ADVICE = 200;

/** @returns findings that say the same of one document, but for what they name, together: they have one cause */
export function alike(findings: readonly WordedFinding[]): WordedFinding[][] {
  const groups = groupBy(findings, ({ check, message, place, advice, arguments: values }) => {
    const words = Object.values(values).reduce<string>(
      (text, value) => (value === undefined ? text : text.replaceAll(String(value), "")),
      advice,
    );
    return `${check} ${message} ${place.file} ${words.replace(/"[^"]*"|`[^`]*`/g, "")}`;
  });
  return [...groups.values()].flatMap((group) => (group.length < GROUPED ? group.map((each) => [each]) : [group]));
}

/** @returns one line for a finding, or for several that are alike; files of the feature by their names */
export function lineOf([first, ...more]: readonly WordedFinding[]): string {
  if (!first) return "";
  const { check, severity, text, advice, arguments: values } = first;
  const words = (said: string, most: number) => quoteWords(clip(asData(said), most), values);
  const others = more.slice(0, MOST_NAMED).map((each) => `${each.place.line}${nameOf(each, first)}`);
  const rest = more.length > MOST_NAMED ? ` and ${more.length - MOST_NAMED} further ones` : "";
  const same = more.length === 0 ? "" : ` ${more.length} more of this kind: line ${asData(others.join(", "))}${rest}.`;
  return `- ${placeOf(first)} ${severity} ${check}: ${words(text, LONGEST_TEXT)} ${words(advice, LONGEST_ADVICE)}${same}`;
}

/** @returns where a finding is, by the name of the file. */
export function placeOf({ place: { file, line } }: WordedFinding): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
}

/** What a finding names that its neighbour names otherwise: an id or a name. */
function nameOf({ arguments: own }: WordedFinding, { arguments: first }: WordedFinding): string {
  const [name] = Object.entries(own).flatMap(([key, value]) =>
    key !== "kind" && value !== first[key] && isName(value) ? [String(value)] : [],
  );
  return name === undefined ? "" : ` (${name})`;
}

function isName(value: unknown): boolean {
  return typeof value === "string" && /^\S{1,40}(?: \S{1,20}){0,3}$/.test(value);
}

/** @returns counts by check, the most frequent first */
export function countByCheck(findings: readonly WordedFinding[]): string {
  const counts = [...groupBy(findings, ({ check }) => check)].map(([check, { length }]) => ({ check, length }));
  return counts
    .sort((a, b) => b.length - a.length)
    .map(({ check, length }) => `${check} ${length}`)
    .join(", ");
}
