import type { PatternFile } from "../../context/types.ts";
import type { Listed } from "./types.ts";

/** The figures of a catalogue: patterns, states, code, tags, days of migration, and the last major update with its reason. */
export function statistics(files: readonly PatternFile[], listed: readonly Listed[], categories: number): string {
  const active = listed.filter(({ pattern }) => pattern.status === "current").length;
  const coded = listed.filter((entry) => entry.coded).length;
  const { day, why } = lastUpdate(files);
  const figures = [
    "| Patterns | Active | Deprecated | Categories | Last major update |",
    "| --- | --- | --- | --- | --- |",
    `| ${listed.length} | ${active} | ${listed.length - active} | ${categories} | ${day} |`,
  ].join("\n");
  const tags = counted(listed.flatMap(({ pattern }) => pattern.tags));
  const migrated = counted(listed.flatMap(({ pattern }) => pattern.migrationDate ?? []));
  return [
    figures,
    ...(why === "" ? [] : [`Why: ${why}.`]),
    ...(coded === 0 ? [] : [`With code examples: ${coded}.`]),
    ...(tags === "" ? [] : [`Tags: ${tags}.`]),
    ...(migrated === "" ? [] : [`Migration dates: ${migrated}.`]),
  ].join("\n\n");
}

/** The last change that somebody gave a reason for; where nobody has, the last day that a file names. */
function lastUpdate(files: readonly PatternFile[]): { day: string; why: string } {
  const told = files.map(({ frontMatter }) => ({
    day: String(frontMatter.last_updated ?? ""),
    why: typeof frontMatter.last_change === "string" ? frontMatter.last_change.trim().replace(/\.$/, "") : "",
  }));
  const reasoned = told.filter(({ why }) => why !== "");
  return (reasoned.length > 0 ? reasoned : told).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? { day: "", why: "" };
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([word, count]) => `${word} (${count})`)
    .join(", ");
}
