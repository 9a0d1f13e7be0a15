import type { Dialect } from "../run/dialect.ts";
import type { Env } from "../run/values.ts";
import { type Call, dotted, type Expr, endOf, walk } from "../syntax/tree.ts";
import { command, flag, valueFor } from "./part.ts";

/** clap's builder; what is derived from types is read from them. */
export const CLAP: Dialect = {
  name: "clap",
  languages: ["rust"],
  from: /^clap/,
  creates: /(?:^|\.)(?:(?:Command|Arg)\.new|(?:App|Arg)\.with_name|arg!|Arg\.from_usage|command!|SubCommand\.with_name)$/,
  types: /^(?:clap::)?(?:Command|App)\b/,
  create(call, run, env, router) {
    const name = run.text(call.args[0], env) ?? "";
    if (isProcess(call, env)) return;
    command(router, name);
    if (router.command && /Arg\b|^arg!/.test(endOf(call.fn.t === "member" ? call.fn.of : call.fn))) {
      router.command.kind = "option";
      router.extra.set("name", name);
    }
  },
  call(router, method, call, run, env) {
    if (router.command?.kind === "option") {
      const given = call.args[0] ? (run.text(call.args[0], env) ?? chars(call.args[0])) : router.extra.get("name");
      if (method === "long") router.extra.set("long", given ?? "");
      else if (method === "short" && given) router.extra.set("short", given.replace(/'/g, ""));
      else if (method === "required" && endOf(call.args[0]) === "true") router.extra.set("required", "yes");
      return valueFor(router);
    }
    if (method === "arg") addArg(router, run.value(call.args[0], env), env, call.line);
    else if (method === "args") {
      const list = run.value(call.args[0], env);
      if (list?.k === "list") for (const item of list.items) addArg(router, item, env, call.line);
    } else if (method === "subcommand" || method === "subcommands") {
      const child = run.value(call.args[0], env);
      for (const one of child?.k === "list" ? child.items : child ? [child] : [])
        if (one.k === "router") run.mount(router, "", one.router, env, call.line);
    } else if (method.startsWith("get_matches") || method.startsWith("try_get_matches")) {
      if (router.command) router.command.isRoot = true;
    }
    return valueFor(router);
  },
};

/** The standard library calls another program by a type of the same name. */
function isProcess({ fn, line }: Call, { source }: Env): boolean {
  if (/(?:^|\.)process\./.test(dotted(fn))) return true;
  let at: string | undefined;
  walk(source.tree, (e) => {
    // The nearest import above says whose it is.
    if (e.t === "import" && e.line <= line) for (const { local, name } of e.names) if (local === "Command") at = name;
    return undefined;
  });
  return /(?:^|[.:])process(?:[.:]|$)/.test(at ?? "");
}

const chars = (e: Expr): string | undefined => (e.t === "name" ? e.v : undefined);

type Made = ReturnType<Parameters<NonNullable<Dialect["create"]>>[1]["value"]>;

function addArg(router: Parameters<typeof flag>[0], value: Made, env: Parameters<typeof flag>[2], line: number): void {
  if (value?.k !== "router" || value.router.command?.kind !== "option") return;
  const { extra } = value.router;
  const [long, short] = [extra.get("long"), extra.get("short")];
  if (long)
    flag(
      router,
      { name: `--${long}`, ...(short ? { short: `-${short}` } : {}), ...(extra.get("required") ? { required: true } : {}) },
      env,
      value.router.line || line,
    );
  else if (short) flag(router, { name: `-${short}` }, env, value.router.line || line);
  else router?.command?.args.push(extra.get("name") ?? "");
}
