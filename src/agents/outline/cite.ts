import { cutAtWord, inRanges, type Said, type Source, wholeOf } from "../../core.ts";
import { from } from "./origins.ts";

/** @returns where something is stated, as a reader finds it: ids, or the line of the input */
export function citation(sources: readonly Source[]): string {
  const ids = [...new Set(sources.flatMap(({ id }) => id ?? []))];
  if (ids.length > 0) return listed(ids);
  const [first] = sources;
  return first ? `${first.file.slice(first.file.lastIndexOf("/") + 1)}, line ${first.line}` : "";
}

/** @returns ids as a list in which neighbours are a range, cut to what a reader takes in */
export function listed(ids: readonly string[]): string {
  const order = new Map(ids.map((id, index) => [id, index]));
  return inRanges(ids, (id) => order.get(id) ?? -1);
}

/** @returns a text with the place where it is stated in brackets behind it */
export function cite(text: string, sources: readonly Source[], limit = 220): string {
  const plain = cutAtWord(text.replace(/(?<![.:;,\s])[.:;,\s]+$/, ""), limit);
  const stated = citation(sources);
  return from(stated === "" ? plain : `${plain} (${stated})`, ...sources);
}

/** @returns a statement with its id */
export function citeSaid(one: Said, limit?: number): string {
  return cite(wholeOf(one), [one.source], limit);
}
