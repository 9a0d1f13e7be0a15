import type { ItemRole, Lexicon } from "../../context/lexicon/types.ts";
import { plainTitle, titleWords } from "../../text/headings.ts";
import { rolesOf } from "./phrases.ts";

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
