import { readJson } from "./json.ts";
import type { TreeDocument } from "./types.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads a file in JSON or YAML. Aliases stay shared, so that a file of a few hundred bytes cannot become millions of values.
 *
 * @param file the path, which tells JSON from YAML
 * @returns the values with their lines; `root` is undefined where the text is malformed, and `problems` says where
 */
export function parseTree(file: string, text: string): TreeDocument {
  const bare = text.replace(/^\uFEFF/, "");
  return /\.json$/i.test(file) ? readJson(file, bare) : readYaml(file, bare);
}

/** @returns a mapping, or undefined for any other value */
export function asMap(value: unknown): Record<string, unknown> | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** @returns a list; empty for any other value */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns a text; empty for any other value */
export function asText(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** @returns the line of a mapping's key, else the line where the mapping begins, else 1 */
export function lineOf({ lines }: TreeDocument, parent: unknown, key?: string): number {
  const known = parent !== null && typeof parent === "object" ? lines.get(parent) : undefined;
  return (key === undefined ? undefined : known?.keys.get(key)) ?? known?.line ?? 1;
}
