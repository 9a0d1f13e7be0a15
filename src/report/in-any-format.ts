import { visible } from "../text/visible.ts";

/**
 * @returns a text in which what nobody sees is written as an escape that every format understands or shows, JSON included, where
 *   it means the same character. Tabs, ends of lines and what languages and emoji need stay.
 */
export function inAnyFormat(text: string): string {
  return visible(text, (character) => Array.from({ length: character.length }, (_, at) => unit(character.charCodeAt(at))).join(""));
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
