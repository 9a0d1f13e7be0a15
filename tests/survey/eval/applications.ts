import { readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { surveyProject } from "../../../src/survey/make.ts";
import type { Project } from "../../../src/survey/project.ts";
import { plainPath } from "./noir.ts";

const KINDS = ["routes", "commands", "types", "tables"] as const;
type Kind = (typeof KINDS)[number];

/** An application that a person has counted: what is not there was not counted. */
interface Counted {
  /** Where its code is; relative to the file. */
  folder: string;
  /** What each kind is written with. */
  with: Partial<Record<Kind, string>>;
  /** Each a method and a path. */
  routes?: string[];
  /** By all words of a command, its flags. */
  commands?: Record<string, string[]>;
  /** By the name of a type, its fields. */
  types?: Record<string, string[]>;
  /** By the name of a table, its columns. */
  tables?: Record<string, string[]>;
}

interface Sum {
  right: number;
  told: number;
  counted: number;
}

/**
 * Compares what is read of applications with what a person has counted: each route, each command and each flag of it, each type and field,
 * each table and column is one.
 *
 * @param folder holds a file of JSON for each application
 * @returns whether each kind is right in 0.98 of what is told, and told in 0.9 of what was counted
 */
export async function compareApplications(folder: string, only: RegExp, say: (line: string) => void): Promise<boolean> {
  const sums = new Map<string, Sum>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json") || !only.test(file)) continue;
    const counted = JSON.parse(readFileSync(join(folder, file), "utf8")) as Counted;
    const project = await surveyProject(isAbsolute(counted.folder) ? counted.folder : join(folder, counted.folder));
    const lines: string[] = [];
    for (const kind of KINDS) {
      const expected = counted[kind] && itemsOf(kind, counted);
      if (!expected) continue;
      const told = toldOf(kind, project);
      const right = [...told].filter((one) => expected.has(one)).length;
      const sum: Sum = { right, told: told.size, counted: expected.size };
      add(sums, `${kind} (${counted.with[kind] ?? "?"})`, sum);
      add(sums, kind, sum);
      lines.push(`  ${kind.padEnd(9)} ${shares(sum)}`);
      for (const one of expected) if (!told.has(one)) lines.push(`    - ${one}`);
      for (const one of told) if (!expected.has(one)) lines.push(`    + ${one}`);
    }
    say(file.replace(/\.json$/, ""));
    for (const line of lines) say(line);
  }
  say("");
  for (const [name, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) say(`${name.padEnd(36)} ${shares(sum)}`);
  return KINDS.every((kind) => {
    const sum = sums.get(kind);
    return !sum || (sum.right >= 0.98 * sum.told && sum.right >= 0.9 * sum.counted);
  });
}

function shares({ right, told, counted }: Sum): string {
  const share = (of: number) => (of === 0 ? "-" : (right / of).toFixed(3));
  return `precision ${share(told)} of ${told}, recall ${share(counted)} of ${counted}`;
}

function add(sums: Map<string, Sum>, name: string, { right, told, counted }: Sum): void {
  const sum = sums.get(name) ?? { right: 0, told: 0, counted: 0 };
  sums.set(name, { right: sum.right + right, told: sum.told + told, counted: sum.counted + counted });
}

function itemsOf(kind: Kind, counted: Counted): Set<string> {
  if (kind === "routes") return new Set((counted.routes ?? []).map(plainRoute));
  return new Set(Object.entries(counted[kind] ?? {}).flatMap(([name, parts]) => [name, ...parts.map((part) => `${name} . ${part}`)]));
}

function plainRoute(route: string): string {
  const [method, path] = route.split(/ (.*)/s) as [string, string];
  return `${method} ${plainPath(path)}`;
}

function toldOf(kind: Kind, project: Project): Set<string> {
  if (kind === "routes") return new Set(project.routes.map(({ method, path }) => plainRoute(`${method} ${path}`)));
  const withParts = (name: string, parts: readonly { name: string }[]) => [name, ...parts.map((part) => `${name} . ${part.name}`)];
  if (kind === "commands")
    return new Set(project.commands.filter(({ registered }) => registered).flatMap(({ name, flags }) => withParts(name, flags)));
  if (kind === "types") return new Set(project.types.flatMap(({ name, fields }) => withParts(name, fields)));
  return new Set(project.tables.flatMap(({ name, columns }) => withParts(name, columns)));
}
