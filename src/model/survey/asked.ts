import type { Model } from "../types.ts";
import { codeIndex, routeMeant } from "./code-index.ts";
import type { CodePlace } from "./things.ts";

/** An interface that the PRD names, and that the code has already. */
export interface AskedAndThere extends CodePlace {
  name: string;
  /** What it takes: options, parameters. */
  takes: string[];
  /** Options that the PRD gives it, and it does not have. */
  lacks: string[];
}

/** @returns the commands and routes that the PRD names and the code has already, and the options that none of these commands has */
export function askedAndThere({ documents, survey }: Model): { there: AskedAndThere[]; lacking: string[] } {
  const prose = documents.prd?.markdown.prose;
  if (!survey || prose === undefined) return { there: [], lacking: [] };
  const { commands } = codeIndex(survey);
  const found = new Map<string, AskedAndThere>();
  for (const [, code = ""] of prose.matchAll(/`([^`\n]{2,160})`/g)) {
    const meant = commands().meant(code);
    if (!meant || meant.unknown || meant.isGroup || !meant.command.name.includes(" ")) continue;
    const { name, file, line, flags, registered } = meant.command;
    const own = found.get(name) ?? {
      name: registered ? name : `${name} (nothing registers it)`,
      takes: flags.map((flag) => flag.name),
      lacks: [],
      file,
      line,
    };
    own.lacks.push(...meant.flags.flatMap((flag) => (flag.isKnown || own.lacks.includes(flag.name) ? [] : [flag.name])));
    found.set(name, own);
  }
  for (const [, method = "", path = ""] of prose.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/[^\s`"'|,;)]{1,300})/g)) {
    const route = routeMeant(survey.routes, method, path);
    if (!route) continue;
    const { file, line, query = [], handler } = route;
    const name = `${route.method} ${route.path}${handler ? `, handled by ${handler}` : ""}`;
    if (!found.has(name)) found.set(name, { name, takes: query.map((one) => one.name), lacks: [], file, line });
  }
  const there = [...found.values()];
  const everywhere = survey.commands.flatMap(({ flags }) => flags.filter(({ inherited }) => inherited));
  const taken = new Set([...there.flatMap(({ takes }) => takes), ...everywhere.map(({ name }) => name)]);
  const told = new Set(there.flatMap(({ lacks }) => lacks));
  const named = [...new Set(prose.match(/(?<![\w-])--[a-z][\w-]{1,40}/g))];
  const isCommand = there.some(({ takes }) => takes.some((name) => name.startsWith("--")));
  return { there, lacking: isCommand ? named.filter((name) => !taken.has(name) && !told.has(name) && !GLOBAL.has(name)) : [] };
}

const GLOBAL = new Set(["--help", "--version"]);
