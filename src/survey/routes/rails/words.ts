/** What a resource of many expands to: action, verb and the end of the path. */
export const RESOURCES = [
  ["index", "GET", ""],
  ["create", "POST", ""],
  ["new", "GET", "/new"],
  ["edit", "GET", ":id/edit"],
  ["show", "GET", ":id"],
  ["update", "PATCH", ":id"],
  ["update", "PUT", ":id"],
  ["destroy", "DELETE", ":id"],
] as const;

/** And a resource of which there is one. */
export const RESOURCE = [
  ["new", "GET", "/new"],
  ["edit", "GET", "/edit"],
  ["show", "GET", ""],
  ["update", "PATCH", ""],
  ["update", "PUT", ""],
  ["destroy", "DELETE", ""],
  ["create", "POST", ""],
] as const;

export const under = (front: string, end: string): string => (end === "" || end === "/" ? front : `${front}/${end.replace(/^\//, "")}`);

const IRREGULAR: Record<string, string> = {
  people: "person",
  children: "child",
  men: "man",
  news: "news",
  series: "series",
  status: "status",
  media: "medium",
  data: "datum",
  analyses: "analysis",
  addresses: "address",
  statuses: "status",
  movies: "movie",
};

/** @returns the one of many, as Rails names its parameters. */
export function singular(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("ves")) return `${word.slice(0, -3)}f`;
  return word.replace(/s$/, "");
}

export function plural(word: string): string {
  for (const [many, one] of Object.entries(IRREGULAR))
    if (word === one || word.endsWith(`_${one}`)) return word.slice(0, word.length - one.length) + many;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
