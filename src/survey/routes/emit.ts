import type { Project } from "../project.ts";
import type { Router } from "../run/values.ts";

// Frameworks for which a slash at the end is a route of its own.
const STRICT = new Set(["fastapi", "flask", "chi", "gin", "echo", "net/http", "gorilla/mux", "axum", "actix"]);
const DEEPEST = 20;

/** Tells the routes of a router and of all that hang below it. */
export function emit(project: Project, router: Router, before: string | undefined, seen: readonly Router[] = []): void {
  if (seen.length > DEEPEST || seen.includes(router)) return;
  const prefix = both(before, router.prefix, router.framework);
  for (const { method, path, handler, file, line } of router.routes) {
    const whole = both(prefix, path, router.framework);
    if (whole === undefined)
      project.cannotRead(
        { file, line },
        `route ${method} ${path ?? ""}`.trim(),
        path === undefined ? "its path is computed" : "a prefix of it is computed",
      );
    else if (router.assumed === undefined || whole.startsWith("/") || path === "") {
      const at = { method, path: shown(whole, router.framework), handler, framework: router.framework, file, line };
      if (!project.routes.some((one) => one.method === at.method && one.path === at.path && one.file === file && one.line === line))
        project.routes.push(at);
    }
  }
  for (const child of router.children) {
    const under = child.instead ? { ...child.router, prefix: "" } : child.router;
    emit(
      project,
      under,
      both(prefix, child.prefix, router.framework),
      [...seen, router, child.router].filter((one) => one !== child.router || child.router === router),
    );
  }
}

function both(front: string | undefined, end: string | undefined, framework: string): string | undefined {
  if (front === undefined || end === undefined) return undefined;
  return joinPaths(front, end, framework);
}

/** @returns two parts of a path as one. */
export function joinPaths(front: string, end: string, framework = ""): string {
  if (end === "") return front;
  if (framework === "fastapi" || framework === "flask" || framework === "echo" || framework === "actix") {
    if (front.endsWith("/") && end.startsWith("/")) return front + end.slice(1);
    return framework === "echo" || framework === "fastapi" || front === "" || end.startsWith("/") || front.endsWith("/")
      ? front + end
      : `${front}/${end}`;
  }
  return `${front.replace(/\/$/, "")}/${end.replace(/^\//, "")}`;
}

function shown(path: string, framework: string): string {
  const whole = path.startsWith("/") || path.startsWith("*") || path.startsWith("^") ? path : `/${path}`;
  const tidy = whole
    .replace(/\/{2,9}/g, "/")
    .replace(/^(\/.{0,400}?)\/\*{0,1}$/, (all, front: string) => (all.endsWith("*") ? all : STRICT.has(framework) ? all : front));
  return tidy === "" ? "/" : tidy;
}
