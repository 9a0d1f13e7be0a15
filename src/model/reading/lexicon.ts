import type { ColumnRole, HeadingRole, Lexicon } from "../../context/lexicon/types.ts";
import { isUnspaced, plainTitle, titleWords } from "../../text/headings.ts";
import { askingIn, excludingIn, heads, joinedWith, longestOf, phrasesIn, rolesOf, STATING } from "./phrases.ts";

/** How a heading or label was recognised. */
export interface TitleMatch {
  role: HeadingRole;
  /** Below a statement it holds what belongs to that statement. */
  detail: boolean;
  /** The whole title is the phrase; otherwise the phrase stands in it. */
  exact: boolean;
  /** One word of several: it may be about something else. */
  weak: boolean;
  phrase: string;
  /** What is set aside under this name elsewhere is a feature below requirements: "History", "Approval". */
  domain?: boolean;
  /** It names both what is to be built and what is not. */
  mixed?: boolean;
}

const STATES: ReadonlySet<HeadingRole> = new Set<HeadingRole>([...STATING, "context"]);
const SETS_ASIDE: ReadonlySet<HeadingRole> = new Set<HeadingRole>([
  "exclusion",
  "aside",
  "context",
  "files",
  "priority",
  "question",
  "stack",
  "convention",
]);
const LONGEST_TITLE = 14;
const MOST_TITLES = 4000;
const known = new WeakMap<Lexicon, Map<string, TitleMatch | undefined>>();

/** @returns what a title says of what stands below it, by the longest phrase of the lexicon in it. */
export function titleRole(lexicon: Lexicon, title: string): TitleMatch | undefined {
  if (title.length > 160) return undefined;
  const titles = known.get(lexicon) ?? new Map<string, TitleMatch | undefined>();
  known.set(lexicon, titles);
  if (titles.has(title)) return titles.get(title);
  if (titles.size >= MOST_TITLES) titles.clear();
  const match = findRole(lexicon, title);
  titles.set(title, match);
  return match;
}

const REMARK = /[(（【[]([^()（）【】[\]]{0,120})[)）】\]]/gu;

const QUOTED = /«[^«»]{1,80}»|“[^“”]{1,80}”|„[^„“”]{1,80}[“”]|「[^「」]{1,80}」|『[^『』]{1,80}』|"[^"]{1,80}"/gu;

/** A remark in parentheses says it where it sets aside, and where the rest says nothing: "Security (expert review)", "Alerts (future)". */
function findRole(lexicon: Lexicon, title: string): TitleMatch | undefined {
  const plain = unquoted(plainTitle(title));
  // "(care_plan)" is a name in code.
  const remarks = Array.from(plain.matchAll(REMARK), ([, inside = ""]) =>
    inside.includes("_") ? undefined : matchWords(lexicon, titleWords(inside)),
  );
  const aside = remarks.find((match) => match?.role === "exclusion" && !match.weak);
  if (aside) return { ...aside, exact: true };
  const bare = matchWords(lexicon, titleWords(plain.replace(REMARK, " ").trim()));
  return (
    bare ??
    remarks.find((match) => match?.exact && match.role !== "priority") ??
    (remarks.length === 0 ? undefined : matchWords(lexicon, titleWords(plain)))
  );
}

/** "The «Tasks» section" is about what bears that name. */
function unquoted(title: string): string {
  const rest = title.replace(QUOTED, " ").trim();
  return /\p{L}/u.test(rest) ? rest : title;
}

function matchWords(lexicon: Lexicon, words: readonly string[]): TitleMatch | undefined {
  if (words.length === 0 || words.length > LONGEST_TITLE) return undefined;
  const title = words.join(" ");
  const whole = rolesOf(lexicon, title);
  if (whole) return matchOf(whole, title, true);
  const found = phrasesIn(lexicon, words);
  const excluding = excludingIn(found);
  if (excluding) return { ...matchOf(excluding.roles, excluding.phrase, false), role: "exclusion", weak: false };
  const best = askingIn(found, title) ?? longestOf(found);
  if (!best) return undefined;
  const match = matchOf(best.roles, best.phrase, false);
  // "Goals and non-goals" is neither.
  const apart = found.some(({ at, end, roles }) => (end <= best.at || at >= best.end) && roles.some((role) => STATES.has(role)));
  if (match.role === "exclusion" && apart) return undefined;
  const other = joinedWith(lexicon, best, found, title);
  if (other) return { ...matchOf((STATING.has(match.role) ? best : other).roles, best.phrase, false), weak: false, mixed: true };
  if (match.weak && SETS_ASIDE.has(match.role) && !heads(lexicon, best, words)) return undefined;
  // One word in a long title is about something else.
  return words.length > 5 && !best.phrase.includes(" ") && best.phrase.length < 12 ? undefined : match;
}

function matchOf(roles: readonly HeadingRole[], phrase: string, exact: boolean): TitleMatch {
  const weak = !exact && !phrase.includes(" ") && (!isUnspaced(phrase) || phrase.length < 3);
  const domain = roles.includes("aside") && roles.includes("functional");
  const role = domain ? "aside" : (roles.find((each) => each !== "detail") ?? "detail");
  return { role, detail: roles.includes("detail"), exact, weak, phrase, ...(domain && { domain }) };
}

/** @returns what the cells of a column hold, by its title. */
export function columnRole(lexicon: Lexicon, title: string): ColumnRole | undefined {
  const key = titleWords(plainTitle(title)).join(" ");
  return Object.hasOwn(lexicon.columns, key) ? lexicon.columns[key] : /^[#№]$/.test(title.trim()) ? "id" : undefined;
}
