import type { Model } from "../../model/types.ts";
import { roleOf } from "./people.ts";
import { wholeOf } from "./said.ts";
import type { Said } from "./types.ts";

const STORY = /\bas an? ([a-z][\w-]{1,30}(?:[ /][a-z][\w-]{1,30}){0,3}?)(?=,|\s(?:i|who|we)\b|$)/i;
const PERSONAS = /^\W{0,4}(?:personas|actors|roles|users|audience)\W{0,4}:\W{0,4}([^\n]{3,160})$/im;
const USER = /\b(?:when|given)\b[^.]{0,12}\b(?:the |a |an )?(user|caller|client|operator|administrator|admin|member|customer)\b/i;
/** Words that stand for whoever reads. */
const NOBODY = /^(?:system|result|whole|team|company|business|product|consequence|reminder|default|service)$/i;

/** @returns who acts, by the names that stories, lines of personas and scenarios give them, each once */
export function actorsIn({ documents: { prd } }: Model, said: readonly Said[]): string[] {
  const told = said.flatMap((one) => actorOf(wholeOf(one)) ?? []);
  const [, listed = ""] = PERSONAS.exec(prd?.markdown.prose ?? "") ?? [];
  const personas = told.length > 0 ? [] : listed.split(/,|·|\/| and /).map((name) => name.replace(/[*_`]/g, "").trim());
  const users = told.length + personas.length > 0 ? [] : said.flatMap((one) => USER.exec(wholeOf(one))?.[1] ?? []);
  const names = [...told, ...personas, ...users].filter((name) => name !== "" && name.length < 40 && !NOBODY.test(name)).map(titled);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, 6);
}

/** @returns who wants something in a story; undefined where it is none */
export function actorOf(text: string): string | undefined {
  const name = STORY.exec(text)?.[1]?.trim();
  return name === undefined || NOBODY.test(name) ? undefined : titled(roleOf(name));
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
