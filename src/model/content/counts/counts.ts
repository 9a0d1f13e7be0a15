import type { Model } from "../../types.ts";
import type { Content, Quantity } from "../types.ts";
import { wrongDescribed } from "./described.ts";
import { wrongEnumerated } from "./enumerated.ts";
import { wrongListed } from "./listed.ts";
import type { StatedCount } from "./types.ts";

/** @returns the numbers of things that the documents themselves show to be others; what says the most of one number first */
export function wrongCounts(model: Model, content: Content): StatedCount[] {
  const told = new Set<Quantity>();
  return [...wrongListed(content), ...wrongDescribed(model, content), ...wrongEnumerated(model, content)].filter(({ said }) => {
    const isNew = !told.has(said);
    told.add(said);
    return isNew;
  });
}
