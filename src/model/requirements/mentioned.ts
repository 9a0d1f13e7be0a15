import { groupBy } from "../../text/group.ts";
import type { Mention, Model } from "../types.ts";
import { requirementKey } from "./ids.ts";

const known = new WeakMap<Model, ReadonlyMap<string, readonly Mention[]>>();
const NONE: readonly Mention[] = [];

/**
 * Looks up where the outputs mention a statement; the mentions of a feature are sorted by statement once.
 *
 * @param id in any of the ways to write it
 * @returns its mentions in the order of the documents
 */
export function mentionsOf(model: Model, id: string): readonly Mention[] {
  let index = known.get(model);
  if (!index) {
    index = groupBy(model.mentions, (mention) => requirementKey(mention.id));
    known.set(model, index);
  }
  return index.get(requirementKey(id)) ?? NONE;
}
