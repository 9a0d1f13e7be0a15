import { isOfTheSame, peopleIn, personIn } from "./people.ts";
import { speaksOf } from "./systems.ts";
import type { Source, StatedStep } from "./types.ts";

/** Who can send and receive in a flow. */
export interface Parties {
  /** The part of the application that takes the calls. */
  main: string;
  /** Systems that the feature talks to. */
  systems: readonly string[];
  /** Parts of the application that the inputs name. */
  parts: readonly string[];
  /** People, by the names that the inputs give them. */
  people: readonly string[];
}

const SYSTEM = /^(?:the )?(?:system|service|application|app|api|server|backend|platform|tool|program|command|website|site|it)\b/i;
/** The verb, and what it is done with: what comes back to who has called. */
const ANSWERS =
  /\b(?:displa\w{1,4}|prints?|shows?|shown|returns?|returned|outputs?|exits?|responds?|answers?|warn(?:s|ed)?|receiv\w{1,4}|sees?|prompts?|prompted|lists?|listed|presents?|redirect\w{0,3}|informs?|informed|notif\w{1,4}|error message)\b|\bstatus (?:code )?\d|\b[1-5]\d\d\b/i;
const TOLD = /\b(?:told|notif\w{1,4}|reminded|e-?mail\w{0,3}|alert\w{0,3}|informed|sent|sends?|messages?)\b/i;
/** What begins a step under a condition, again and again, or in the other case. */
const CONDITION = /^(?:if|in case|unless|where)\s([^,:]{3,140})(?:,|:)\s(?:then\s)?(.{3,600})$/is;
const OTHERWISE = /^(?:otherwise|else|if not)\b[,:]?\s(.{3,600})$/is;
const LOOP = /^((?:for (?:each|every|all)|repeat\w{0,4}|while|until|as long as|every)\s[^,:]{3,140})(?:,|:)\s(.{3,600})$/is;

/** @returns one step of a flow: whom its subject is, and whom its object; a step that nobody can be said to do is a note with its text */
export function placeStep(text: string, parties: Parties, source: Source, caller?: string): StatedStep {
  const [, condition, then = ""] = CONDITION.exec(text) ?? [];
  if (condition !== undefined) return { ...arrowOf(then, parties, source, caller), when: condition, ends: true };
  const [, other] = OTHERWISE.exec(text) ?? [];
  if (other !== undefined) return { ...arrowOf(other, parties, source, caller), when: "otherwise", otherwise: true, ends: true };
  const [, again, each = ""] = LOOP.exec(text) ?? [];
  if (again !== undefined) return { ...arrowOf(each, parties, source, caller), loop: again };
  return arrowOf(text, parties, source, caller);
}

function arrowOf(text: string, { main, systems, parts, people }: Parties, source: Source, caller: string | undefined): StatedStep {
  const clause = text
    .replace(/^(?:then|and|next|finally|after that|first)[,\s]\s?/i, "")
    .replace(/^(?:the|an?|each|every)\s(?=\p{Lu})/u, "");
  const begins = (name: string) => clause.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(clause.slice(name.length));
  const actor = people.find(begins) ?? personIn(clause) ?? (isOfTheSame(clause) ? caller : undefined);
  const sending = systems.find(begins) ?? parts.find(begins);
  const rest = clause.slice((sending ?? "").length);
  const objects = [...systems, ...parts].filter((name) => name !== sending && speaksOf(rest, name));
  if (actor !== undefined && sending === undefined) {
    // What somebody sees is shown to them.
    if (caller !== undefined && RECEIVES.test(clause)) return { from: main, to: actor, text, source };
    return { from: actor, to: objects.find((name) => parts.includes(name)) ?? main, text, source };
  }
  if (sending !== undefined) {
    const to = objects[0] ?? (sending === main ? caller : main);
    // What a part does by itself is no message.
    return to === undefined ? { text, source } : { from: sending, to, text, source };
  }
  if (!SYSTEM.test(clause))
    return ANSWERS.test(clause) && caller !== undefined ? { from: main, to: caller, text, source } : { text, source };
  const told = [...people.filter((name) => speaksOf(clause, name)), ...(TOLD.test(clause) ? peopleIn(clause) : [])];
  const to = objects[0] ?? told[0] ?? (ANSWERS.test(clause) ? caller : undefined);
  return to === undefined || to === main ? { text, source } : { from: main, to, text, source };
}

const RECEIVES = /^\S{1,30}(?:\s\S{1,30}){0,3}?\s(?:is|are|gets?|sees?|receives?|views?)\s/i;
