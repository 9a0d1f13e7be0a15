import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router, Value } from "../run/values.ts";
import { type Call, type Expr, endOf } from "../syntax/tree.ts";
import { command, flag } from "./part.ts";

export const SYSTEM_COMMAND_LINE: Dialect = {
  name: "system.commandline",
  languages: ["csharp"],
  from: /^System\.CommandLine/,
  creates: /^(?:RootCommand|Command|Option|Argument)$/,
  types: /^(?:RootCommand|Command)$/,
  create(call, run, env, router) {
    const kind = endOf(call.fn);
    const given = call.args[0] ?? call.named.name ?? call.named.aliases;
    const names = textsOf(given, run, env);
    command(router, kind === "RootCommand" ? (textsOf(call.named.Name, run, env)[0] ?? "") : (names[0] ?? ""), kind === "RootCommand");
    if (!router.command) return;
    if (kind === "Option") {
      router.command.kind = "option";
      const all = [
        ...names,
        ...call.args
          .slice(1)
          .flatMap((arg) => textsOf(arg, run, env))
          .filter((name) => /^-{1,2}\w/.test(name) && !/\s/.test(name)),
      ];
      router.extra.set("names", all.join(" "));
      if (endOf(call.named.IsRequired ?? call.named.Required) === "true") router.extra.set("required", "yes");
    } else if (kind === "Argument") router.command.kind = "argument";
    else addAll(router, call, run, env);
  },
  call(router, method, call, run, env) {
    if (method === "Add" || method === "AddCommand" || method === "AddOption" || method === "AddArgument" || method === "AddGlobalOption")
      for (const arg of call.args) add(router, run.value(arg, env), run, env, call.line, method === "AddGlobalOption");
    else if (method === "AddAlias" && router.command?.kind === "option")
      router.extra.set("names", `${router.extra.get("names")} ${run.text(call.args[0], env) ?? ""}`);
    else return null;
    return undefined;
  },
};

function textsOf(e: Expr | undefined, run: Runner, env: Env): string[] {
  const value = e && run.value(e, env);
  if (value?.k === "text") return [value.v];
  return value?.k === "list" ? value.items.flatMap((item) => (item.k === "text" ? [item.v] : [])) : [];
}

function addAll(router: Router, call: Call, run: Runner, env: Env): void {
  const list = call.named["{}"];
  for (const item of list?.t === "list" ? list.items : []) add(router, run.value(item, env), run, env, item.line, false);
}

function add(router: Router, value: Value | undefined, run: Runner, env: Env, line: number, inherited: boolean): void {
  if (value?.k !== "router" || !value.router.command) return;
  const part = value.router.command;
  if (part.kind === "command") run.mount(router, "", value.router, env, line);
  else if (part.kind === "argument") router.command?.args.push(part.name);
  else {
    const names = (value.router.extra.get("names") ?? "").split(" ");
    const long = names.find((name) => name.startsWith("--"));
    const short = names.find((name) => /^-[^-]/.test(name));
    const name = long ?? short;
    if (name)
      flag(
        router,
        {
          name,
          ...(long && short ? { short } : {}),
          ...(value.router.extra.get("required") ? { required: true } : {}),
          ...(inherited ? { inherited } : {}),
        },
        env,
        value.router.line,
      );
    value.router.mounted = true;
  }
}
