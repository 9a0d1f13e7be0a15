import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router, Value } from "../run/values.ts";
import { type Call, type Expr, endOf, entry, texts } from "../syntax/tree.ts";
import { bare, command, flag, flagNames, valueFor } from "./part.ts";

const LANGUAGES = ["javascript", "typescript"];

export const COMMANDER: Dialect = {
  name: "commander",
  languages: LANGUAGES,
  from: /^(?:commander|@commander-js\/extra-typings)$/,
  creates: /^(?:Command|commander\.Command|Option|commander\.Option|createCommand|program\.createCommand|Argument)$/,
  ready: /^(?:program|commander)$/,
  types: /^Command(?:<.{0,200}>)?$/,
  create(call, run, env, router) {
    const kind = endOf(call.fn);
    const words = run.text(call.args[0], env) ?? "";
    command(router, words, kind === "program" || kind === "commander");
    if (kind === "Option" && router.command) {
      router.command.kind = "option";
      router.extra.set("words", words);
    } else if (kind === "Argument" && router.command) router.command.kind = "argument";
  },
  call(router, method, call, run, env) {
    const words = run.text(call.args[0], env);
    if (method === "command") {
      const child = run.group(router, "", env, call.line);
      command(child, words ?? "");
      if (words === undefined) run.text(call.args[0], env);
      // With a text behind it, the command is a program of its own, and the chain goes on with the parent.
      return valueFor(call.args.length > 1 && (call.args[1]?.t === "str" || call.args[1]?.t === "text") ? router : child);
    }
    if (method === "addCommand") {
      const child = run.value(call.args[0], env);
      if (child?.k === "router") run.mount(router, "", child.router, env, call.line);
    } else if ((method === "option" || method === "requiredOption") && words !== undefined) {
      const names = flagNames(words);
      if (names) flag(router, { ...names, ...(method === "requiredOption" ? { required: true } : {}) }, env, call.line);
    } else if (method === "addOption") {
      const option = run.value(call.args[0], env);
      const names = option?.k === "router" ? flagNames(option.router.extra.get("words") ?? "") : undefined;
      if (names) flag(router, names, env, call.line);
    } else if (method === "argument" && words !== undefined) router.command?.args.push(bare(words));
    else if (method === "arguments" && words !== undefined) router.command?.args.push(...words.split(/\s{1,9}/).map(bare));
    else if (method === "name" && words !== undefined && router.command) router.command.name = words;
    else if ((method === "parse" || method === "parseAsync") && router.command) router.command.isRoot = true;
    else if (method === "opts" || method === "optsWithGlobals") return undefined;
    return valueFor(router);
  },
};

export const YARGS: Dialect = {
  name: "yargs",
  languages: LANGUAGES,
  from: /^yargs(?:\/yargs|\/helpers)?$/,
  creates: /^yargs$/,
  ready: /^yargs$/,
  types: /^(?:yargs\.)?(?:Argv|CommandModule)\b/,
  create(_call, _run, _env, router) {
    command(router, "", true);
  },
  call(router, method, call, run, env) {
    if (method === "command") addCommand(router, call, run, env);
    else if (method === "option" || method === "positional" || method === "options") {
      const [first, second] = call.args;
      if (first?.t === "map") for (const { key, value } of first.entries) yargsFlag(router, "option", textKey(key), value, env, value.line);
      else yargsFlag(router, method, run.text(first, env), second, env, call.line);
    } else if (method === "boolean" || method === "string" || method === "number" || method === "array")
      for (const name of call.args.flatMap(texts)) flag(router, { name: `--${name}`, type: method }, env, call.line);
    else if (method === "demandOption" || method === "demand") for (const name of call.args.flatMap(texts)) require_(router, name);
    else if (method === "scriptName" && router.command) router.command.name = run.text(call.args[0], env) ?? "";
    else if (method === "parse" || method === "parseSync" || method === "parseAsync") return undefined;
    return valueFor(router);
  },
};

const textKey = (e: Expr): string | undefined => (e.t === "str" || e.t === "name" ? e.v : undefined);

function require_(router: Router, name: string): void {
  const found = router.command?.flags.find((one) => one.name === `--${name}`);
  if (found) found.required = true;
}

function yargsFlag(router: Router, method: string, name: string | undefined, options: Expr | undefined, env: Env, line: number): void {
  if (name === undefined) return;
  if (method === "positional") {
    if (router.command && !router.command.args.includes(name)) router.command.args.push(name);
    return;
  }
  const alias = texts(entry(options, "alias")).find((one) => one.length === 1);
  const isRequired = ["demandOption", "required", "demand"].some((key) => endOf(entry(options, key)) === "true");
  flag(
    router,
    {
      name: name.length === 1 ? `-${name}` : `--${name}`,
      ...(alias ? { short: `-${alias}` } : {}),
      type: texts(entry(options, "type"))[0],
      ...(isRequired ? { required: true } : {}),
    },
    env,
    line,
  );
}

function addCommand(router: Router, call: Call, run: Runner, env: Env): void {
  const value = run.value(call.args[0], env);
  if (value?.k === "list") for (const item of value.items) fromModule(router, item, run, env, call.line);
  else if (value?.k === "object" || value?.k === "module") fromModule(router, value, run, env, call.line);
  else {
    const words = value?.k === "text" ? value.v : undefined;
    const child = run.group(router, "", env, call.line);
    command(child, words ?? "");
    builder(
      child,
      call.args.find(({ t }, index) => index > 0 && (t === "fn" || t === "map")),
      run,
      env,
    );
  }
}

function builder(child: Router, e: Expr | undefined, run: Runner, env: Env): void {
  if (e?.t === "map") for (const { key, value } of e.entries) yargsFlag(child, "option", textKey(key), value, env, value.line);
  else if (e) run.apply(run.value(e, env), [valueFor(child)]);
}

/** `{ command, describe, builder, handler }`, or a module that exports these. */
function fromModule(router: Router, value: Value, run: Runner, env: Env, line: number): void {
  const field = (name: string): Value | undefined =>
    value.k === "object" ? value.fields.get(name) : value.k === "module" ? (value.env.names.get(name) ?? undefined) : undefined;
  const words = field("command");
  const first = words?.k === "list" ? words.items[0] : words;
  if (first?.k !== "text") return;
  const child = run.group(router, "", env, line);
  command(child, first.v);
  const made = field("builder");
  if (made?.k === "fn") run.apply(made, [valueFor(child)]);
  else if (made?.k === "object")
    for (const [name, options] of made.fields) if (options.k === "object") flag(child, { name: `--${name}` }, env, line);
}
