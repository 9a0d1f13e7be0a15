import type { Project, Source } from "../project.ts";
import type { Interpreter } from "../run/interpret.ts";
import { endOf } from "../syntax/tree.ts";
import { joinPaths } from "./emit.ts";

const settings = new Map<string, string>();

/** `${api.path:/api}`: what the settings have, else what stands behind the colon; none where neither is there. */
export function placeholders(path: string, depth = 0): string | undefined {
  const open = /\$\{([^${}:]{1,99})(?::([^${}]{0,99}))?\}/.exec(path);
  if (!open) return path.includes("${") ? undefined : path;
  const value = settings.get(open[1] as string) ?? open[2];
  return value === undefined || depth > 9 ? undefined : placeholders(path.replace(open[0], value), depth + 1);
}

/** Spring's prefix of a whole application, as its settings have it. */
export function springPrefix(project: Project): (source: Source) => string[] {
  const found: { root: string; path: string }[] = [];
  for (const { path, text } of project.plain.values()) {
    if (!/(?:^|\/)application(?:-default)?\.(?:properties|ya?ml)$/.test(path) || /src\/test\//.test(path)) continue;
    const flat =
      /^\s{0,9}(?:server\.servlet\.context-path|server\.servlet\.contextPath|server\.context-path|spring\.webflux\.base-path|spring\.mvc\.servlet\.path)\s{0,9}[=:]\s{0,9}["']?([^\s"'#]{1,200})/m.exec(
        text,
      )?.[1];
    const nested = /^\s{1,20}(?:context-path|contextPath|base-path)\s{0,9}:\s{0,9}["']?([^\s"'#]{1,200})/m.exec(text)?.[1];
    for (const [, key, given] of path.endsWith(".properties") ? text.matchAll(/^\s{0,9}([\w.-]{1,99})\s{0,9}[=:]\s{0,9}(\S{1,200})/gm) : [])
      settings.set(key as string, given as string);
    const value = (flat ?? nested)?.replace(/^\$\{[^:}]{1,99}:([^}]{0,99})\}$/, "$1");
    if (value && !value.includes("${")) found.push({ root: above(path), path: value });
  }
  return (source) => {
    return [nearest(found, source)];
  };
}

/** Quarkus has its own prefix, JAX-RS an annotation. */
export function jaxRsPrefix(project: Project, run: Interpreter): (source: Source) => string[] {
  const found: { root: string; path: string }[] = [];
  for (const { made, source } of project.allClasses()) {
    const note = made.notes.find((one) => endOf(one.fn) === "ApplicationPath");
    const path = note && run.text(note.args[0] ?? note.named.value, run.module(source));
    if (path !== undefined) found.push({ root: above(source.path), path });
  }
  for (const { path, text } of project.plain.values()) {
    const root = /^\s{0,9}quarkus\.(?:resteasy(?:-reactive)?|rest)\.path\s{0,9}=\s{0,9}(\S{1,200})/m.exec(text)?.[1];
    if (root && path.endsWith("application.properties")) found.push({ root: above(path), path: root });
  }
  const root = quarkusPrefix(project);
  return (source) => [joinPaths(root(source)[0] ?? "", nearest(found, source))];
}

/** The root of all that Quarkus serves. */
export function quarkusPrefix(project: Project): (source: Source) => string[] {
  const roots: { root: string; path: string }[] = [];
  for (const { path, text } of project.plain.values()) {
    const root = /^\s{0,9}quarkus\.http\.root-path\s{0,9}=\s{0,9}(\S{1,200})/m.exec(text)?.[1];
    if (root && path.endsWith("application.properties")) roots.push({ root: above(path), path: root });
  }
  return (source) => [nearest(roots, source)];
}

/** Micronaut's `micronaut.server.context-path`. */
export function micronautPrefix(project: Project): (source: Source) => string[] {
  const found: { root: string; path: string }[] = [];
  for (const { path: file, text } of project.plain.values()) {
    if (!/application\.(?:properties|ya?ml)$/.test(file) || /src\/test\//.test(file)) continue;
    const path = /^\s{0,20}(?:micronaut\.server\.)?context-path\s{0,9}[=:]\s{0,9}["']?([^\s"'#]{1,200})/m.exec(text)?.[1];
    if (path) found.push({ root: above(file), path });
  }
  return (source) => [nearest(found, source)];
}

/** The project that a file belongs to. */
const above = (path: string): string => (path.includes("src/main/") ? (path.split("src/main/")[0] as string) : "");

function nearest(found: readonly { root: string; path: string }[], source: Source): string {
  return found.filter(({ root }) => source.path.startsWith(root)).sort((a, b) => b.root.length - a.root.length)[0]?.path ?? "";
}
