import { hasWord, nameKey } from "../../text/names.ts";
import { readType } from "../data-types/read.ts";
import type { Family } from "../data-types/types.ts";
import type { CodeIndex } from "./code-index.ts";
import type { Claiming } from "./sentences.ts";
import { type Member, type Thing, thingKey } from "./things.ts";
import type { CodeConflict } from "./types.ts";

const ID_TYPES: Readonly<Record<string, Family>> = {
  integer: "integer",
  int: "integer",
  numeric: "integer",
  serial: "integer",
  sequential: "integer",
  bigint: "integer",
  uuid: "uuid",
  guid: "uuid",
  ulid: "uuid",
};
const TYPE = `(?<type>${Object.keys(ID_TYPES).join("|")}|auto-?increment(?:ing|ed)?)s?`;
const SUBJECT = '[`"]?(?<subject>[A-Za-z_]\\w{1,60})[`"]?';
const KEEPS = "(?:have|has|uses?|carry|carries|(?:is|are) (?:identified|keyed) by)";

/** "Items have integer ids", "item ids are integers", "the ids of items are integers", "`Item.id` is an integer". */
const IDS = [
  new RegExp(`${SUBJECT}\\sids?\\s(?:is|are)\\s(?:an?\\s)?${TYPE}\\b`, "i"),
  new RegExp(`${SUBJECT}\\s${KEEPS}\\s(?:an?\\s)?${TYPE}\\s(?:primary\\s)?(?:ids?|keys?|identifiers?)\\b`, "i"),
  new RegExp(`\\bids?\\sof\\s(?:the\\s)?${SUBJECT}\\s(?:is|are)\\s(?:an?\\s)?${TYPE}\\b`, "i"),
  new RegExp(`${SUBJECT}(?:'s\\s|\\.)\`?ids?\`?\\s(?:is|are)\\s(?:an?\\s)?${TYPE}\\b`, "i"),
];

/** @returns what a sentence says of the type of ids, and the code has otherwise */
export function idConflicts({ text, place }: Claiming, { things }: CodeIndex): CodeConflict[] {
  for (const pattern of IDS) {
    const { subject = "", type = "" } = pattern.exec(text)?.groups ?? {};
    const thing = things().get(thingKey(subject));
    const id = thing?.members.get("id");
    const [said, is] = [ID_TYPES[type.toLowerCase()] ?? "integer", familyOf(id)];
    if (!thing || !id || subject === "" || is === "unknown" || is === said || (said === "integer" && is === "decimal")) continue;
    return [
      {
        what: "type",
        said: `${subject}: ${type} ids`,
        has: `${id.type} for the id of ${thing.name}`,
        certain: is === "uuid" || is === "integer",
        names: [subject, thing.name],
        place,
        code: id,
      },
    ];
  }
  return [];
}

function familyOf(id: Member | undefined): Family {
  return readType(id?.type?.split(".").at(-1) ?? "").family;
}

