import type { Env, Router, Value } from "../run/values.ts";
import type { Flag } from "../types.ts";

/** Makes a router a command. */
export function command(router: Router, name: string, isRoot = false): void {
  const words = name.trim().split(/\s{1,9}/);
  router.command = {
    kind: "command",
    name: words[0] ?? "",
    flags: [],
    args: words
      .slice(1)
      .filter((word) => /^[<[]/.test(word))
      .map(bare),
    isRoot,
  };
}

/** `<file...>`, `[dir]` and `{a|b}` without their brackets. */
export const bare = (word: string): string => word.replace(/^[<[{]+|(?<![>\]}])[>\]}]+$/g, "").replace(/\.{3}$/, "");

export function flag(router: Router | undefined, given: Omit<Flag, "file" | "line">, env: Env, line: number): void {
  if (!router?.command || router.command.flags.some((one) => one.name === given.name && one.line === line)) return;
  router.command.flags.push({ ...given, file: env.source.path, line });
}

export const valueFor = (router: Router): Value => ({ k: "router", router });

/** `-f, --force <x>`: the names of a flag as people write them. */
export function flagNames(words: string): { name: string; short?: string; type?: string } | undefined {
  const long = /(?:^|[\s,|])(--[A-Za-z0-9][\w.:-]{0,80}|--\[no-\][\w-]{1,80})/.exec(words)?.[1];
  const short = /(?:^|[\s,|])(-[A-Za-z0-9?])(?=$|[\s,|=<[])/.exec(words)?.[1];
  const name = long?.replace("[no-]", "") ?? short;
  if (!name) return undefined;
  return { name, ...(long && short ? { short } : {}), ...(/[<[]/.test(words.replace("[no-]", "")) ? { type: "value" } : {}) };
}
