import type { Model } from "../types.ts";
import { type CodeIndex, routeMeant } from "./code-index.ts";
import { thingKey } from "./things.ts";

/** One name may be common to two systems. */
const ENOUGH = 3;
/** Every system has them. */
const COMMON = new Set(["user", "account", "setting", "config", "session", "event", "role", "message", "file", "document", "error"]);

/** @returns whether the inputs speak of this code at all: they name several things that it has */
export function speaksOfCode({ documents }: Model, index: CodeIndex): boolean {
  const found = new Set<string>();
  for (const kind of ["prd", "research", "contracts", "data-design"] as const) {
    const prose = documents[kind]?.markdown.prose ?? "";
    for (const [, code = ""] of prose.matchAll(/`([^`\n]{2,120})`/g)) for (const name of namedBy(code, index)) found.add(name);
    const words = new Set(
      prose
        .toLowerCase()
        .match(/[a-z_]{4,40}/g)
        ?.map(thingKey),
    );
    for (const { name } of index.survey.tables) if (words.has(thingKey(name)) && !COMMON.has(thingKey(name))) found.add(thingKey(name));
    if (found.size >= ENOUGH) return true;
  }
  return false;
}

function namedBy(code: string, { commands, survey }: CodeIndex): string[] {
  const command = commands().meant(code)?.command;
  if (command) return [command.name.split(" ")[0] ?? "", command.name];
  const [, method = "", path = ""] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S{1,200})$/.exec(code) ?? [];
  if (path !== "") return routeMeant(survey.routes, method, path) ? [path] : [];
  // A small word may be anything: letter by letter it has to be a type, or a table.
  const isName = /[A-Z_]/.test(code) && (survey.types.some(({ name }) => name === code) || survey.tables.some(({ name }) => name === code));
  return isName ? [thingKey(code)] : [];
}
