import { cell } from "../model/documents/items.ts";
import { groupBy } from "../text/group.ts";
import { nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { SharedPattern } from "./types.ts";

/** What one feature decided on a pattern. */
export type DecidedPattern = SharedPattern["uses"][number] & Pick<SharedPattern, "title" | "link">;

/** @returns the patterns that an architecture applies or declines. */
export function readDecidedPatterns({ feature, model }: Source): DecidedPattern[] {
  return model.architecture.patterns.map((row) => {
    const [first, second, third] = Object.values(row.cells);
    const link = model.links.find(
      ({ path, place }) => path !== undefined && place.file === row.place.file && place.line === row.place.line,
    );
    const leads = link?.path !== undefined && model.feature.targets.get(link.path)?.exists === true;
    return {
      title: (cell(row, "Pattern") ?? first)?.text ?? "",
      feature,
      place: row.place,
      applied: !/^\W*(?:declined|rejected|not\b)/i.test((cell(row, "Decision") ?? second)?.text ?? ""),
      reason: (cell(row, "Where and why") ?? third)?.text ?? "",
      link: leads ? `${link.path}${link.fragment ? `#${link.fragment}` : ""}` : undefined,
    };
  });
}

/** @returns every pattern, with what the features decided on it. */
export function gatherPatterns(all: readonly DecidedPattern[]): SharedPattern[] {
  return [...groupBy(all, ({ title }) => nameKey(title)).values()].map((uses) => ({
    title: uses[0]?.title ?? "",
    link: uses.find(({ link }) => link !== undefined)?.link,
    uses: uses.map(({ link: _, title: __, ...use }) => use),
  }));
}
