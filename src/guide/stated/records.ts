import { EMPTY_FIELD, type Remark, type Said, type StatedField, type StatedStructure } from "./types.ts";

/** Headings below which a PRD tells what is kept. */
export const OF_DATA = /\b(?:data|entit(?:y|ies)|records?|fields|domain model|schema)\b/i;
/** "A notification has: id, channel (`email` | `webhook`), status": a thing, and what it holds. */
const HOLDS =
  /(?:^|[.;]\s)(?:An?|The|Each|Every)\s([a-z][a-z-]{1,30}(?:\s[a-z][a-z-]{1,30}){0,2})\s(?:has|have|holds|contains|consists of|includes|stores|carries)(?:\sthe)?(?:\sfollowing)?(?:\s(?:fields|attributes|properties))?:\s([^.\n]{10,600})/i;

/** @returns the records whose fields a sentence lists behind a colon */
export function recordsInSentences(told: readonly Pick<Said | Remark, "text" | "source">[]): StatedStructure[] {
  return told.flatMap(({ text, source }) => {
    const [, name, list = ""] = HOLDS.exec(text) ?? [];
    const fields = partsOf(list).flatMap(field);
    return name === undefined || fields.length < 3 ? [] : [{ name, fields, sources: [source] }];
  });
}

/** What commas part, outside of brackets. */
function partsOf(list: string): string[] {
  return (list.match(/(?:[^,()]|\([^()]{0,300}\)){1,400}/g) ?? []).map((part) => part.trim().replace(/^and\s/, ""));
}

function field(part: string): StatedField[] {
  const [, marked = "", told = ""] = /^([^()]{1,100}?)(?:\s\(([^()]{1,300})\))?$/.exec(part) ?? [];
  const name = marked.replaceAll("`", "");
  if (!/^[a-z][\w-]{0,30}(?:\s[a-z][\w-]{0,30}){0,2}$/i.test(name)) return [];
  const values = Array.from(told.matchAll(/`([\w.-]{1,60})`/g), ([, value = ""]) => `\`${value}\``);
  return [{ ...EMPTY_FIELD, name, ...(values.length > 1 ? { rule: `one of ${values.join(", ")}` } : { meaning: told }) }];
}
