import type { ColumnRole, HeadingRole, ItemRole, Lexicon } from "../../context/lexicon/types.ts";
import { isUnspaced, plainTitle, titleWords } from "../../text/headings.ts";

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
}

const STATES: ReadonlySet<HeadingRole> = new Set<HeadingRole>([
  "functional",
  "requirement",
  "non-functional",
  "story",
  "criterion",
  "scope",
  "context",
]);
const SETS_ASIDE: ReadonlySet<HeadingRole> = new Set<HeadingRole>(["exclusion", "aside", "context", "files", "priority", "question"]);
const LONGEST_PHRASE = 7;
const LONGEST_TITLE = 14;
const LONGEST_RUN = 14;
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

/** What stands in parentheses says it only where the rest says nothing: "Security (expert review)". */
function findRole(lexicon: Lexicon, title: string): TitleMatch | undefined {
  const plain = plainTitle(title);
  const bare = plain.replace(/[(（【[][^()（）【】[\]]{0,120}[)）】\]]/gu, " ").trim();
  return matchWords(lexicon, titleWords(bare)) ?? matchWords(lexicon, titleWords(plain));
}

function matchWords(lexicon: Lexicon, words: readonly string[]): TitleMatch | undefined {
  if (words.length === 0 || words.length > LONGEST_TITLE) return undefined;
  const whole = rolesOf(lexicon, words.join(" "));
  if (whole) return matchOf(whole, words.join(" "), true);
  const found = phrasesIn(lexicon, words);
  const best = found.reduce<(typeof found)[number] | undefined>(
    (longest, each) => (longest && longest.phrase.length > each.phrase.length ? longest : each),
    undefined,
  );
  if (!best) return undefined;
  const match = matchOf(best.roles, best.phrase, false);
  // "Goals and non-goals" is neither.
  const apart = found.some(({ from, to, roles }) => (to <= best.from || from >= best.to) && roles.some((role) => STATES.has(role)));
  if (match.role === "exclusion" && apart) return undefined;
  if (match.weak && SETS_ASIDE.has(match.role) && !heads(lexicon, best, words)) return undefined;
  // One word in a long title is about something else.
  return words.length > 5 && !best.phrase.includes(" ") && best.phrase.length < 12 ? undefined : match;
}

/** "Background of the project" and "Primary users" are about the word; "What users asked for" is not. */
function heads({ languages }: Lexicon, { from, to }: { from: number; to: number }, words: readonly string[]): boolean {
  if (words.length <= 2 || (to === words.length && words.length <= 4)) return true;
  const next = words[to] ?? "";
  return from === 0 && languages.some(({ words: { common } }) => common?.includes(next));
}

function phrasesIn(lexicon: Lexicon, words: readonly string[]) {
  const found: { phrase: string; roles: readonly HeadingRole[]; from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST_PHRASE); to > from; to--) {
      const phrase = words.slice(from, to).join(" ");
      const roles = rolesOf(lexicon, phrase);
      if (roles) found.push({ phrase, roles, from, to });
    }
    const word = words[from] ?? "";
    if (isUnspaced(word)) found.push(...runsIn(lexicon, word).map((run) => ({ ...run, from, to: from + 1 })));
  }
  return found;
}

/** Scripts without spaces: every run of letters may be a phrase. */
function runsIn(lexicon: Lexicon, word: string) {
  const found: { phrase: string; roles: readonly HeadingRole[] }[] = [];
  for (let from = 0; from < word.length; from++)
    for (let to = Math.min(word.length, from + LONGEST_RUN); to > from + 1; to--) {
      const phrase = word.slice(from, to);
      const roles = rolesOf(lexicon, phrase);
      if (roles) found.push({ phrase, roles });
    }
  return found;
}

function rolesOf({ headings }: Lexicon, phrase: string): readonly HeadingRole[] | undefined {
  return Object.hasOwn(headings, phrase) ? headings[phrase] : undefined;
}

function matchOf(roles: readonly HeadingRole[], phrase: string, exact: boolean): TitleMatch {
  const weak = !exact && !phrase.includes(" ") && (!isUnspaced(phrase) || phrase.length < 3);
  return { role: roles.find((role) => role !== "detail") ?? "detail", detail: roles.includes("detail"), exact, weak, phrase };
}

/** A title that names one thing, with its number or its name: `Requirement 3: Orders`, `Scenario: Full house`. */
export interface ItemTitle {
  role: ItemRole;
  /** The word as it is written. */
  word: string;
  number?: string;
  /** What follows. */
  rest: string;
  /** The word is the one for requirements themselves, not one for what groups them (feature, use case). */
  itself: boolean;
}

const NUMBERED =
  /^(\D{1,40}?)\s{0,3}[#№]?\s?(\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?)(?![\p{L}\p{N}])\s{0,3}[)\]]?\s{0,3}[:：.)—–-]{0,2}\s{0,3}(.{0,400})$/su;
const NAMED = /^([^:：]{1,40})[:：]\s{0,3}(\S.{0,400})$/su;

/** @returns what a title names, where it names one thing. */
export function itemTitle(lexicon: Lexicon, title: string): ItemTitle | undefined {
  const plain = plainTitle(title);
  const numbered = NUMBERED.exec(plain);
  const named = numbered ?? NAMED.exec(plain);
  if (!named) return undefined;
  const word = (named[1] ?? "").trim();
  const key = titleWords(word).join(" ");
  if (!Object.hasOwn(lexicon.items, key)) return undefined;
  const role = lexicon.items[key] as ItemRole;
  const itself =
    role !== "requirement" ||
    (rolesOf(lexicon, key)?.some((each) => each === "requirement" || each === "non-functional") ?? false) ||
    key.includes(" ");
  return { role, word, ...(numbered && { number: numbered[2] }), rest: (numbered ? numbered[3] : named[2])?.trim() ?? "", itself };
}

/** @returns what the cells of a column hold, by its title. */
export function columnRole(lexicon: Lexicon, title: string): ColumnRole | undefined {
  const key = titleWords(plainTitle(title)).join(" ");
  return Object.hasOwn(lexicon.columns, key) ? lexicon.columns[key] : /^[#№]$/.test(title.trim()) ? "id" : undefined;
}
