import type { Source } from "../../project.ts";
import { importsFrom } from "../../run/imported.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { dotted, walk } from "../../syntax/tree.ts";
import { NET_HTTP } from "./net-http.ts";

/** `http.HandleFunc` hangs its routes on the one mux that the library itself keeps. */
export function defaultMux(run: Interpreter, source: Source): void {
  if (!importsFrom(source, NET_HTTP.from)) return;
  const env = run.module(source);
  const router = run.router(NET_HTTP.name, env, 0);
  walk(source.tree, (e) => {
    if (e.t !== "call" || e.fn.t !== "member" || !/^http\.Handle(?:Func)?$/.test(dotted(e.fn))) return;
    NET_HTTP.call(router, e.fn.name, e, run, env);
  });
}
