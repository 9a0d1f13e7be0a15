import type { Project, Source } from "../../project.ts";
import { type Call, dotted, type Expr, endOf, texts, walk } from "../../syntax/tree.ts";
import { blockOf } from "./blocks.ts";

/** Rails: what the blocks of `routes.draw` expand to, those of engines where they are mounted. */
export function collectRails(project: Project): void {
  const sources = project.of("ruby").filter(({ path }) => /(?:^|\/)routes(?:\.rb|\/.{1,200}\.rb)$/.test(path));
  const draws = sources.flatMap((source) => drawsOf(source).map((draw) => ({ source, draw, engine: engineOf(draw) })));
  const engines = new Set(draws.map(({ engine }) => engine));
  const mounts = sources.flatMap((source) => mountsOf(source));
  for (const { source, draw, engine } of draws) {
    const body = draw.args.at(-1);
    if (body?.t !== "fn") continue;
    const own = mounts.filter((mount) => mount.engine === engine);
    const near = own.filter((mount) => mount.source === source);
    const paths = (near.length > 0 ? near : own).map(({ path }) => path);
    for (const path of paths.length > 0 ? paths : [""])
      blockOf(project, body, { path, module: "", concerns: new Map(), locals: new Map(), engines, source });
  }
}

function drawsOf({ tree }: Source): Call[] {
  const found: Call[] = [];
  walk(tree, (e) => {
    if (e.t !== "call" || endOf(e.fn) !== "draw" || e.args.at(-1)?.t !== "fn") return undefined;
    found.push(e);
    return false;
  });
  return found;
}

/** `Blog::Engine.routes.draw`: the engine; none for the application itself. */
function engineOf({ fn }: Call): string {
  const routes = fn.t === "member" ? fn.of : undefined;
  const holder: Expr | undefined =
    routes?.t === "member" ? routes.of : routes?.t === "call" && routes.fn.t === "member" ? routes.fn.of : undefined;
  return dotted(holder);
}

function mountsOf(source: Source): { engine: string; path: string; source: Source }[] {
  const found: { engine: string; path: string; source: Source }[] = [];
  walk(source.tree, (e) => {
    const [path] = e.t === "call" && endOf(e.fn) === "mount" ? texts(e.named.at ?? e.named.to) : [];
    if (e.t === "call" && path !== undefined) found.push({ engine: dotted(e.args[0]), path, source });
    return undefined;
  });
  return found;
}
