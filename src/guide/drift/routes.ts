import type { Model } from "../../model/types.ts";
import { pathKey } from "../../text/paths.ts";

/** A method and a path, wherever they stand in a text. */
export const ENDPOINT = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,9}(\/[^\s`"'|,;)]{0,300})/;
const EVERY_ENDPOINT = new RegExp(ENDPOINT, "g");

/** @returns whether a path of the code is the one that a document means: a prefix that the document leaves out may stand in front */
export function isPath(code: string, said: string): boolean {
  const [shape, wanted] = [pathKey(code), pathKey(said)];
  if (shape === wanted) return true;
  return wanted !== "/" && shape.endsWith(wanted) && !shape.slice(0, -wanted.length).includes("{}");
}

const known = new WeakMap<Model, readonly (readonly [method: string, path: string])[]>();

/** @returns whether a document of the feature names a route of the code */
export function isMentioned(model: Model, route: { method: string; path: string }): boolean {
  const all = known.get(model) ?? mentionedIn(model);
  known.set(model, all);
  return all.some(([method, path]) => method === route.method && isPath(route.path, path));
}

function mentionedIn({ documents }: Model): (readonly [string, string])[] {
  const texts = Object.values(documents).map(({ markdown }) => markdown.text);
  return texts.flatMap((text) => Array.from(text.matchAll(EVERY_ENDPOINT), ([, method = "", path = ""]) => [method, path] as const));
}
