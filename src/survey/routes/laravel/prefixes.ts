import type { Project } from "../../project.ts";
import { type Call, type Expr, endOf, entry, texts, walk } from "../../syntax/tree.ts";

/** What the provider of routes, or `bootstrap/app.php`, puts in front of a file. */
export function prefixes(project: Project): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of project.of("php"))
    walk(source.tree, (e) => {
      if (e.t !== "call") return;
      const name = endOf(e.fn);
      if (name === "withRouting") {
        const prefix = entry(e, "apiPrefix");
        if (prefix?.t === "str") found.set("api.php", prefix.v);
        for (const file of texts(entry(e, "api"))) found.set(file.split("/").at(-1) ?? "", found.get("api.php") ?? "api");
      }
      if (name !== "group" || !/RouteServiceProvider|bootstrap\/app/.test(source.path)) return;
      const file = e.args
        .map((arg) => (arg.t === "call" && endOf(arg) === "base_path" ? texts(arg.args[0])[0] : undefined))
        .find((one) => one !== undefined);
      if (file?.startsWith("routes/")) found.set(file.slice(7), chainPrefix(e) ?? "");
    });
  return found;
}

function chainPrefix(call: Call): string | undefined {
  const parts: string[] = [];
  for (let at: Expr | undefined = call; at?.t === "call"; at = at.fn.t === "member" ? at.fn.of : undefined)
    if (endOf(at.fn) === "prefix") parts.unshift(texts(at.args[0])[0] ?? "");
  return parts.length > 0 ? parts.join("/") : undefined;
}
