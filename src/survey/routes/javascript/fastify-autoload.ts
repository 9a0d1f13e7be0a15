import { folderOf, tidy } from "../../modules/paths.ts";
import type { Source } from "../../project.ts";
import type { Runner } from "../../run/dialect.ts";
import type { Env, Router } from "../../run/values.ts";
import { type Call, endOf, entry, texts, walk } from "../../syntax/tree.ts";

/** `@fastify/autoload`: each file below a folder is a plugin, and its folder its prefix. */
export function autoload(router: Router, call: Call, run: Runner, env: Env): void {
  const { project } = run;
  const options = call.args[1];
  const dir = folderNamed(call, env.source);
  if (dir === undefined) {
    project.cannotRead({ file: env.source.path, line: call.line }, "routes of a folder", "its name is computed");
    return;
  }
  const isFlat = endOf(entry(options, "dirNameRoutePrefix")) === "false";
  const above = run.text(entry(entry(options, "options"), "prefix"), env) ?? "";
  for (const source of project.of("javascript", "typescript")) {
    if (!source.path.startsWith(`${dir}/`)) continue;
    const plugin = run.exported(source, "default");
    if (plugin?.k !== "fn") continue;
    const own = run.exported(source, "autoPrefix") ?? run.exported(source, "prefixOverride");
    const inner = isFlat
      ? ""
      : folderOf(source.path)
          .slice(dir.length)
          .replaceAll(/\/_(\w{1,80})/g, "/:$1");
    const child = run.group(router, above + (own?.k === "text" ? own.v : inner), env, call.line);
    run.apply(plugin, [{ k: "router", router: child }]);
  }
}

/** The texts of `path.join(__dirname, "routes")`, from the file on. */
function folderNamed(call: Call, source: Source): string | undefined {
  const dir = entry(call.args[1], "dir");
  const parts: string[] = [];
  if (dir)
    walk(dir, (e) => {
      parts.push(...(e.t === "str" ? texts(e) : []));
      return undefined;
    });
  return parts.length > 0 ? tidy(`${folderOf(source.path)}/${parts.join("/")}`) : undefined;
}
