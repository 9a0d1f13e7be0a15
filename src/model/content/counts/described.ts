import { nameKey } from "../../../text/names.ts";
import type { Interface, Model } from "../../types.ts";
import { subjectStem } from "../stems.ts";
import type { Content, Quantity } from "../types.ts";
import type { StatedCount } from "./types.ts";

/** Sections that tell of the whole. */
const OVERVIEW = /^under:(?:interfaceoverview|overview|architectureoverview|summary)$/;
/** "All nine structures" are all, wherever it is said. */
const ALL = /\b[Aa]ll\s(?:\d{1,3}|[a-z]{3,10})\s[a-z]/;
/** "Six endpoints below `/api/orders`", "five methods of `Client`". */
const BELOW = /^[^.;,()]{0,40}?\b(?:under|below|of|on|in)\s`([^`\n]{2,80})`/;
/** Words that only say of what sort they are; others say that some are meant. */
const PLAIN = new Set(["http", "rest", "api", "cli", "public", "library", "json"].map(subjectStem));

/** "Four events of the shop" and "reads four events" are some of them. */
const SOME_BEHIND = /^(?:\s[\w-]{2,20}){0,2}\s(?:of|for|from|that|which|who|to|by|with|as)\b/;
const SOME_BEFORE = /\b(?:consumes?|emits?|publish(?:es)?|reads?|sends?|calls?|takes?|adds?|changes?|extends?)\b[^.;]{0,60}$/i;

/** What is described one by one, and what it may be counted by. */
interface Described {
  noun: string;
  names: readonly string[];
}

/**
 * Finds sentences of the outputs that say how many interfaces, structures or codes there are, where the backend design describes
 * another number. An overview counts all of them, and so does who says "all"; others may count some.
 */
export function wrongDescribed(model: Model, { quantities }: Content): StatedCount[] {
  const described = describedIn(model);
  const counts = quantities.filter(({ dimension, passage }) => dimension === "count" && !passage.aside);
  return counts.flatMap((said) => {
    const found = described.get(headOf(said));
    if (!found || !["architecture", "backend-design"].includes(said.passage.document)) return [];
    const names = namesMeant(said, found, counts);
    if (!names || names.length === 0) return [];
    const known = waysToCount(names);
    return known.includes(said.value) ? [] : [{ said, noun: found.noun, known, by: "described" as const }];
  });
}

/** @returns the noun that is counted, behind words that only say of what sort it is */
function headOf({ nouns }: Quantity): string {
  return nouns.find((noun) => !PLAIN.has(noun)) ?? "";
}

function describedIn({ backend: { interfaces, structures, errors } }: Model): Map<string, Described> {
  const of = (kind: Interface["kind"]) => interfaces.filter((each) => each.kind === kind).map(({ name }) => name);
  const all: readonly (readonly [noun: string, names: readonly string[]])[] = [
    ["structures", structures.map(({ name }) => name)],
    ["endpoints", of("api")],
    ["commands", of("cli")],
    ["events", of("service")],
    ["functions", of("library")],
    ["methods", of("library")],
    ["codes", errors.map(({ code }) => code)],
  ];
  return new Map(all.map(([noun, names]) => [subjectStem(noun), { noun, names: [...new Set(names)] }]));
}

/** @returns the names that a sentence means; undefined where it may mean some of them */
function namesMeant(said: Quantity, { names }: Described, counts: readonly Quantity[]): readonly string[] | undefined {
  const { passage, at, length } = said;
  const owner = BELOW.exec(passage.text.slice(at + length, at + length + 120))?.[1];
  if (owner !== undefined) {
    const own = names.filter((name) => isBelow(name, owner));
    if (own.length > 0) return own;
  }
  if (passage.document !== "backend-design") return undefined;
  const from = passage.text.search(ALL);
  if (from !== -1 && at >= from && !/[.;:]/.test(passage.text.slice(from, at))) return names;
  // "Three endpoints for agents and two for approvers" count some each.
  const isOne = !counts.some((other) => other !== said && other.passage.section === passage.section && headOf(other) === headOf(said));
  const isPart = SOME_BEHIND.test(passage.text.slice(at + length)) || SOME_BEFORE.test(passage.text.slice(0, at));
  return passage.keys.some((key) => OVERVIEW.test(key)) && isOne && !isPart ? names : undefined;
}

/** `/api/orders` owns `GET /api/orders/{id}`, and `Client` owns `Client.send`. */
function isBelow(name: string, owner: string): boolean {
  const path = name.replace(/^[A-Z]{3,7}\s+/, "");
  return path === owner || (path.startsWith(owner) && /^[/.\s]/.test(path.slice(owner.length)));
}

/** Two commands in one row may be counted as one, and the subcommands of a command as that. */
function waysToCount(names: readonly string[]): number[] {
  const split = names.flatMap((name) => name.split(/\s(?:and|or)\s|,\s|\s\/\s/));
  const families = new Set(names.map((name) => nameKey(name.split(/[\s.]/)[0] ?? "")));
  return [...new Set([names.length, split.length, ...(names.some((name) => /^[A-Z]{3,7} \//.test(name)) ? [] : [families.size])])];
}
