import type { HeadingRole, Lexicon } from "../../context/lexicon/types.ts";
import { isUnspaced } from "../../text/headings.ts";

const LONGEST_PHRASE = 7;
const LONGEST_RUN = 14;

/** Roles of what is to be built. */
export const STATING: ReadonlySet<HeadingRole> = new Set<HeadingRole>([
  "functional",
  "requirement",
  "non-functional",
  "story",
  "criterion",
  "scope",
]);
/** A phrase of the lexicon in a title, by the letters between which it stands. */
export interface Found {
  phrase: string;
  roles: readonly HeadingRole[];
  at: number;
  end: number;
  /** The words that it takes. */
  from: number;
  to: number;
}

/** @returns the longest of the phrases in a title. */
export function longestOf(found: readonly Found[]): Found | undefined {
  return found.reduce<Found | undefined>(
    (longest, each) => (longest && longest.phrase.length > each.phrase.length ? longest : each),
    undefined,
  );
}

/** "Excluded features" and "Requirements not covered" hold what is not to be built: the one phrase stands beside the other and tells of it. */
export function excludingIn(found: readonly Found[]): Found | undefined {
  const built = found.filter(({ roles }) => roles.some((role) => STATING.has(role) && role !== "scope"));
  return found.find(({ roles, phrase, at, end }) => {
    if (!roles.includes("exclusion")) return false;
    const strong = phrase.includes(" ") || isUnspaced(phrase);
    // "Sign out requirements" are none of these.
    const before = (strong || at === 0) && built.some((other) => other.at >= end && other.at <= end + 1);
    return before || ((strong || phrase.length > 5) && built.some((other) => other.end === at - 1));
  });
}

/** Where words are not parted, the last one is what the others tell of: what ends in "requirements" holds some, whatever they are for. */
export function askingIn(found: readonly Found[], title: string): Found | undefined {
  return found.find(({ phrase, roles, end }) => isUnspaced(phrase) && end === title.length && roles.includes("requirement"));
}

/** "Target users and use cases" holds both: its subsections tell them apart. */
export function joinedWith(lexicon: Lexicon, best: Found, found: readonly Found[], title: string): Found | undefined {
  const states = ({ roles }: Found) => roles.some((role) => STATING.has(role) || role === "security");
  return found.find((other) => {
    if (states(other) === states(best) || !(other.roles.includes("context") || best.roles.includes("context"))) return false;
    const [first, second] = other.at < best.at ? [other, best] : [best, other];
    return (
      first.end <= second.at &&
      isJoint(lexicon, title.slice(first.end, second.at).trim(), isUnspaced(second.phrase) && second.from >= first.to)
    );
  });
}

/** Words of scripts without spaces that stand apart were joined by a mark of punctuation. */
function isJoint({ languages }: Lexicon, between: string, apart: boolean): boolean {
  if (between === "") return apart;
  return languages.some(({ words }) => words.joint?.includes(between));
}

const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|\d)$/u;

/** "Background of the project" and "Primary users" are about the word; "What users asked for" is not. */
export function heads({ languages }: Lexicon, { from, to, phrase, roles }: Found, words: readonly string[]): boolean {
  const word = words[from] ?? "";
  // Where words are not parted, the last one is what the others tell of.
  if (isUnspaced(word)) return word === phrase || word.endsWith(phrase);
  // In Russian what a word tells of stands in front of it, and only adjectives do so too: "Structure of the application".
  if (/^\p{Script=Cyrillic}/u.test(word)) {
    if (!words.slice(0, from).every((before) => ADJECTIVE.test(before))) return false;
    // "Agreement on keys" is no approval of the document.
    if (roles.includes("aside") && to < words.length) return false;
  }
  if (words.length <= 2 || (to === words.length && words.length <= 4)) return true;
  const next = words[to] ?? "";
  return from === 0 && languages.some(({ words: { common } }) => common?.includes(next));
}

/** @returns every phrase of the lexicon in a title. */
export function phrasesIn(lexicon: Lexicon, words: readonly string[]): Found[] {
  const found: Found[] = [];
  let at = 0;
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST_PHRASE); to > from; to--) {
      const phrase = words.slice(from, to).join(" ");
      const roles = rolesOf(lexicon, phrase);
      if (roles) found.push({ phrase, roles, at, end: at + phrase.length, from, to });
    }
    const word = words[from] ?? "";
    if (isUnspaced(word))
      found.push(
        ...runsIn(lexicon, word).map((run) => ({ ...run, at: at + run.at, end: at + run.at + run.phrase.length, from, to: from + 1 })),
      );
    at += word.length + 1;
  }
  return found;
}

/** Scripts without spaces: every run of letters may be a phrase. */
function runsIn(lexicon: Lexicon, word: string) {
  const found: { phrase: string; roles: readonly HeadingRole[]; at: number }[] = [];
  for (let from = 0; from < word.length; from++)
    for (let to = Math.min(word.length, from + LONGEST_RUN); to > from + 1; to--) {
      const phrase = word.slice(from, to);
      const roles = rolesOf(lexicon, phrase);
      if (roles) found.push({ phrase, roles, at: from });
    }
  return found;
}

/** @returns what the lexicon says of a phrase. */
export function rolesOf({ headings }: Lexicon, phrase: string): readonly HeadingRole[] | undefined {
  return Object.hasOwn(headings, phrase) ? headings[phrase] : undefined;
}
