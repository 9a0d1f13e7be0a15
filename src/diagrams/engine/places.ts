import { drawnLines } from "../text.ts";

/** Finds where a diagram writes what Mermaid has read of it: Mermaid itself keeps no places. */
export interface Places {
  /** @returns the line on which a name is given its label, or else the first one on which it stands; 1 where it stands nowhere. */
  ofName(id: string, label?: string): number;
  /** @returns the line of an arrow: of the second one between two names the second line on which both stand. */
  ofArrow(from: string, to: string): number;
  /** @returns the line on which the body of an entity or class opens, or else the first one on which it stands. */
  opening(id: string): number;
  /** @returns the first line after another one on which all the words stand. */
  after(line: number, ...words: string[]): number;
}

/** What draws an arrow, a relation or a message; declarations have none of it. */
const ARROW = /[-=.]{2}|->|-[)x]|\bRel|<\|/;

export function findPlaces(text: string): Places {
  const lines = drawnLines(text.replace(/\r\n?/g, "\n"));
  const words = new Map<string, number[]>();
  for (const [index, line] of lines.entries())
    for (const word of new Set(line.split(/[^\p{L}\p{N}_.-]+/u).flatMap((part) => [part, ...part.split(/[.-]+/)])))
      words.set(word, [...(words.get(word) ?? []), index]);
  const arrows = new Map<string, number>();
  const drawn = new Set(lines.flatMap((line, index) => (ARROW.test(line) ? [index] : [])));
  const standing = (id: string) => words.get(id) ?? lines.flatMap((line, index) => (line.includes(id) ? [index] : []));
  return {
    ofName(id, label = id) {
      const first = label.split(/<br\s*\/?>|\n/i)[0]?.trim() ?? "";
      const labelled = label === id ? undefined : standing(id).find((index) => lines[index]?.includes(first));
      return (labelled ?? standing(id)[0] ?? 0) + 1;
    },
    ofArrow(from, to) {
      const pair = `${from}\n${to}`;
      const both = standing(from).filter((index) => drawn.has(index) && areInOrder(lines[index] ?? "", from, to));
      const met = arrows.get(pair) ?? 0;
      arrows.set(pair, met + 1);
      return (both[Math.min(met, both.length - 1)] ?? standing(from)[0] ?? 0) + 1;
    },
    opening(id) {
      return (
        (standing(id).find((index) => lines[index]?.includes("{") && !/[|}o]--|--[|{o]|\.\./.test(lines[index] ?? "")) ??
          standing(id)[0] ??
          0) + 1
      );
    },
    after(line, ...sought) {
      const index = lines.findIndex((text, candidate) => candidate >= line && sought.every((word) => text.includes(word)));
      return index === -1 ? line : index + 1;
    },
  };
}

/** Whether a line has both names as whole words, the second one behind the first. */
function areInOrder(line: string, first: string, second: string): boolean {
  const at = wordAt(line, first, 0);
  return at !== -1 && wordAt(line, second, at + first.length) !== -1;
}

function wordAt(line: string, word: string, from: number): number {
  for (let at = line.indexOf(word, from); at !== -1; at = line.indexOf(word, at + 1))
    if (!LETTER_BEFORE.test(line.slice(Math.max(0, at - 2), at)) && !LETTER_BEHIND.test(line.slice(at + word.length, at + word.length + 2)))
      return at;
  return -1;
}

const LETTER_BEFORE = /[\p{L}\p{N}_]$/u;
const LETTER_BEHIND = /^[\p{L}\p{N}_]/u;
