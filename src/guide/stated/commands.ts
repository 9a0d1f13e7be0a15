import { addTo } from "../../text/group.ts";
import { cutAtWord } from "../../text/shorten.ts";
import type { Said, StatedInput, StatedInterface } from "./types.ts";

/** Programs that everyone has: to name one is to say how something is set up, and not what is built. */
const COMMON =
  /^(?:npm|npx|yarn|pnpm|node|git|gh|docker|docker-compose|kubectl|helm|curl|wget|jq|go|cargo|pip3?|python3?|brew|scoop|make|mvn|gradle|cd|ls|cat|rm|cp|mv|mkdir|chmod|sudo|apt|apt-get|bash|sh|zsh|echo|export|source|psql|sqlite3|select|insert|update|delete|from|where|import|const|let|var|return|true|false|if|for|the|a)$/i;
const IN_MARKS = /`([a-z][a-z\d_-]{1,30}(?:\s[^`\n]{1,240})?)`/g;
/** In plain words a command is one where its words stand in brackets behind a title, or in marks. */
const IN_BRACKETS = /\(([a-z][a-z\d-]{1,30}(?:\s[a-z][a-z-]{1,30}){1,3})\)/g;
const WORD = /^[a-z][a-z\d]{0,30}(?:-[a-z\d]{1,30}){0,4}$/;
const VALUE = /^(?:true|false|null|none)$/;
const FLAG = /(?<![\w-])(--?[a-z][\w-]{0,40})(?:[= ](<[^<>]{1,60}>|\[[^[\]]{1,60}\]|"<[^<>"]{1,60}>"))?/g;

interface Call {
  words: string[];
  arguments: string[];
  one: Said;
  /** It is what the statement is about, and no remark beside it. */
  subject: boolean;
}

/**
 * Finds the commands of the programs that the PRD itself speaks of.
 *
 * @returns the commands that are run, provided or described by a statement, with flags and arguments as stated
 */
export function commandsIn(said: readonly Said[]): StatedInterface[] {
  const calls = said.flatMap(callsIn);
  const programs = new Map<string, Call[]>();
  for (const call of calls) addTo(programs, call.words[0] ?? "", call);
  const own = [...programs].filter(
    // What one statement alone names may be anything that is written in small letters.
    ([name, all]) =>
      !COMMON.test(name) &&
      !/-\d/.test(name) &&
      all.length > 1 &&
      (new Set(all.map(({ one }) => one)).size > 1 || all.some(({ one }) => /command/i.test(one.label + one.text))) &&
      all.some(({ subject, words }) => subject && words.length > 1),
  );
  const commands = new Map<string, StatedInterface>();
  for (const call of own.flatMap(([, all]) => all)) {
    if (!call.subject) continue;
    const name = call.words.join(" ");
    const known = commands.get(name) ?? { kind: "cli" as const, name, purpose: "", inputs: [], said: [] };
    commands.set(name, known);
    if (!known.said.includes(call.one)) known.said.push(call.one);
    for (const argument of call.arguments) addInput(known.inputs, { name: argument, note: "", sources: [call.one.source] });
  }
  // A program alone is a command where nothing else of it is.
  const names = [...commands.keys()];
  const kept = [...commands.values()].filter(({ name }) => name.includes(" ") || names.length === 1);
  for (const one of said) attach(kept, one);
  return kept;
}

function callsIn(one: Said): Call[] {
  const found: Call[] = [];
  for (const text of [one.text, ...one.parts])
    for (const { 0: whole, 1: call = "", index } of text.matchAll(IN_MARKS)) {
      const read = readCall(call);
      if (read) found.push({ ...read, one, subject: isSubject(text, index, whole.length) });
    }
  for (const [, call = ""] of one.label.matchAll(IN_BRACKETS)) {
    const read = readCall(call);
    if (read) found.push({ ...read, one, subject: true });
  }
  return found;
}

function readCall(call: string): Pick<Call, "words" | "arguments"> | undefined {
  const tokens = call.split(/\s+/);
  const end = tokens.findIndex((token) => !WORD.test(token) || VALUE.test(token));
  const words = (end === -1 ? tokens : tokens.slice(0, end)).slice(0, 4);
  if (words.length === 0 || (words.length === 1 && tokens.length === 1)) return undefined;
  const given = tokens.slice(words.length).filter((token) => /^[<[][^<>[\]]{1,40}[>\]]$/.test(token));
  return { words, arguments: given };
}

/** "Provide the `x y` command", "I run `x y`", "`x y` must ...": what a statement is about. */
function isSubject(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const behind = text.slice(at + length, at + length + 40);
  if (
    /\b(?:run|runs|running|execut\w{1,4}|invok\w{1,4}|calls?|types?|enters?|provid\w{1,4}|support\w{0,4}|add\w{0,4}|implement\w{0,4}|introduc\w{1,4}|offer\w{0,4}|new|or|want|the|a)\s(?:the |a |an |new )?$/i.test(
      before,
    )
  )
    return !/\b(?:use|see|with|via|like)\s$/i.test(before) && !/^\s(?:output|shows?\b.{0,12}immediately)/.test(behind);
  return at < 5 || /^\s(?:commands?|shall|must|should|will|to|returns?|prints?|shows?|lists?)\b/i.test(behind);
}

/** Flags belong to the command that the statement names, else to the one of its label, else to the only one. */
function attach(commands: readonly StatedInterface[], one: Said): void {
  const text = [one.text, ...one.parts].join("\n");
  const named = commands.filter(({ name }) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text));
  const labelled = commands.filter(({ name }) => one.label.includes(name));
  const longest = named.filter(({ name }) => !named.some((other) => other.name !== name && other.name.startsWith(`${name} `)));
  const [only] = commands.length === 1 ? commands : [];
  const command = (longest.length === 1 ? longest[0] : undefined) ?? (labelled.length === 1 ? labelled[0] : undefined) ?? only;
  for (const each of longest) if (!each.said.includes(one)) each.said.push(one);
  if (!command) return;
  const flags = [one.text, ...one.parts].flatMap((line) => flagsIn(line, one));
  if (flags.length > 0 && !command.said.includes(one)) command.said.push(one);
  for (const flag of flags) addInput(command.inputs, flag);
}

function flagsIn(line: string, one: Said): StatedInput[] {
  const flags = [...line.matchAll(FLAG)].filter(({ 1: name = "" }) => name.startsWith("--") || name.length === 2);
  return flags.map(({ 0: whole, 1: name = "", 2: value = "", index }, at) => {
    const until = flags[at + 1]?.index ?? line.length;
    const behind = line.slice(index + whole.length, until);
    const told = /^`?\s{0,3}\(([^()]{3,140})\)/.exec(behind)?.[1] ?? /^`?\s?(?:[:–—]|\s-\s)\s{0,3}([^`]{3,400})/.exec(behind)?.[1] ?? "";
    const shown = value.replace(/"/g, "");
    return {
      name: shown === "" ? name : `${name} ${shown}`,
      note: cutAtWord(told.split(/;\s|\.\s/, 1)[0]?.trim() ?? "", 140),
      sources: [one.source],
    };
  });
}

/** One flag is described in one place and mentioned in many. */
function addInput(inputs: StatedInput[], given: StatedInput): void {
  const base = given.name.split(" ", 1)[0] ?? "";
  const known = inputs.find(({ name }) => name.split(" ", 1)[0] === base);
  if (!known) {
    inputs.push({ ...given, sources: [...given.sources] });
    return;
  }
  if (given.name.length > known.name.length) known.name = given.name;
  known.note ||= given.note;
  known.sources.push(...given.sources);
}
