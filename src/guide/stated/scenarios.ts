import { wholeOf } from "./said.ts";
import type { Said, StatedStep } from "./types.ts";

const WORDS = /(?<![\w`"])(GIVEN|WHEN|THEN|AND|BUT|Given|When|Then|And|But)\s(?=\S)/g;
/** What comes back to who has called; anything else that is true afterwards is a note. */
const ANSWERS =
  /\b(?:displa\w{1,4}|prints?|shows?|shown|returns?|returned|outputs?|errors?|messages?|exits?|responds?|response|answers?|warn\w{0,4}|status (?:code )?\d|\d{3}\b|receiv\w{1,4}|sees?|prompts?|list(?:s|ed)?)\b/i;
/** Somebody does something; "X exists" is a state. */
const ACTS =
  /^(?:the |an? )?(?:user|i|client|caller|system|admin\w{0,10}|developer|agent|operator|member|customer|command)\b|\b(?:runs?|execut\w{1,4}|calls?|sends?|invok\w{1,4}|chooses?|submits?|requests?|creates?|clicks?|opens?)\b/i;

/**
 * @param main who acts where a scenario says "user" or "I"
 * @param branched whether the scenario is one branch of several
 * @returns the steps of a Given, When and Then: the call, what comes back, and notes of what is true then
 */
export function scenarioSteps(one: Said, main: string, system: string, branched: boolean): StatedStep[] {
  const clauses = clausesOf(wholeOf(one));
  const given = clauses.filter(({ word }) => word === "given").map((one) => one.text);
  const called = clauses.filter(({ word }) => word === "when");
  const [first, ...others] = called;
  if (!first) return [];
  const condition = [...given, ...others.map((one) => one.text)].join(", ") || one.label;
  const call: StatedStep = ACTS.test(first.text) ? { from: main, to: system, text: first.text } : { text: first.text };
  const after = clauses
    .filter(({ word }) => word === "then")
    .map((one): StatedStep => (ANSWERS.test(one.text) ? { from: system, to: main, text: one.text } : { text: one.text }));
  const when = branched || given.length + others.length > 0 ? condition : undefined;
  return [{ ...call, ...(when !== undefined && { when }) }, ...after];
}

function clausesOf(text: string): { word: "given" | "when" | "then"; text: string }[] {
  const marks = [...text.matchAll(WORDS)];
  let now: "given" | "when" | "then" | undefined;
  return marks.flatMap(({ 0: whole, 1: word = "", index }, at) => {
    const lower = word.toLowerCase();
    if (lower === "given" || lower === "when" || lower === "then") now = lower;
    const said = text
      .slice(index + whole.length, marks[at + 1]?.index ?? text.length)
      .replace(/[\s,.;]{1,5}$/, "")
      .trim();
    return now === undefined || said === "" ? [] : [{ word: now, text: said }];
  });
}
