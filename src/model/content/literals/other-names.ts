import { isOutput } from "../../../config/config.ts";
import { addTo, groupBy } from "../../../text/group.ts";
import type { Model } from "../../types.ts";
import { nearnessOf } from "../comparing/nearness.ts";
import type { Content, Literal, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";

/** Through what messages go, where they lie, and what guards them: of each a feature mostly has one, which all documents name alike. */
const ROLES: readonly (readonly [role: string, words: string])[] = [
  ["channel", "queue|topic|exchange|stream|channel|subject"],
  ["bucket", "bucket|container"],
  ["schema", "database|schema|keyspace"],
  ["namespace", "namespace|prefix"],
];
const WORDS = ROLES.map(([, words]) => words).join("|");
const BEFORE = new RegExp(String.raw`\b(${WORDS})\s(?:named\s|called\s)?${"`"}$`, "i");
const AFTER = new RegExp(`^\`\\s(${WORDS})\\b`, "i");
/** "Leaves on `orders`" names what it leaves through. */
const SENT = /\b(?:leaves?|publish(?:es|ed)?|emit(?:s|ted)?|sent)\s(?:\w{1,20}\s){0,3}(?:on|to)\s`$/i;

function roleOf({ passage: { text }, at, text: name, marked }: Literal): string | undefined {
  if (!marked) return undefined;
  const before = text.slice(Math.max(0, at - 80), at);
  const word = (BEFORE.exec(before) ?? AFTER.exec(text.slice(at + name.length)))?.[1]?.toLowerCase();
  if (word === undefined) return SENT.test(before) ? "channel" : undefined;
  return ROLES.find(([, words]) => words.split("|").includes(word))?.[0];
}

/** @returns the one queue, bucket or schema that an output names, where all other documents together name another one, and it does not */
export function otherRoles({ literals }: Content, carried: Carried): Stranger[] {
  const byRole = new Map<string, Literal[]>();
  for (const literal of literals) {
    const role = literal.passage.aside ? undefined : roleOf(literal);
    if (role !== undefined) addTo(byRole, role, literal);
  }
  return [...byRole.values()].flatMap((named) =>
    [...groupBy(named, ({ passage }) => passage.document)].flatMap(([document, own]) => {
      const others = named.filter(({ passage }) => passage.document !== document);
      const [literal] = own;
      const [expected] = others;
      const one = (all: readonly Literal[]) => new Set(all.map(({ text }) => text)).size === 1;
      if (!isOutput(document) || !literal || !expected || !one(own) || !one(others) || literal.text === expected.text) return [];
      // As a name: `parcels` and parcels are two things.
      const isNamed = (kind: Literal["passage"]["document"], { text }: Literal) => carried.literals.get(kind)?.has(text) === true;
      const isElsewhere = [...carried.literals.keys()].some((kind) => kind !== document && isNamed(kind, literal));
      return isElsewhere || isNamed(document, expected) ? [] : [{ literal, expected }];
    }),
  );
}

/** Words by which a clause says that a text is shown. */
const SHOWS = /\b(?:shows?|shown|prints?|printed|displays?|displayed|says?|reads|answers|returns?|messages?|told|tells?|errors?)\b/i;

const ASKS = /\b(?:asks?|prompts?|confirm(?:s|ation)?|dialogs?)\b/i;

/** A quoted question that people ask, and what is quoted as an example, nobody is shown. */
function isShown({ passage: { text, ids }, at, text: message }: Literal): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  if (message.endsWith("?") && !ASKS.test(text)) return false;
  return (
    !/(?:\be\.\s?g\.,?|\bfor example,?|\bsuch as|\blike|\(i\.\s?e\.,?)\s{0,2}["“`]$/i.test(before) && (ids.length > 0 || SHOWS.test(text))
  );
}

/** How near a sentence that quotes one message is to one that quotes another, where both mean the same. */
const SAME_PLACE = 6;
/** Where one is lost and one is strange, less is enough. */
const ALONE = 3.5;

/** @returns the messages that an output quotes where a requirement quotes another one, which no output has */
export function otherMessages(model: Model, content: Content, carried: Carried): Stranger[] {
  const messages = content.literals.filter(({ kind, text, passage }) => kind === "message" && !passage.aside && !/[\d[\]{}<>#]/.test(text));
  const isIn = ({ text }: Literal, wanted: (kind: Literal["passage"]["document"]) => boolean) =>
    [...carried.literals.keys()].some((kind) => wanted(kind) && carried.in(kind, text));
  const lost = messages.filter((each) => each.passage.document === "prd" && isShown(each) && !isIn(each, isOutput));
  const strange = messages.filter((each) => isOutput(each.passage.document) && !isIn(each, (kind) => kind !== each.passage.document));
  if (lost.length === 0 || strange.length === 0 || !model.documents["backend-design"]) return [];
  const nearness = nearnessOf(content);
  const needed = lost.length === 1 && strange.length === 1 ? ALONE : SAME_PLACE;
  return lost.flatMap((expected) => {
    const scored = strange.map((literal) => ({ literal, score: nearness.between(literal.passage, expected.passage) }));
    const best = scored.toSorted((a, b) => b.score - a.score)[0];
    return best && best.score >= needed ? [{ literal: best.literal, expected }] : [];
  });
}
