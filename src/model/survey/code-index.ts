import type { Survey } from "../../survey/types.ts";
import { nameKey } from "../../text/names.ts";
import { once } from "../../text/once.ts";
import { commandsOf, type KnownCommands } from "./commands.ts";
import { type CodePlace, type Thing, thingsOf } from "./things.ts";

type Route = Survey["routes"][number];

/** What a review asks of the code, made of a survey when it is first asked for. */
export interface CodeIndex {
  survey: Survey;
  things(): ReadonlyMap<string, Thing>;
  commands(): KnownCommands;
  /** Keys of all names that the code declares: classes, functions, tables, types, commands. */
  names(): ReadonlySet<string>;
  /** Parameters by which lists are cut into pages, with the first route that has them. */
  paging(): readonly (CodePlace & { name: string; route: string })[];
  /** A language that is not read, or a file that does not parse, may hold what is not found. */
  isWhole: boolean;
}

const known = new WeakMap<Survey, CodeIndex>();

/** @returns the code as a review asks for it */
export function codeIndex(survey: Survey): CodeIndex {
  const index = known.get(survey) ?? makeIndex(survey);
  known.set(survey, index);
  return index;
}

function makeIndex(survey: Survey): CodeIndex {
  return {
    survey,
    things: once(() => thingsOf(survey)),
    commands: once(() => commandsOf(survey)),
    names: once(
      () => new Set([...survey.names, ...survey.types.map(({ name }) => name), ...survey.tables.map(({ name }) => name)].map(nameKey)),
    ),
    paging: once(() => pagingOf(survey.routes)),
    isWhole: !survey.unread.some(({ what }) => /^(?:all facts of|parts of the file)/.test(what)),
  };
}

const PAGE = /^(?:page|size|limit|offset|skip|take|cursor|per_?page|page_?(?:size|no|num|number|token)|starting_after)$/i;

function pagingOf(routes: readonly Route[]): (CodePlace & { name: string; route: string })[] {
  const found = new Map<string, CodePlace & { name: string; route: string }>();
  for (const { method, path, query = [] } of routes)
    for (const { name, file, line } of query)
      if (PAGE.test(name) && !found.has(name)) found.set(name, { name, file, line, route: `${method} ${path}` });
  return [...found.values()];
}

/** A path in which all parameters are called the same. */
export const pathShape = (path: string): string =>
  path
    .replace(/\?.{0,400}$/s, "")
    .replace(/[{<:][^/{}<>]{1,80}[}>]?/g, "{}")
    .replace(/(.)\/$/, "$1")
    .toLowerCase();

/** @returns the route of the code that a method and a path mean; a prefix that is left out may stand in front */
export function routeMeant(routes: readonly Route[], method: string, path: string): Route | undefined {
  const wanted = pathShape(path);
  const fits = routes.filter((route) => route.method === method || route.method === "ANY");
  return (
    fits.find((route) => pathShape(route.path) === wanted) ?? fits.find((route) => wanted !== "/" && pathShape(route.path).endsWith(wanted))
  );
}
