import { singular } from "../../text/names.ts";
import { stem } from "../../text/words.ts";
import { wholeOf } from "./said.ts";
import type { Said } from "./types.ts";

const SEES = "see|list|view|browse|find|search|show";
const MAKES = "create|add|submit|place|make|open|register|post|record|raise";
const WHOSE = "all |the |my |their |own |which |what ";

/**
 * Tells whether a statement is about what an endpoint does, by the last part of its path: `/loans/{id}/return` is what somebody
 * does who may return a loan, or when one is returned; `GET /loans` is what somebody sees who may see all loans, and
 * `POST /loans` what somebody does who records one.
 */
export function tellsOf(one: Said, endpoint: string): boolean {
  if (one.kind === "non-functional") return false;
  const [method = "", path = ""] = endpoint.split(" ");
  const parts = path.split("/").filter(Boolean).toReversed();
  // `/unsubscribe/{token}`: what is done stands before what it is done with.
  const [last = "", before = ""] = method === "POST" && /^[{:<]/.test(parts[0] ?? "") ? [parts[1], parts[0]] : parts;
  if (!/^[a-z][a-z-]{2,30}$/.test(last)) return false;
  // What stands in the plural is a thing, and nothing that is done.
  const isThing = /[^s]s$/.test(last);
  const words = last.replaceAll("-", "[ -]");
  const text = wholeOf(one).replace(/`[^`]{1,200}`/g, " ");
  if (method === "GET") return new RegExp(`\\b(?:${SEES})s? (?:${WHOSE})?(?:${words}|${singular(words)})s?\\b`, "i").test(text);
  if (method === "POST" && isThing)
    return new RegExp(`\\b(?:${MAKES})s? (?:an? |one |the |new |their |own ){0,2}${singular(words)}\\b`, "i").test(text);
  return method === "POST" && /^[{:<]/.test(before) && isDone(text, last.split("-"), one.kind === "story");
}

/** Its words in a row, in their base form, or as something upon which more is done. */
function isDone(text: string, words: readonly string[], anyForm: boolean): boolean {
  const stems = words.map(stem);
  const said = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return said.some((word, at) => {
    if (!stems.every((each, index) => stem(said[at + index] ?? "") === each)) return false;
    const isBase = word === words[0];
    const before = said.slice(Math.max(0, at - 6), at);
    const isUpon = /^(?:is|are|gets?)$/.test(before.at(-1) ?? "") && before.some((each) => /^(?:when|once|if|after|moment)$/.test(each));
    return isBase || anyForm || isUpon;
  });
}
