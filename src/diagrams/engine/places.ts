import { drawnLines } from "../text.ts";

/** Finds where a diagram writes what Mermaid has read of it: Mermaid itself keeps no places. */
export interface Places {
  /** @returns the line on which a name is given its label, or else the first one on which it stands; 1 where it stands nowhere. */
  ofName(id: string, label?: string): number;
  /** @returns the line, from the last one that was asked for onwards, on which words stand. */
  next(words: string): number;
  /** @returns the line on which the body of an entity or class opens, or else the first one on which it stands. */
  opening(id: string): number;
  /** @returns the first line after another one on which all the words stand. */
  after(line: number, ...words: string[]): number;
}

export function findPlaces(text: string): Places {
  const lines = drawnLines(text.replace(/\r\n?/g, "\n"));
  const words = new Map<string, number[]>();
  for (const [index, line] of lines.entries())
    for (const word of new Set(line.split(/[^\p{L}\p{N}_.-]+/u).flatMap((part) => [part, ...part.split(/[.-]+/)])))
      words.set(word, [...(words.get(word) ?? []), index]);
  let at = 0;
  return {
    ofName(id, label = id) {
      const standing = words.get(id) ?? lines.flatMap((line, index) => (line.includes(id) ? [index] : []));
      const first = label.split(/<br\s*\/?>|\n/i)[0]?.trim() ?? "";
      const labelled = label === id ? undefined : standing.find((index) => lines[index]?.includes(first));
      return (labelled ?? standing[0] ?? 0) + 1;
    },
    next(sought) {
      const needle = sought.split(/<br\s*\/?>|\n/i)[0]?.trim() ?? "";
      const index = lines.findIndex((line, candidate) => candidate >= at && line.includes(needle));
      if (index !== -1) at = index;
      return at + 1;
    },
    opening(id) {
      const standing = words.get(id) ?? [];
      return (
        (standing.find((index) => lines[index]?.includes("{") && !/[|}o]--|--[|{o]|\.\./.test(lines[index] ?? "")) ?? standing[0] ?? 0) + 1
      );
    },
    after(line, ...sought) {
      const index = lines.findIndex((text, candidate) => candidate >= line && sought.every((word) => text.includes(word)));
      return index === -1 ? line : index + 1;
    },
  };
}
