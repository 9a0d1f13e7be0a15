import { parametersOf } from "../../model/interfaces/parameters.ts";
import type { Interface } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import { interfaceKey } from "../../text/names.ts";
import { pathKey } from "../../text/paths.ts";
import { pairNames } from "./members.ts";
import { ENDPOINT, isMentioned, isPath } from "./routes.ts";
import type { Compared, Found, LineOf, Outcome } from "./types.ts";

type Route = Survey["routes"][number];

/** What a route is read from that a contract beside the code states: see `emitted.ts`. */
const EMITTED = "openapi";

interface Endpoint {
  method: string;
  path: string;
  place: LineOf;
  own: Interface;
}

/** Holds the endpoints of a design against the routes of the code: those that are not built, that have another method or path, and those beside them. */
export function endpointDrifts(compared: Compared): Outcome {
  const { model, survey, past } = compared;
  const endpoints = model.backend.interfaces.flatMap((own): Endpoint[] => {
    const [, method, path] = ENDPOINT.exec(own.name) ?? [];
    return method && path ? [{ method, path, place: own.place, own }] : [];
  });
  const exact = matched(endpoints, survey.routes);
  const before = past && matched(endpoints, past.routes);
  const unnamed = unnamedRoutes(new Set(exact.values()), compared);
  const found: Found[] = [];
  let built = 0;
  for (const endpoint of endpoints) {
    const route = exact.get(endpoint);
    const was = before?.get(endpoint);
    const other = route ?? renamed(unnamed, endpoint, was);
    if (other) built++;
    if (route) found.push(...parameterDrifts(endpoint, route));
    else if (other) {
      unnamed.take(other);
      found.push(told("built-otherwise", endpoint, `is designed, the code has ${other.method} ${other.path}`, other));
    } else if (was) found.push(told("removed", endpoint, "is designed, and the code has it no longer"));
    else found.push(told("not-built", endpoint, "is designed, and the code has no such route"));
  }
  found.push(...beside(endpoints, unnamed));
  return { found, designed: endpoints.length, built };
}

/** Each endpoint with the route that it is: the same method and path; a prefix that the design leaves out may stand in front. */
function matched(endpoints: readonly Endpoint[], routes: readonly Route[]): Map<Endpoint, Route> {
  const pairs = new Map<Endpoint, Route>();
  const free = new Set(routes);
  const isMethod = (route: Route, { method }: Endpoint) => route.method === method || route.method === "ANY";
  const fits = [(code: string, said: string) => pathKey(code) === pathKey(said), isPath];
  for (const fit of fits)
    for (const endpoint of endpoints) {
      const route = pairs.has(endpoint) ? undefined : [...free].find((one) => isMethod(one, endpoint) && fit(one.path, endpoint.path));
      if (!route) continue;
      pairs.set(endpoint, route);
      // A route of any method may be several endpoints.
      if (route.method !== "ANY") free.delete(route);
    }
  return pairs;
}

/** The routes that no document names. */
interface Unnamed {
  /** @returns the first of them that fits */
  find(fits: (route: Route) => boolean): Route | undefined;
  all(fits: (route: Route) => boolean): Route[];
  /** A route that is told is told once. */
  take(route: Route): void;
  /** It is new, or stands in a file that is mostly made of this design. */
  isOurs(route: Route): boolean;
}

/** What an input speaks of, another design has, or stood there before this one, is no other name for what is designed here. */
function unnamedRoutes(own: ReadonlySet<Route>, { model, survey, past, isOlder, designed }: Compared): Unnamed {
  const free = new Set(survey.routes.filter((route) => !own.has(route)));
  const document = model.documents["backend-design"]?.file;
  const shape = ({ method, path }: Route) => `${method} ${pathKey(path)}`;
  const before = past && new Set(past.routes.map(shape));
  const isKnown = (route: Route) =>
    isMentioned(model, route) ||
    (designed?.().has(interfaceKey(shape(route))) ?? false) ||
    (before ? before.has(shape(route)) : document !== undefined && (isOlder?.(route, document) ?? false));
  const known = new Map<Route, boolean>();
  const isUnnamed = (route: Route) => {
    const answer = known.get(route) ?? !isKnown(route);
    known.set(route, answer);
    return answer;
  };
  const count = (file: string, routes: Iterable<Route>) => [...routes].filter((route) => route.file === file).length;
  return {
    find: (fits) => [...free].find((route) => fits(route) && isUnnamed(route)),
    all: (fits) => [...free].filter((route) => fits(route) && isUnnamed(route)),
    take: (route) => free.delete(route),
    isOurs: ({ file }) => past !== undefined || count(file, own) * 2 >= count(file, survey.routes),
  };
}

