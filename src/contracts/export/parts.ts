import { clausesOf } from "../../model/interfaces/parameters.ts";
import type { DataStructure, Value } from "../../model/types.ts";
import { hasWord, literally } from "../../text/names.ts";

/** An answer of an endpoint: its status with what it holds. */
export interface StatedResponse {
  status: string;
  text: string;
  codes: string[];
  structure: string | undefined;
  /** It holds several of the structure, one after the other: "array of `Refund`". */
  isList: boolean;
}

const STATUS = /(?<![\d.-])([1-5]\d\d)(?![\d.-])/g;

/**
 * @param structures those that an answer may hold
 * @returns each status with the words up to the next one
 */
export function responsesOf(part: Value | undefined, structures: readonly DataStructure[], codes: readonly string[]): StatedResponse[] {
  if (!part) return [];
  const text = clausesOf(part).join("; ");
  const found = [...text.matchAll(STATUS)];
  const answers = found.map((match, index) => {
    const words = text.slice(match.index + 3, found[index + 1]?.index ?? text.length);
    const structure =
      structures.find(({ name }) => words.includes(`\`${name}\``))?.name ?? structures.find(({ name }) => hasWord(words, name))?.name;
    return {
      status: match[1] ?? "",
      text: words.replace(/[`*]/g, "").replace(/^[\s,;:.)]+|(?<![\s,;:.(])[\s,;:.(]+$/g, ""),
      codes: codes.filter((code) => hasWord(words, code)),
      structure,
      isList: structure !== undefined && isListOf(structure, words),
    };
  });
  return merge(answers);
}

/** One status may be named for several codes. */
function merge(answers: readonly StatedResponse[]): StatedResponse[] {
  const byStatus = new Map<string, StatedResponse>();
  for (const answer of answers) {
    const known = byStatus.get(answer.status);
    if (known) {
      known.codes.push(...answer.codes);
      known.text = [known.text, answer.text].filter(Boolean).join("; ");
      known.structure ??= answer.structure;
    } else byStatus.set(answer.status, { ...answer, codes: [...answer.codes] });
  }
  return [...byStatus.values()];
}

/** @returns the structure that a part names first, in inline code or as a word */
export function structureIn(part: Value | undefined, structures: readonly DataStructure[]): DataStructure | undefined {
  if (!part) return undefined;
  const marked = structures.find(({ name }) => part.codes.some((code) => code === name));
  return marked ?? structures.find(({ name }) => hasWord(part.text, name));
}

/** @returns whether a text speaks of several of a structure: "array of `Refund`", "a list of Refund", "`Refund[]`" */
export function isListOf(name: string, text: string): boolean {
  const own = literally(name);
  return new RegExp(`\\b(?:array|list|collection)s?\\sof\\s(?:\\w{1,20}\\s)?\`?${own}\\b|\`?\\b${own}\`?\\[\\]`, "i").test(text);
}
