import type { Interface, InterfaceKind, Model } from "../../core.ts";

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS);?\s{1,4}\/[^\s;]{0,200}/;
const EVENT = /^[\p{L}\p{N}_-]{1,60}(?:[.:/][\p{L}\p{N}_-]{1,60}){1,6}|^\p{Lu}[\p{L}\p{N}]{3,60}/u;
const NAMES: Readonly<Partial<Record<InterfaceKind, (text: string) => string | undefined>>> = {
  api: (text) => METHOD.exec(text)?.[0],
  service: (text) => EVENT.exec(text)?.[0],
  // Behind the words of a command stand its arguments.
  cli: (text) => /^[a-z][\w-]{0,40}(?:\s[a-z][\w-]{0,40}){0,3}(?=\s{0,3}(?:$|[-<[({:;=A-Z]))/.exec(text)?.[0],
};

/** @returns the interfaces of one kind that the PRD lists by their names, below headings such as Commands, Endpoints and Events. */
export function askedInterfaces({ statements }: Model, kind: InterfaceKind, labels: readonly string[]): Interface[] {
  const seen = new Set<string>();
  return statements.flatMap(({ asks, excluded, text, whole, place }) => {
    const found = asks === kind && excluded === undefined ? NAMES[kind]?.(text) : undefined;
    if (found === undefined || seen.has(found)) return [];
    seen.add(found);
    // Method and path may stand in two columns.
    const name = found.replace(";", "");
    const told = whole
      .slice(whole.indexOf(found) + found.length)
      .replace(/^.{0,200}?(?:[:;—]|\s[-–]\s)\s{0,9}/su, "")
      .replace(/\s+/g, " ")
      .trim();
    const [first] = labels;
    const values = first === undefined || told === "" ? {} : { [first]: { text: told, source: told, codes: [], items: [], place } };
    return [{ name, kind, form: "section" as const, values, place }];
  });
}
