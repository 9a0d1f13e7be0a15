import { nameKey } from "../../text/names.ts";
import { type CodeIndex, routeMeant } from "./code-index.ts";
import type { Claiming } from "./sentences.ts";
import { thingKey } from "./things.ts";
import type { CodeConflict } from "./types.ts";

const ENDPOINT = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,3}(\/[^\s"'|,;)]{0,300})/;

/** @returns the routes that a sentence says are there, and the code does not have */
export function routeConflicts({ named, place }: Claiming, { survey: { routes, unread }, isWhole }: CodeIndex): CodeConflict[] {
  if (routes.length === 0) return [];
  return named.flatMap((name) => {
    const [, method = "", path = ""] = ENDPOINT.exec(name) ?? [];
    if (path === "" || routeMeant(routes, method, path)) return [];
    const other = routes.find((route) => routeMeant([{ ...route, method }], method, path));
    return [
      {
        what: "route",
        said: `${method} ${path}`,
        has: other ? `${other.method} ${other.path}` : "",
        certain: isWhole && !unread.some(({ what }) => what.startsWith("route")),
        names: [path],
        place,
        ...(other && { code: { file: other.file, line: other.line } }),
      },
    ];
  });
}

/** @returns the commands and options that a sentence says are there, and the code does not have */
export function commandConflicts({ named, place }: Claiming, { commands, isWhole }: CodeIndex): CodeConflict[] {
  return named.flatMap((code): CodeConflict[] => {
    const meant = commands().meant(code);
    if (!meant) return [];
    const { command, unknown, flags } = meant;
    const at = { place, code: { file: command.file, line: command.line }, certain: isWhole };
    if (unknown)
      return [{ ...at, what: "command", said: `${command.name} ${unknown}`, has: "", names: [`${command.name} ${unknown}`, unknown] }];
    if (!command.registered)
      return [{ ...at, what: "command", said: command.name, has: `${command.name}, which nothing registers`, names: [command.name] }];
    return flags
      .filter(({ isKnown }) => !isKnown)
      .map(({ name }) => ({
        ...at,
        what: "option",
        said: `${command.name} ${name}`,
        has: `${command.name} with ${command.flags.map((flag) => flag.name).join(", ") || "no options of its own"}`,
        names: [name],
      }));
  });
}

/** A name that a sentence calls existing. */
const EXISTING =
  /\bexisting\s(?:(?:tables?|models?|types?|class|entity|structs?|functions?|services?|modules?)\s)?`([A-Za-z_]\w{2,80})(?:\(\))?`|`([A-Za-z_]\w{2,80})(?:\(\))?`\s(?:already\sexists|exists\salready)\b/gi;

/** @returns the types, tables and functions that a sentence says are there, and that the code declares nowhere */
export function nameConflicts({ text, place }: Claiming, { names, things }: CodeIndex): CodeConflict[] {
  return [...text.matchAll(EXISTING)].flatMap(([, before, behind]) => {
    const name = before ?? behind ?? "";
    // A single word in small letters may be anything: a folder, a state, a flag.
    if (
      !/[a-z0-9][A-Z]|_|^[A-Z]/.test(name) ||
      /^[A-Z][A-Z0-9_]*$/.test(name) ||
      names().has(nameKey(name)) ||
      things().has(thingKey(name))
    )
      return [];
    return [{ what: "name", said: name, has: "", certain: false, names: [name], place }];
  });
}
