import type { Survey } from "../../survey/types.ts";
import { pathKey } from "../../text/paths.ts";
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
  const [, method = "ANY", path = ""] = /^(?:(GET|POST|PUT|PATCH|DELETE) )?(\/\S{1,200})$/.exec(code) ?? [];
  if (path !== "") return isRoute(survey, method, path) ? [pathKey(path)] : [];
  // A small word may be anything: letter by letter it has to be a type or a table, or a field or a column of several words.
  if (!/[A-Z_]/.test(code)) return [];
  const isThing = survey.types.some(({ name }) => name === code) || survey.tables.some(({ name }) => name === code);
  return isThing || (/[a-z](?:_|[A-Z])/.test(code) && isMember(survey, code)) ? [thingKey(code)] : [];
}

/** A path alone may be that of any method. */
function isRoute({ routes }: Survey, method: string, path: string): boolean {
  const methods = method === "ANY" ? new Set(routes.map((route) => route.method)) : [method];
  return [...methods].some((each) => routeMeant(routes, each, path) !== undefined);
}

/** Every system has these too. */
const EVERYWHERE = /^(?:created|updated|deleted|last|user)_?(?:at|by|on|id|name|email)$/i;

function isMember({ types, tables }: Survey, code: string): boolean {
  if (EVERYWHERE.test(code)) return false;
  return (
    types.some(({ fields }) => fields.some(({ name }) => name === code)) ||
    tables.some(({ columns }) => columns.some(({ name }) => name === code))
  );
}
