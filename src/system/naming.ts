import { hasWord } from "../text/names.ts";

/** @returns which of the names a text holds; in "Message Broker" it is not the "Broker" that is meant. */
export function namesIn(text: string, names: readonly string[]): string[] {
  let rest = text;
  const longest = [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length);
  return longest.filter((name) => {
    if (!hasWord(rest, name)) return false;
    rest = rest.replaceAll(name, " ");
    return true;
  });
}
