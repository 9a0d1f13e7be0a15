import { around, manifestsOf } from "../modules/paths.ts";
import type { Project, Source } from "../project.ts";
import type { Interpreter } from "../run/interpret.ts";
import { endOf } from "../syntax/tree.ts";
import { joinPaths } from "./emit.ts";

/** What the routes of a folder begin with. */
interface Prefix {
  root: string;
  path: string;
}

const SETTINGS = /^application(?:-default)?\.(?:properties|ya?ml)$/;

const known = new WeakMap<Project, ReadonlyMap<string, string>>();

/** @returns the settings of a project's applications by their names */
export function settingsOf(project: Project): ReadonlyMap<string, string> {
  const settings = known.get(project) ?? readSettings(project);
  known.set(project, settings);
  return settings;
}

function readSettings(project: Project): Map<string, string> {
  const files = manifestsOf(project, /^application(?:-default)?\.properties$/).filter(({ root }) => !isTest(root));
  return new Map(
    files.flatMap(({ text }) =>
      Array.from(text.matchAll(/^\s{0,9}([\w.-]{1,99})\s{0,9}[=:]\s{0,9}(\S{1,200})/gm), ([, key = "", value = ""]): [string, string] => [
        key,
        value,
      ]),
    ),
  );
}

/** `${api.path:/api}`: what the settings have, else what stands behind the colon; none where neither is there. */
export function placeholders(path: string, settings: ReadonlyMap<string, string>, depth = 0): string | undefined {
  const open = /\$\{([^${}:]{1,99})(?::([^${}]{0,99}))?\}/.exec(path);
  if (!open) return path.includes("${") ? undefined : path;
  const value = settings.get(open[1] as string) ?? open[2];
  return value === undefined || depth > 9 ? undefined : placeholders(path.replace(open[0], value), settings, depth + 1);
}

/** Spring's prefix of a whole application, as its settings have it. */
export function springPrefix(project: Project): (source: Source) => string[] {
  const found: Prefix[] = [];
  for (const { root, text } of manifestsOf(project, SETTINGS)) {
    if (isTest(root)) continue;
    const flat =
      /^\s{0,9}(?:server\.servlet\.context-path|server\.servlet\.contextPath|server\.context-path|spring\.webflux\.base-path|spring\.mvc\.servlet\.path)\s{0,9}[=:]\s{0,9}["']?([^\s"'#]{1,200})/m.exec(
        text,
      )?.[1];
    const nested = /^\s{1,20}(?:context-path|contextPath|base-path)\s{0,9}:\s{0,9}["']?([^\s"'#]{1,200})/m.exec(text)?.[1];
    const value = (flat ?? nested)?.replace(/^\$\{[^:}]{1,99}:([^}]{0,99})\}$/, "$1");
    if (value && !value.includes("${")) found.push({ root: above(root), path: value });
  }
  return (source) => [nearest(found, source)];
}

/** Quarkus has its own prefix, JAX-RS an annotation. */
export function jaxRsPrefix(project: Project, run: Interpreter): (source: Source) => string[] {
  const found: Prefix[] = [];
  for (const { made, source } of project.allClasses()) {
    const note = made.notes.find((one) => endOf(one.fn) === "ApplicationPath");
    const path = note && run.text(note.args[0] ?? note.named.value, run.module(source));
    if (path !== undefined) found.push({ root: above(source.path), path });
  }
  for (const { root, text } of manifestsOf(project, /application\.properties$/)) {
    const path = /^\s{0,9}quarkus\.(?:resteasy(?:-reactive)?|rest)\.path\s{0,9}=\s{0,9}(\S{1,200})/m.exec(text)?.[1];
    if (path) found.push({ root: above(root), path });
  }
  const root = quarkusPrefix(project);
  return (source) => [joinPaths(root(source)[0] ?? "", nearest(found, source))];
}

/** The root of all that Quarkus serves. */
export function quarkusPrefix(project: Project): (source: Source) => string[] {
  const roots: Prefix[] = [];
  for (const { root, text } of manifestsOf(project, /application\.properties$/)) {
    const path = /^\s{0,9}quarkus\.http\.root-path\s{0,9}=\s{0,9}(\S{1,200})/m.exec(text)?.[1];
    if (path) roots.push({ root: above(root), path });
  }
  return (source) => [nearest(roots, source)];
}

/** Micronaut's `micronaut.server.context-path`. */
export function micronautPrefix(project: Project): (source: Source) => string[] {
  const found: Prefix[] = [];
  for (const { root, text } of manifestsOf(project, /application\.(?:properties|ya?ml)$/)) {
    if (isTest(root)) continue;
    const path = /^\s{0,20}(?:micronaut\.server\.)?context-path\s{0,9}[=:]\s{0,9}["']?([^\s"'#]{1,200})/m.exec(text)?.[1];
    if (path) found.push({ root: above(root), path });
  }
  return (source) => [nearest(found, source)];
}

/** The project that a file belongs to. */
const above = (path: string): string => (path.includes("src/main/") ? (path.split("src/main/")[0] as string) : "");

const isTest = (path: string): boolean => path.includes("src/test/");

function nearest(found: readonly Prefix[], source: Source): string {
  return around(found, source.path)[0]?.path ?? "";
}
