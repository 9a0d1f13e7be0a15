import { formatKey } from "../../feature/key.ts";
import type { FeatureKey } from "../../feature/types.ts";
import { requirementKey } from "../../model/requirements/ids.ts";
import { readMentions } from "../../model/requirements/mentions.ts";
import type { Requirement } from "../../model/types.ts";
import { literally } from "../../text/names.ts";
import type { CodeMention } from "./types.ts";

/** A feature with what its PRD states. */
export interface Stating {
  key: FeatureKey;
  statements: readonly Requirement[];
}

/** Lines that were written in one place: a file of the code, or a commit. */
export interface Written {
  file: string;
  kind: CodeMention["kind"];
  lines: readonly { line: number; text: string }[];
}

export interface Mentions {
  found: CodeMention[];
  /** Ids that several features have, where nothing near says which one is meant. */
  unclear: number;
}

/** @returns says of a whole text whether an id of these features may stand in it */
export function mayMention(features: readonly Stating[]): (text: string) => boolean {
  const prefixes = [
    ...new Set(features.flatMap(({ statements }) => statements.flatMap(({ id, numbered }) => (numbered ? prefixOf(id) : [])))),
  ];
  if (prefixes.length === 0) return () => false;
  const any = new RegExp(`(?:${prefixes.map(literally).join("|")})[-_ \\u2010\\u2011]?\\d`, "i");
  return (text) => any.test(text);
}

const prefixOf = (id: string): string => /^\p{L}{1,12}/u.exec(id)?.[0] ?? id;

/**
 * Reads which requirements of which features are named. Which feature is meant is said on the line, above it in the file, or by the path;
 * else it is the only one that has such an id.
 */
export function mentionsIn(written: readonly Written[], features: readonly Stating[]): Mentions {
  const named = features.map((feature) => ({ ...feature, names: namesOf(feature.key) }));
  const known = new Map(features.map(({ key, statements }) => [formatKey(key), new Set(statements.map(({ id }) => requirementKey(id)))]));
  const found: CodeMention[] = [];
  let unclear = 0;
  for (const { file, kind, lines } of written) {
    const byPath = lastNamed(file.replace(/[\\/]/g, " / "), named);
    let above: FeatureKey | undefined;
    for (const { line, text } of lines) {
      const onLine = lastNamed(text, named);
      above = onLine ?? above;
      const meant = onLine ?? above ?? byPath;
      for (const id of idsIn(text, features)) {
        const owners = features.filter(({ key }) => known.get(formatKey(key))?.has(requirementKey(id)));
        const [only] = owners.length > 0 ? owners : features;
        const isOnly = owners.length === 1 || (owners.length === 0 && features.length === 1);
        const feature = meant ?? (isOnly ? only?.key : undefined);
        if (feature) found.push({ feature, id: writtenAs(id, feature, features), kind, file, line });
        else if (owners.length > 1) unclear++;
      }
    }
  }
  return { found, unclear };
}

/** The ids of a line, each once: ranges and lists are taken apart as in a design. */
function idsIn(text: string, features: readonly Stating[]): string[] {
  const ids = new Map<string, string>();
  for (const { statements } of features)
    for (const { id } of readMentions(text, (start) => ({ file: "", line: 1, column: start + 1 }), "prd", statements))
      if (/^\p{L}{1,12}[-_. \u2010\u2011]{0,2}(?:\p{L}{1,12}[-_]){0,2}\d/u.test(id)) ids.set(requirementKey(id), id);
  return [...ids.values()];
}

function writtenAs(id: string, feature: FeatureKey, features: readonly Stating[]): string {
  const own = features.find(({ key }) => formatKey(key) === formatKey(feature));
  return own?.statements.find((statement) => requirementKey(statement.id) === requirementKey(id))?.id ?? id;
}

/** How people name a feature: by its key, the key's number, or the words behind that. */
function namesOf({ feature }: FeatureKey): RegExp {
  const number = /^[A-Za-z]{1,4}\d{1,5}[-_][A-Za-z]{1,4}\d{1,5}(?![A-Za-z0-9])/.exec(feature)?.[0];
  const words = number ? feature.slice(number.length).replace(/^[-_]/, "") : feature;
  const names = [feature, ...(number ? [number] : []), ...(/[-_]/.test(words) ? [words, words.replaceAll("-", "_")] : [])];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(literally).join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** The feature that is named last: what follows is said of it. */
function lastNamed(text: string, features: readonly { key: FeatureKey; names: RegExp }[]): FeatureKey | undefined {
  let last: { key: FeatureKey; at: number; length: number } | undefined;
  for (const { key, names } of features)
    for (const { 0: name, index } of text.matchAll(names))
      if (!last || index > last.at || (index === last.at && name.length > last.length)) last = { key, at: index, length: name.length };
  return last?.key;
}
