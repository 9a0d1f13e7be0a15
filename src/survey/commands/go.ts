import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router } from "../run/values.ts";
import { type Expr, endOf, entry, type MapOf } from "../syntax/tree.ts";
import { bare, command, flag, valueFor } from "./part.ts";

const FLAG =
  /^(Bool|String|StringArray|StringSlice|StringToString|Int|Int8|Int16|Int32|Int64|IntSlice|Uint|Uint8|Uint16|Uint32|Uint64|Float32|Float64|Duration|DurationSlice|Count|IP|IPNet|IPSlice|BytesHex|BytesBase64|BoolSlice|Var|Func|BoolFunc)(Var)?(P)?$/;

export const COBRA: Dialect = {
  name: "cobra",
  languages: ["go"],
  from: /spf13\/cobra/,
  creates: /^$/,
  literal: /^&?cobra\.Command$/,
  types: /^\*?cobra\.Command$|^\*?pflag\.FlagSet$/,
  fill(map, run, env, router) {
    command(router, run.text(entry(map, "Use"), env) ?? "");
    if (router.command)
      router.command.args = (run.text(entry(map, "Use"), env) ?? "")
        .split(/\s{1,9}/)
        .slice(1)
        .filter((word) => /^[<[{A-Z]/.test(word) && !/^\[?(?:flags|options|command)\]?$/i.test(word))
        .map(bare);
  },
  call(router, method, call, run, env) {
    if (method === "AddCommand") {
      for (const arg of call.args) {
        const child = run.value(arg, env);
        if (child?.k === "router") run.mount(router, "", child.router, env, call.line);
        else if (child?.k === "list")
          for (const item of child.items) if (item.k === "router") run.mount(router, "", item.router, env, call.line);
      }
      return undefined;
    }
    if (method === "Execute" || method === "ExecuteContext" || method === "ExecuteC") {
      if (router.command) router.command.isRoot = true;
      return undefined;
    }
    if (method === "Flags" || method === "LocalFlags") {
      router.extra.delete("persistent");
      return valueFor(router);
    }
    if (method === "PersistentFlags") {
      router.extra.set("persistent", "yes");
      return valueFor(router);
    }
    if (method === "MarkFlagRequired" || method === "MarkPersistentFlagRequired") {
      const name = run.text(call.args[0], env);
      const found = router.command?.flags.find((one) => one.name === `--${name}`);
      if (found) found.required = true;
      return undefined;
    }
    const parts = FLAG.exec(method);
    if (!parts || !router.command) {
      if (method !== "VarP" && method !== "VarPF" && method !== "Var") return null;
      plain(router, call.args.slice(1), method !== "Var", "value", run, env, call.line);
      return undefined;
    }
    const isVar = parts[2] !== undefined || parts[1] === "Var";
    plain(router, isVar ? call.args.slice(1) : call.args, parts[3] !== undefined, (parts[1] as string).toLowerCase(), run, env, call.line);
    return undefined;
  },
};

function plain(router: Router, args: Expr[], short: boolean, type: string, run: Runner, env: Env, line: number): void {
  const name = run.text(args[0], env);
  if (name === undefined) return;
  const letter = short ? run.text(args[1], env) : undefined;
  flag(
    router,
    { name: `--${name}`, ...(letter ? { short: `-${letter}` } : {}), type, ...(router.extra.get("persistent") ? { inherited: true } : {}) },
    env,
    line,
  );
}

/** urfave/cli: the whole line is one literal. */
export const URFAVE: Dialect = {
  name: "urfave/cli",
  languages: ["go"],
  from: /urfave\/cli/,
  creates: /^cli\.NewApp$/,
  literal: /^[&*]{0,2}cli\.(?:App|Command)$/,
  types: /^\*?cli\.(?:App|Command)$/,
  create(_call, _run, _env, router) {
    command(router, "", true);
  },
  fill(map, run, env, router) {
    command(router, run.text(entry(map, "Name"), env) ?? "", map.type?.endsWith("App"));
    flags(router, entry(map, "Flags"), run, env);
    subcommands(router, entry(map, "Commands") ?? entry(map, "Subcommands"), run, env);
  },
  set(router, field, value, run, env) {
    if (field === "Commands" || field === "Subcommands") subcommands(router, value, run, env);
    else if (field === "Flags") flags(router, value, run, env);
    else if (field === "Name" && router.command) router.command.name = run.text(value, env) ?? "";
  },
  call(router, method) {
    if ((method === "Run" || method === "RunContext") && router.command) router.command.isRoot = true;
    return null;
  },
};

function subcommands(router: Router, list: Expr | undefined, run: Runner, env: Env): void {
  for (const item of list?.t === "list" ? list.items : []) {
    // The type of an item is said once, in front of the list.
    const typed = item.t === "map" && item.type === undefined ? { ...item, type: "cli.Command" } : item;
    const child = run.value(typed, env);
    if (child?.k === "router") run.mount(router, "", child.router, env, item.line);
  }
  const value = list && list.t !== "list" ? run.value(list, env) : undefined;
  if (value?.k === "list")
    for (const item of value.items) if (item.k === "router") run.mount(router, "", item.router, env, list?.line ?? 0);
}

function flags(router: Router, list: Expr | undefined, run: Runner, env: Env): void {
  if (list?.t === "call" && endOf(list.fn) === "append") {
    for (const arg of list.args)
      if (arg.t === "map") one(router, arg, run, env);
      else flags(router, arg, run, env);
    return;
  }
  const value = list && list.t !== "list" ? run.value(list, env) : undefined;
  if (value?.k === "list")
    for (const item of value.items)
      if (item.k === "object") {
        const name = item.fields.get("Name");
        if (name?.k === "text")
          flag(router, { name: `--${name.v}`, type: item.type?.replace(/Flag$/, "").toLowerCase() }, env, list?.line ?? 0);
      }
  for (const item of list?.t === "list" ? list.items : []) one(router, item, run, env);
}

function one(router: Router, item: Expr, run: Runner, env: Env): void {
  if (item.t !== "map") {
    const value = run.value(item, env);
    const name = value?.k === "object" ? value.fields.get("Name") : undefined;
    if (name?.k === "text") flag(router, { name: `--${name.v}` }, env, item.line);
    return;
  }
  const map: MapOf = item;
  const name = run.text(entry(map, "Name"), env);
  const aliases = entry(map, "Aliases");
  const short = aliases?.t === "list" ? aliases.items.map((alias) => run.text(alias, env)).find((alias) => alias?.length === 1) : undefined;
  const isRequired = endOf(entry(map, "Required")) === "true";
  if (name)
    flag(
      router,
      {
        name: `--${name.split(",")[0]}`,
        ...(short ? { short: `-${short}` } : {}),
        type: map.type?.split(".").at(-1)?.replace(/Flag$/, "").toLowerCase(),
        ...(isRequired ? { required: true } : {}),
      },
      env,
      item.line,
    );
}
