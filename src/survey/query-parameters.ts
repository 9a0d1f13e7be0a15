import type { Project, Source } from "./project.ts";
import { type Call, type Expr, endOf, type Fn, type Param, texts, walk } from "./syntax/tree.ts";
import type { Parameter, Route } from "./types.ts";

/** Finds what the handler of each route takes behind the question mark. */
export function collectQueries(project: Project): void {
  for (const [index, route] of project.routes.entries()) {
    const handler = handlerOf(project, route);
    if (handler) project.routes[index] = { ...route, query: parametersOf(route, handler.source, handler.fn) };
  }
}

/** The function of that name in the file of the route; else the only one of the language. */
function handlerOf(project: Project, { handler, file }: Route): { source: Source; fn: Fn } | undefined {
  const source = project.sources.get(file);
  const name = handler?.split(/[.@#]|::/).at(-1);
  if (!source || !name) return undefined;
  const all = project.functions(name, source.language);
  return all.find((one) => one.source === source) ?? (all.length === 1 ? all[0] : undefined);
}

function parametersOf(route: Route, source: Source, fn: Fn): Parameter[] {
  const declared = fn.params.flatMap((param) => declaredAs(param, route));
  const read: Parameter[] = [];
  for (const part of fn.body) walk(part, (e) => void read.push(...readAs(e, source.path)));
  const seen = new Set<string>();
  return [...declared.map((one) => ({ ...one, file: source.path })), ...read].filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Types that stand in a query, where nothing says that they stand elsewhere. */
const SIMPLE =
  /^(?:typing\.)?(?:Annotated\[|Optional\[|list\[|List\[)?\s{0,3}(?:int|str|bool|float|date|datetime|UUID|uuid\.UUID|EmailStr)\b/;
const ELSEWHERE = /^(?:Depends|Body|Form|File|Header|Cookie|Path|Security)$/;

function declaredAs({ name, type, value, notes, line }: Param, { framework, path }: Route): Omit<Parameter, "file">[] {
  const said = { ...(type ? { type } : {}), line };
  const note = notes.find(({ fn }) => /^(?:RequestParam|QueryParam|QueryValue|FromQuery|Query|MapQueryParameter)$/.test(endOf(fn)));
  if (note) return [{ name: nameIn(note) ?? name, ...said }];
  if (framework !== "fastapi" || /[{:<]/.test(name) || new RegExp(`\\{${name}(?::|\\})`).test(path)) return [];
  const from = endOf(value);
  if (ELSEWHERE.test(from) || /\b(?:Depends|Body|Form|File|Header|Cookie|Path|Security)\(/.test(type ?? "")) return [];
  return from === "Query" || SIMPLE.test(type ?? "") ? [{ name, ...said }] : [];
}

function nameIn(note: Call): string | undefined {
  return texts(note.args[0])[0] ?? texts(note.named.value)[0] ?? texts(note.named.name)[0];
}

/** Calls that read one parameter, by its name. */
const READS = /^(?:Query|DefaultQuery|QueryParam|QueryInt|QueryBool|FormValue)$/;

function readAs(e: Expr, file: string): Parameter[] {
  if (e.t === "member") return e.of.t === "member" && e.of.name === "query" ? [{ name: e.name, file, line: e.line }] : [];
  if (e.t !== "call") return [];
  const [name] = texts(e.args[0]);
  if (name === undefined || !/^[A-Za-z][\w.[\]-]{0,60}$/.test(name)) return [];
  if (READS.test(endOf(e.fn))) return [{ name, file, line: e.line }];
  const of = e.fn.t === "member" && /^get$/i.test(e.fn.name) ? endOf(e.fn.of) : "";
  return /^(?:Query|query|args|GET|query_params|searchParams)$/.test(of) ? [{ name, file, line: e.line }] : [];
}
