import type { Model } from "../../types.ts";
import { subjectStem } from "../stems.ts";
import type { Content, Quantity } from "../types.ts";

/** A sentence that says how many there are of something that the backend design describes one by one. */
export interface StatedCount {
  said: Quantity;
  noun: string;
  described: number;
}

/** @returns the sentences "all nine structures and four endpoints" of which the number is another one than is described */
export function wrongCounts(model: Model, { quantities }: Content): StatedCount[] {
  const { structures, interfaces, errors } = model.backend;
  const of = (kind: string) => interfaces.filter((each) => each.kind === kind).length;
  const numbers = new Map(
    [
      ["structures", structures.length],
      ["endpoints", of("api")],
      ["commands", of("cli")],
      ["events", of("service")],
      ["functions", of("library")],
      ["codes", new Set(errors.map(({ code }) => code)).size],
    ].map(([noun, count]) => [subjectStem(String(noun)), { noun: String(noun), described: Number(count) }]),
  );
  return quantities.flatMap((said) => {
    const known = numbers.get(said.nouns[0] ?? "");
    const { passage, dimension, value } = said;
    if (dimension !== "count" || passage.document !== "backend-design" || passage.aside || !known || known.described === 0) return [];
    // "Four events" may be some of them; "all nine structures, eight events and fourteen codes" are all.
    const from = passage.text.search(/\b[Aa]ll\s(?:\d{1,3}|[a-z]{3,10})\s[a-z]/);
    const { at } = said;
    if (from === -1 || at < from || /[.;:]/.test(passage.text.slice(from, at)) || value === known.described) return [];
    return [{ said, ...known }];
  });
}
