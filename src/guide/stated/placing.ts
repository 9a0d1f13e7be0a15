import { nameKey } from "../../text/names.ts";
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

/** "WHEN a member signs in, THE System SHALL show the loans": an event or a condition, who answers it, and with what. */
const EARS =
  /^(when|once|upon|if|while|where|after|unless)\s(.{3,240}?)(?:,\s{1,3}(?:then\s)?|\sthen\s)(?:the\s)?([\p{L}\p{N}_ -]{2,60}?)\s((?:shall|must|should|will)(?:\snot)?)\s(.{3,600})$/isu;
const PLAIN_DUTY = /^(?:the\s)?([\p{L}\p{N}_ -]{2,60}?)\s((?:shall|must|should|will)(?:\snot)?)\s(.{3,600})$/isu;

/** @returns the steps that a sentence tells of a flow: whom its subject is, and whom its object; what nobody can be said to do is a note with its text */
export function placeSteps(text: string, parties: Parties, source: Source, caller?: string): StatedStep[] {
  // What a step is called says nothing of who does it.
  const [, title = "", titled] = /^([^:.,;]{2,40}):\s(.{3,600})$/s.exec(text) ?? [];
  if (titled !== undefined) {
    const [first, ...more] = placeSteps(titled, parties, source, caller);
    return first ? [{ ...first, text: `${title}: ${first.text}` }, ...more] : [];
  }
  const [, word = "", event, , duty = "", done = ""] = EARS.exec(text) ?? [];
  if (event !== undefined)
    return onEvent({ word: word.toLowerCase(), event, duty, done, subject: EARS.exec(text)?.[3] ?? "" }, parties, source, caller);
  const [, condition, then = ""] = CONDITION.exec(text) ?? [];
  if (condition !== undefined) return [{ ...arrowOf(then, parties, source, caller), when: condition, ends: true }];
  const [, other] = OTHERWISE.exec(text) ?? [];
  if (other !== undefined) return [{ ...arrowOf(other, parties, source, caller), when: "otherwise", otherwise: true, ends: true }];
  const [, again, each = ""] = LOOP.exec(text) ?? [];
  if (again !== undefined) return [{ ...arrowOf(each, parties, source, caller), loop: again }];
  const [, subject, must = "", act = ""] = PLAIN_DUTY.exec(text) ?? [];
  if (subject !== undefined && personIn(subject) === undefined) return [dutyOf(subject, must, act, parties, source, caller)];
  return [arrowOf(text, parties, source, caller)];
}

interface Event {
  word: string;
  event: string;
  subject: string;
  duty: string;
  done: string;
}

/** What somebody does is a call, and what follows is the answer to it; anything else is a condition. */
function onEvent({ word, event, subject, duty, done }: Event, parties: Parties, source: Source, caller: string | undefined): StatedStep[] {
  const actor = personIn(event) ?? parties.people.find((name) => event.toLowerCase().startsWith(name.toLowerCase()));
  const from = actor === undefined ? caller : sameOr(actor, caller);
  const answer = dutyOf(subject, duty, done, parties, source, from);
  const isAct = actor !== undefined && !/^\S{1,40}(?:\s\S{1,40}){0,3}\s(?:is|are|has|have|was|were)\s/i.test(event);
  if (isAct && from !== undefined && /^(?:when|once|upon|after|if)$/.test(word))
    return [{ from, to: partOf(subject, parties) ?? parties.main, text: event.replace(/^(?:the|an?)\s/i, ""), source }, answer];
  if (word === "while") return [{ ...answer, loop: `while ${event}` }];
  return [{ ...answer, when: word === "unless" ? `not: ${event}` : event, ends: true }];
}

/** "User" in a criterion is whoever the story is of. */
function sameOr(actor: string, caller: string | undefined): string {
  return caller !== undefined && /^(?:user|caller|client|person)$/i.test(actor) ? caller : actor;
}

/** What a part has to do is told to whom it answers, or beside it. */
function dutyOf(subject: string, duty: string, done: string, parties: Parties, source: Source, caller: string | undefined): StatedStep {
  const text = / not$/i.test(duty) ? `must not ${done}` : done;
  const part = partOf(subject, parties);
  const sender = part ?? parties.main;
  const object = [...parties.systems, ...parties.parts].find((name) => name !== sender && speaksOf(done, name));
  const told = TOLD.test(done) ? (parties.people.find((name) => speaksOf(done, name)) ?? peopleIn(done)[0]) : undefined;
  const named = part === undefined && !SYSTEM.test(subject) && !NAMELESS.test(subject) ? `${subject}: ` : "";
  const to =
    object ?? (told === undefined ? undefined : sameOr(told, caller)) ?? (ANSWERS.test(done) && duty.length < 7 ? caller : undefined);
  if (to === undefined || to === sender) return { text: `${named}${text}`, source, ...(part !== undefined && { over: part }) };
  return { from: sender, to, text: `${named}${text}`, source };
}

const NAMELESS = /^(?:system|endpoint|response|feature|solution|product|module|component|software|page|result|api|it|this)$/i;

function partOf(subject: string, { parts }: Parties): string | undefined {
  const key = nameKey(subject);
  return parts.find((name) => nameKey(name) === key);
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