/** A route of the same path and another method; one of the same handler; one whose path differs in one part; else one of the same resource. */
function renamed({ find, isOurs }: Unnamed, { method, path }: Endpoint, was: Route | undefined): Route | undefined {
  const wanted = pathKey(path);
  const isMethod = (route: Route) => route.method === method;
  return (
    find((route) => pathKey(route.path) === wanted) ??
    find(({ handler, file }) => was?.handler !== undefined && handler === was.handler && file === was.file) ??
    find((route) => isMethod(route) && differences(pathKey(route.path), was ? pathKey(was.path) : wanted) === 1) ??
    find((route) => isMethod(route) && isBelow(pathKey(route.path), resourceOf(path)) && isOurs(route))
  );
}

function differences(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  // A design may leave out what stands in front.
  if (left.length < right.length || right.length < 3) return Number.POSITIVE_INFINITY;
  const [front, own] = [left.slice(1, left.length - right.length + 1), left.slice(left.length - right.length + 1)];
  if (front.includes("{}")) return Number.POSITIVE_INFINITY;
  return own.filter((part, index) => part !== right[index + 1]).length;
}

function told(kind: Found["kind"], { method, path, place }: Endpoint, words: string, code?: Route): Found {
  return {
    kind,
    subject: `${method} ${path}`,
    text: `${method} ${path} ${words}`,
    design: { file: place.file, line: place.line },
    ...(code && { code: { file: code.file, line: code.line } }),
    certain: code?.framework === EMITTED,
    names: [`${method} ${path}`, path, ...(code ? [`${code.method} ${code.path}`] : [])],
  };
}

/** What a caller gives behind the question mark, where the code reads any of it by name. */
function parameterDrifts(endpoint: Endpoint, route: Route): Found[] {
  const { method, path, place, own } = endpoint;
  const query = parametersOf(own).filter((one) => one.in === "query");
  const reads = route.query ?? [];
  if (reads.length === 0) return [];
  const { missing, extra, renamed: others } = pairNames(query, reads);
  const text = Object.values(own.values)
    .map(({ source }) => source)
    .join("\n");
  const tell = (kind: Found["kind"], words: string, name: string, code: LineOf): Found => ({
    kind,
    subject: `${method} ${path} ${name}`,
    text: `${method} ${path} ${words}`,
    design: { file: place.file, line: place.line },
    code: { file: code.file, line: code.line },
    certain: route.framework === EMITTED,
    names: [name],
  });
  return [
    ...others.map(({ designed, built }) =>
      tell("built-otherwise", `is designed with ${designed.name}, the code reads ${built.name}`, designed.name, built),
    ),
    ...missing.map(({ name }) => tell("built-otherwise", `is designed with ${name}, which the code does not read`, name, route)),
    ...extra
      .filter(({ name }) => !text.includes(name))
      .map((one) => tell("not-designed", `reads ${one.name} in the code, which the design does not name`, one.name, one)),
  ];
}

/** Routes below what is designed, that no document names: new ones, or those of a file that is mostly made of this design. */
function beside(endpoints: readonly Endpoint[], { all, isOurs }: Unnamed): Found[] {
  const resources = endpoints.map(({ path }) => resourceOf(path));
  const indexOf = ({ path }: Route) => resources.findIndex((resource) => isBelow(pathKey(path), resource));
  return all((route) => /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(route.method) && indexOf(route) >= 0 && isOurs(route)).flatMap((route) => {
    const endpoint = endpoints[indexOf(route)];
    const name = `${route.method} ${route.path}`;
    return endpoint
      ? [
          {
            kind: "not-designed" as const,
            subject: name,
            text: `${name} is in the code, and no design names it`,
            design: { file: endpoint.place.file, line: endpoint.place.line },
            code: { file: route.file, line: route.line },
            certain: route.framework === EMITTED,
            names: [name, route.path],
          },
        ]
      : [];
  });
}

/** The path up to the last part that is no parameter, and no deed on what a parameter names. */
function resourceOf(path: string): string {
  const parts = pathKey(path).split("/");
  const lastParameter = parts.lastIndexOf("{}");
  return parts.slice(0, lastParameter === -1 ? parts.length : lastParameter).join("/");
}

function isBelow(path: string, resource: string): boolean {
  const at = path.indexOf(resource);
  return at !== -1 && !path.slice(0, at).includes("{}") && /^(?:$|\/)/.test(path.slice(at + resource.length));
}
