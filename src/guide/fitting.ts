import type { OutputKind } from "../config/config.ts";
import type { Model } from "../model/types.ts";
import { outgrows } from "./budget.ts";

/**
 * Says before the first section that a document cannot hold what the feature holds, and what to do about it: an author who finds out
 * at the end crams or cuts what was right.
 *
 * @returns undefined where it fits
 */
export function sayOutgrown(model: Model, kind: OutputKind): string | undefined {
  const outgrown = outgrows(model, kind);
  if (!outgrown) return undefined;
  const { needs, holds, heaviest } = outgrown;
  const named = heaviest.map(({ title, items, lines }) => `${title} (${items}, about ${lines} lines)`).join(", ");
  const flows =
    kind === "architecture"
      ? "draw fewer flows, and tell the others in a sentence each"
      : "write fewer interfaces in full, and tell those that follow the same steps together";
  return `${model.files[kind]} has ${holds} lines, and what this feature holds takes about ${needs}: ${named}. Decide with the person before the first section: split the feature in two; or ${flows}; or give it another budget in the configuration, with the reason beside it ("lines": { "${kind}": { "max": ${Math.ceil((needs + 10) / 10) * 10} } } under overrides for this folder).`;
}
