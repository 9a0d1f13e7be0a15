import type { Survey } from "../../survey/types.ts";
import { nameKey } from "../../text/names.ts";
import { once } from "../../text/once.ts";
import { isSamePath, pathKey } from "../../text/paths.ts";
import { commandsOf, type KnownCommands } from "./commands.ts";
import { type CodePlace, type Thing, thingsOf } from "./things.ts";

type Route = Survey["routes"][number];

/** What a review asks of the code, made of a survey when it is first asked for. */
export interface CodeIndex {
  survey: Survey;
  things(): ReadonlyMap<string, Thing>;
  commands(): KnownCommands;
  /** Keys of all names that the code declares: classes, functions, tables, types and what they hold. */
  names(): ReadonlySet<string>;
  /** Keys of what is called or made: classes, functions and methods. */
  callables(): ReadonlySet<string>;
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
    names: once(() => new Set(namesIn(survey).map(nameKey))),
    callables: once(() => new Set(survey.names.map(nameKey))),
    paging: once(() => pagingOf(survey.routes)),
    isWhole: !survey.unread.some(({ what }) => /^(?:all facts of|parts of the file)/.test(what)),
  };
}

/** @returns every name that the code declares: functions and classes, then fields and columns, then types and tables; some several times */
export function namesIn({ names, types, tables }: Survey): string[] {
  return [
    ...names,
    ...types.flatMap(({ fields }) => fields.map(({ name }) => name)),
    ...tables.flatMap(({ columns }) => columns.map(({ name }) => name)),
    ...types.map(({ name }) => name),
    ...tables.map(({ name }) => name),
  ];
}

const PAGE = /^(?:page|size|limit|offset|skip|take|cursor|per_?page|page_?(?:size|no|num|number|token)|starting_after)$/i;

function pagingOf(routes: readonly Route[]): (CodePlace & { name: string; route: string })[] {
  const found = new Map<string, CodePlace & { name: string; route: string }>();
  for (const { method, path, query = [] } of routes)
    for (const { name, file, line } of query)
      if (PAGE.test(name) && !found.has(name)) found.set(name, { name, file, line, route: `${method} ${path}` });
  return [...found.values()];
}

/** @returns the route of the code that a method and a path mean; what stands before all paths may be left out */
export function routeMeant(routes: readonly Route[], method: string, path: string): Route | undefined {
  const wanted = pathKey(path);
  const fits = routes.filter((route) => route.method === method || route.method === "ANY");
  return fits.find((route) => pathKey(route.path) === wanted) ?? fits.find((route) => isSamePath(pathKey(route.path), wanted));
}
