import { isOfTheSame, peopleIn, personIn } from "./people.ts";
import { wholeOf } from "./said.ts";
import type { Said, StatedStep } from "./types.ts";

const WORDS = /(?<![\w`"])(GIVEN|WHEN|THEN|AND|BUT|Given|When|Then|And|But)\s(?=\S)/g;
/** What comes back to who has called; anything else that is true afterwards is a note. */
const ANSWERS =
  /\b(?:displa\w{1,4}|prints?|shows?|shown|returns?|returned|outputs?|errors?|messages?|exits?|responds?|response|answers?|warn\w{0,4}|status (?:code )?\d|\d{3}\b|receiv\w{1,4}|sees?|prompts?|list(?:s|ed)?)\b/i;
/** Somebody else may be told than who has called. */
const TOLD = /\b(?:notified|told|reminded|alerted|informed|e-?mailed)\b/i;
/** Somebody does something; "X exists" is a state. */
const ACTS =
  /^(?:the |an? )?(?:user|i|client|caller|system|admin\w{0,10}|developer|agent|operator|member|customer|command)\b|\b(?:runs?|execut\w{1,4}|calls?|sends?|invok\w{1,4}|chooses?|submits?|requests?|creates?|clicks?|opens?)\b/i;

/**
 * @param main who acts where a scenario says "user" or "I"
 * @param branched whether the scenario is one branch of several
 * @returns the steps of a Given, When and Then: the call, what comes back, and notes of what is true then; who acts is whom the
 *   scenario names
 */
export function scenarioSteps(one: Said, main: string, system: string, branched: boolean): StatedStep[] {
  const clauses = clausesOf(wholeOf(one));
  const given = clauses.filter(({ word }) => word === "given").map((one) => one.text);
  const called = clauses.filter(({ word }) => word === "when");
  const [first, ...others] = called;
  if (!first) return [];
  const condition = [...given, ...others.map((one) => one.text)].join(", ") || one.label;
  const actor = personIn(first.text) ?? given.flatMap((text) => personIn(text) ?? [])[0] ?? main;
  const isDone = isOfTheSame(first.text) || personIn(first.text) !== undefined || ACTS.test(first.text);
  const { source } = one;
  const call: StatedStep = isDone ? { from: actor, to: system, text: first.text, source } : { text: first.text, source };
  const after = clauses
    .filter(({ word }) => word === "then")
    .map(({ text: told }): StatedStep => {
      const text = told.replace(/^(?:the )?(?:system|application|app|platform|service) (?:shall|must|should|will) (?=\S)/i, "");
      const to = TOLD.test(text) ? (peopleIn(text).at(-1) ?? actor) : actor;
      return isOfTheSame(text) || personIn(text) === actor || ANSWERS.test(text) || TOLD.test(text)
        ? { from: system, to, text, source }
        : { text, source };
    });
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
