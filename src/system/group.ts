import type { DocumentKind } from "../config/config.ts";
import { formatKey } from "../feature/key.ts";
import type { Model } from "../model/types.ts";
import type { SystemFeature } from "./types.ts";

/** A feature's facts, with the name under which the overview tells them. */
export interface Source {
  feature: SystemFeature;
  model: Model;
}

/** @returns the feature of a model, as the overview names it. */
export function featureOf({ key, documents }: Model): SystemFeature {
  const stated = (name: string, kinds: readonly DocumentKind[]) =>
    kinds.map((kind) => documents[kind]?.markdown.frontMatter.data[name]).find((value) => typeof value === "string" && value.trim() !== "");
  const title = stated("title", ["prd", "architecture", "backend-design"]) ?? key.feature;
  const owner = stated("owner", ["architecture", "backend-design", "prd"]) ?? "";
  return { name: formatKey(key), title: String(title), owner: String(owner) };
}