const HAS = /^(?:has|have|contains?|includes?|stores?|carr(?:y|ies)|keeps?|holds?)$/;
/** What follows is said of something else. */
const BREAK = /,\s(?:which|where|while|whereas)\b|;|\bwhose\b|\bwhich\b|\bof (?:the )?`|\bin (?:the )?`|\bfrom (?:the )?`/;
const FIELD = /^[A-Za-z_]\w{0,60}$/;
/** `orders.go` is a file. */
const EXTENSION =
  /^(?:[cm]?[jt]sx?|py|go|java|kt|cs|rb|php|rs|md|json|ya?ml|toml|sql|sh|proto|html?|css|xml|txt|csv|db|lock|log|env|ini|cfg|conf)$/;
const KIND = /^(?:tables?|models?|entit(?:y|ies)|types?|class(?:es)?|structs?|records?|rows?|objects?|the|a|an|each|every|our)$/i;

/** @returns what a sentence says that a type or a table has, and the code's does not */
export function memberConflicts(claiming: Claiming, index: CodeIndex): CodeConflict[] {
  const { text, codes } = claiming;
  const dotted = codes.flatMap((code) => {
    const [, owner = "", member = ""] = /^([A-Za-z_]\w{1,60})\.([a-z_]\w{1,60})$/.exec(code) ?? [];
    return EXTENSION.test(member) ? [] : lacking(owner, member, claiming, index);
  });
  return [
    ...dotted,
    ...ownersIn(text).flatMap(({ owner, members }) => members.flatMap((member) => lacking(owner, member, claiming, index))),
  ];
}

/** "`User` has `last_login`", "`tasks` contains the columns `a` and `b`", "the `a` column of `tasks`". */
function ownersIn(text: string): { owner: string; members: string[] }[] {
  const words = [...text.matchAll(/`[^`\n]{1,80}`|[\w'-]{1,60}/g)];
  const verb = words.findIndex(([word]) => HAS.test(word));
  const found: { owner: string; members: string[] }[] = [];
  if (verb > 0) {
    const owner = words.slice(0, verb).findLast(([word]) => !KIND.test(word))?.[0] ?? "";
    const [rest = ""] = text.slice((words[verb]?.index ?? 0) + 3).split(BREAK, 1);
    const named = Array.from(rest.matchAll(/\ban?\s(\w{2,40})\s(?:column|field|attribute)\b/g), ([, name]) => name as string);
    found.push({
      owner: owner.replaceAll("`", ""),
      members: [...Array.from(rest.matchAll(/`([^`\n]{1,60})`/g), ([, code]) => code as string), ...named],
    });
  }
  const of = /`(\w{2,60})`\s(?:column|field|attribute)s?\s(?:of|in|on)\s(?:the\s)?`(\w{2,60})`/.exec(text);
  if (of) found.push({ owner: of[2] as string, members: [of[1] as string] });
  return found;
}

function lacking(owner: string, member: string, { place }: Claiming, { things, callables, isWhole }: CodeIndex): CodeConflict[] {
  const thing = owner === "" || !FIELD.test(member) ? undefined : things().get(thingKey(owner));
  if (!thing || thing.members.has(nameKey(member)) || callables().has(nameKey(member)) || thingKey(member) === thingKey(owner)) return [];
  if (things().has(thingKey(member)) && !/_/.test(member)) return [];
  return [
    {
      what: thing.kind === "table" ? "column" : "field",
      said: `${owner}.${member}`,
      has: `${thing.name} with ${listOf(thing)}`,
      certain: thing.closed && isWhole,
      names: [member],
      place,
      code: thing,
    },
  ];
}

const SHOWN = 10;

function listOf({ members }: Thing): string {
  const names = [...members.values()].map(({ name }) => name);
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more` : names.join(", ");
}

/** "paginated by `page` and `size`": parameters of which no list of the code has one. */
export function pagingConflicts({ text, codes, place }: Claiming, { paging }: CodeIndex): CodeConflict[] {
  if (!/\bpaginat\w{1,4}|\bpaged\b|\bpaging\b/i.test(text)) return [];
  const plain = /\b(?:by|with|using|through|via)\s(?:the\s)?(\w{2,20})(?:\s(?:and|\/|,)\s(\w{2,20}))?/i.exec(text)?.slice(1) ?? [];
  const said = (codes.length > 0 ? codes : plain).filter((name) => name && PAGE.test(name));
  const [first] = paging();
  if (said.length === 0 || !first || said.some((name) => paging().some((has) => nameKey(has.name) === nameKey(name)))) return [];
  return [
    {
      what: "parameter",
      said: `pages by ${said.join(" and ")}`,
      has: `${paging()
        .map(({ name }) => name)
        .join(" and ")} in ${first.route}`,
      certain: true,
      names: said.filter((name) => hasWord(text, name)),
      place,
      code: first,
    },
  ];
}

const PAGE = /^(?:page|size|limit|offset|skip|take|cursor|per_?page|page_?(?:size|no|num|number|token))$/i;
