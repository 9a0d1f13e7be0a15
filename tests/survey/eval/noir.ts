import { readFileSync } from "node:fs";
import { join } from "node:path";
import { surveyProject } from "../../../src/survey/make.ts";
import { DISPUTED } from "./noir-disputed.ts";

interface Fixture {
  language: string;
  name: string;
  fixture: string;
  routes: [string, string][];
  listed: number;
  total: number | null;
}

/** The frameworks that the survey claims to read, by the names of the fixtures. */
const CLAIMED =
  /^(?:go (?:chi|echo|fiber|gin|http_cross|mux)|python (?:django|fastapi|flask(?!_appb))|javascript (?:express|fastify|hono|koa|nestjs|nextjs)|typescript nestjs|java (?:spring_|spring$|jaxrs|micronaut|quarkus)|csharp aspnet|ruby rails|php (?:laravel|symfony)|rust (?:actix|axum))/;

/** @returns a path in which every parameter is called the same, whatever it was spelt like. */
export function plainPath(path: string): string {
  return (
    path
      .replace(/<(?:[^<>:]{1,60}:)?([^<>]{1,60})>/g, "{}")
      .replace(/\{[^{}]{0,120}\}/g, "{}")
      .replace(/\?.{0,400}$/, "")
      .replace(/:[A-Za-z_]\w{0,60}(?:\([^()]{0,120}\))?[?*+]?/g, "{}")
      .replace(/\*\w{0,60}/g, "{}")
      .replace(/\/{2,9}/g, "/")
      .replace(/\/1(?=\/|$)/g, "/{}")
      .replace(/(.)\/$/, "$1")
      .toLowerCase() || "/"
  );
}

/** Compares what is read with what the extractor's own tests expect. */
export async function compareNoir(folder: string, truth: string, only: RegExp, say: (line: string) => void): Promise<void> {
  const { fixtures } = JSON.parse(readFileSync(truth, "utf8")) as { fixtures: Fixture[] };
  const sums = new Map<string, { right: number; found: number; expected: number }>();
  const disputed = new Map<string, number>();
  let extras = 0;
  for (const one of fixtures) {
    const name = `${one.language} ${one.name}`;
    if (!CLAIMED.test(name) || !only.test(name)) continue;
    const project = await surveyProject(join(folder, one.fixture));
    const expected = new Set(one.routes.map(([method, path]) => `${method} ${plainPath(path)}`));
    const found = new Map(project.routes.map((route) => [`${opened(route.method)} ${plainPath(route.path)}`, route]));
    const right = [...found.keys()].filter((key) => matches(key, expected));
    const missed = [...expected].filter((key) => !matches(key, new Set(found.keys())));
    const extra = one.total === one.listed ? [...found.keys()].filter((key) => !matches(key, expected)) : [];
    const kind = `${one.language} ${one.name.split("_")[0]}`;
    const sum = sums.get(kind) ?? { right: 0, found: 0, expected: 0 };
    sum.right += expected.size - missed.length;
    sum.expected += expected.size;
    sum.found += right.length + extra.length;
    sums.set(kind, sum);
    extras += extra.length;
    if (missed.length + extra.length === 0) continue;
    say(`${name}: ${right.length} right`);
    for (const key of missed) {
      const why = DISPUTED.find(({ fixture, routes }) => fixture.test(name) && routes.test(key))?.why;
      if (why) disputed.set(why, (disputed.get(why) ?? 0) + 1);
      say(`  - ${key}${why ? `  (${why})` : ""}`);
    }
    for (const key of extra) say(`  + ${key}  ${found.get(key)?.file}:${found.get(key)?.line}`);
    for (const { file, line, what, why } of project.unread) say(`  ? ${what} (${why}) ${file}:${line}`);
  }
  const all = { right: 0, found: 0, expected: 0, good: 0 };
  for (const [kind, { right, found, expected }] of sums) {
    say(`${kind.padEnd(28)} recall ${(right / expected).toFixed(3)} of ${expected}  found ${found}`);
    all.right += right;
    all.expected += expected;
    all.found += found;
  }
  const wrong = [...disputed.values()].reduce((sum, count) => sum + count, 0);
  for (const [why, count] of disputed) say(`${String(count).padStart(4)} of the list: ${why}`);
  say(
    `without the ${wrong}: recall ${(all.right / (all.expected - wrong)).toFixed(3)}, precision ${((all.found - extras) / all.found).toFixed(3)}`,
  );
  say(`all: recall ${(all.right / all.expected).toFixed(3)} (${all.right} of ${all.expected}), ${all.found} told`);
}

/** A socket is opened by a GET, and the list names it so. */
const opened = (method: string): string => (method === "WEBSOCKET" ? "GET" : method);

/** A route of any method stands for each. */
function matches(key: string, among: ReadonlySet<string>): boolean {
  const [method, path] = key.split(/ (.*)/s) as [string, string];
  if (among.has(key)) return true;
  if (method === "ANY") return [...among].some((one) => one.endsWith(` ${path}`));
  return among.has(`ANY ${path}`);
}
