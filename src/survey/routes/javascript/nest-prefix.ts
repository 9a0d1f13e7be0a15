import { around, folderOf } from "../../modules/paths.ts";
import type { Project, Source } from "../../project.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { type Call, endOf, entry, walk } from "../../syntax/tree.ts";

/** What the start of an application says of all of its paths. */
interface Start {
  /** With a slash at its end; empty for the repository. */
  root: string;
  prefix: string;
  /** Paths that the prefix does not stand in front of. */
  exclude: string[];
  versioned: boolean;
  version?: string;
}

/** Nest: `setGlobalPrefix`, and versions in the path. */
export interface NestPaths {
  prefix(source: Source): string[];
  /** @returns the path that is served, which may be left out from the prefix. */
  served(path: string, file: string): string;
}

/** @returns what stands in front of the paths of controllers, as the start of their application has it. */
export function nestPaths(project: Project, run: Interpreter): NestPaths {
  const starts: Start[] = [];
  let isStarted = false;
  for (const source of project.of("typescript", "javascript")) {
    const start: Start = { root: `${folderOf(source.path)}/`.replace(/^\/$/, ""), prefix: "", exclude: [], versioned: false };
    let isStart = false;
    walk(source.tree, (e) => {
      if (e.t !== "call" || e.fn.t !== "member") return;
      if (endOf(e.fn.of) === "NestFactory") isStarted = true;
      if (e.fn.name === "setGlobalPrefix" || e.fn.name === "enableVersioning") isStart = true;
      if (e.fn.name === "setGlobalPrefix") readPrefix(start, e, run, source);
      if (e.fn.name === "enableVersioning") {
        const type = entry(e.args[0], "type");
        start.versioned = type === undefined || endOf(type) === "URI";
        start.version = run.text(entry(e.args[0], "defaultVersion"), run.module(source));
      }
    });
    if (isStart) starts.push(start);
  }
  // Controllers without the code that starts them, as a library has them: a version that is written stands in the path by default.
  if (!isStarted && starts.length === 0) starts.push({ root: "", prefix: "", exclude: [], versioned: true });
  const startOf = (file: string) => around(starts, file)[0];
  return {
    prefix({ path }) {
      const own = startOf(path);
      return own ? [own.versioned ? `${own.prefix}/{version:${own.version ?? ""}}` : own.prefix] : [""];
    },
    served(path, file) {
      const own = startOf(file);
      const bare = own ? path.slice(`/${own.prefix}`.replace(/\/{2,9}/g, "/").length) : path;
      return own?.exclude.some((one) => one.replace(/^\//, "") === bare.replace(/^\//, "")) ? bare : path;
    },
  };
}

function readPrefix(start: Start, e: Call, run: Interpreter, source: Source): void {
  const env = run.module(source);
  start.prefix = run.text(e.args[0], env) ?? "";
  const list = entry(e.args[1], "exclude");
  for (const item of list?.t === "list" ? list.items : []) {
    const path = run.text(item.t === "map" ? entry(item, "path") : item, env);
    if (path !== undefined) start.exclude.push(path);
  }
}
