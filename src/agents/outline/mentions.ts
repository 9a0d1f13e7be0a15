/** @returns the names that a text mentions, in the order of their first mention; of nested names the longest. */
export function mentionedIn(text: string, names: readonly string[]): string[] {
  const found: { name: string; at: number; end: number }[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s-]+/g, "[\\s-]+")}(?![\\p{L}\\p{N}])`,
      "iu",
    );
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (!found.some((other) => match.index < other.end && other.at < end)) found.push({ name, at: match.index, end });
  }
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}
