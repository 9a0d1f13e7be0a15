import type { Model } from "../../model/types.ts";
import { remarksBelow, remarksOf } from "./said.ts";
import { EMPTY_FIELD, type Remark, type StatedField, type StatedStructure } from "./types.ts";

/** Headings below which each item is a thing that is kept. */
const OF_ENTITIES = /\b(?:(?:key |core |main |domain )?entit(?:y|ies)|(?:key |core |data |domain )objects|data models?|domain models?)\b/i;
/** "Parent: keeps the bank of a family": what it is called, and what it is. */
const NAMED =
  /^\W{0,3}(\p{Lu}[\p{L}\p{N}_]{0,30}(?:[ -]\p{Lu}?[\p{L}\p{N}]{1,20}){0,3})(?:\s?\([^()]{1,60}\))?\W{0,3}[:：–—]\s{0,3}(.{8,900})$/su;
/** Words behind which such a text lists what it holds. */
const HOLDS =
  /\b(?:has|have|holds?|contains?|includes?|including|stores?|consists of|tracks?|records?|with|(?:key )?(?:attributes|fields|properties)(?: include)?)[:\s]\s{0,3}(?:an?\s|the\s|its\s)?/gi;

/** @returns the things that the PRD lists with what they are, each with the fields that its text lists */
export function entitiesIn(model: Model): StatedStructure[] {
  const remarks = [...remarksOf(model, ["structure"]), ...remarksBelow(model, OF_ENTITIES)];
  const byLine = new Map(remarks.map((remark) => [remark.source.line, remark]));
  return [...byLine.values()].flatMap(entityOf);
}

function entityOf({ text, source }: Remark): StatedStructure[] {
  const [, name = "", told = ""] = NAMED.exec(text) ?? [];
  // A row of a table of fields, or a sentence that happens to have a colon, is no entity.
  if (name === "" || /;/.test(name) || /^(?:note|example|relationships?|todo|key entities|type|format|constraints?)$/i.test(name))
    return [];
  const fields = fieldsIn(told);
  return [{ name, meaning: told, fields: fields.length > 1 ? fields : [], sources: [source] }];
}

/** What it does or belongs to is no field of it. */
const RELATES =
  /^(?:owns?|belongs?|contains?|manages?|can|may|must|is|are|has|have|was|represents?|links?|relates?|references?|used|created|cannot|supports?|many|one|zero|each|exactly|multiple)\b/i;

/** The longest list of short names behind such a word. */
function fieldsIn(told: string): StatedField[] {
  const lists = Array.from(
    told.matchAll(HOLDS),
    ({ 0: word, index }) => told.slice(index + word.length).split(/[.;]\s|[.;]$/, 1)[0] ?? "",
  ).map(namesIn);
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function namesIn(list: string): StatedField[] {
  const parts = (list.match(/(?:[^,()]|\([^()]{0,200}\)){1,300}/g) ?? [])
    .flatMap((part) => part.split(/\sand\s(?=[^()]{1,60}$)/))
    .filter((part) => part.trim() !== "");
  const fields = parts.map((part) => {
    const [, name = "", meaning = ""] =
      /^(?:and |an? |the |its |their |optional )?`?([a-z][\w /-]{1,36}?)`?(?:\s\(([^()]{1,200})\))?$/i.exec(part.trim()) ?? [];
    return name.split(" ").length > 4 || RELATES.test(name) ? { ...EMPTY_FIELD } : { ...EMPTY_FIELD, name: name.trim(), meaning };
  });
  // One part that is no name tells that the words before it are no list.
  return fields.length > 1 && fields.filter(({ name }) => name === "").length * 3 <= fields.length
    ? fields.filter(({ name }) => name !== "")
    : [];
}
