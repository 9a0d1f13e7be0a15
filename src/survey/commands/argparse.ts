import type { Dialect } from "../run/dialect.ts";
import { endOf, texts } from "../syntax/tree.ts";
import { command, flag, valueFor } from "./part.ts";
import { pythonProgram } from "./python-program.ts";

/** Python's own parser of command lines. */
export const ARGPARSE: Dialect = {
  name: "argparse",
  languages: ["python"],
  from: /^(?:argparse)?$/,
  creates: /(?:^|\.)ArgumentParser$/,
  types: /^(?:argparse\.)?(?:ArgumentParser|_SubParsersAction(?:\[.{0,60}\])?|_ArgumentGroup)$/,
  create(call, run, env, router) {
    const prog = call.named.prog ? (run.text(call.named.prog, env) ?? "") : undefined;
    command(router, prog ?? pythonProgram(run.project, env.source.path, ["main", "cli", "run"]) ?? stemOf(env.source.path), true);
  },
  call(router, method, call, run, env) {
    if (method === "add_subparsers" || method === "add_argument_group" || method === "add_mutually_exclusive_group")
      return valueFor(router);
    if (method === "add_parser") {
      const child = run.group(router, "", env, call.line);
      command(child, run.text(call.args[0], env) ?? "");
      return valueFor(child);
    }
    if (method !== "add_argument") return null;
    const names = call.args.flatMap((arg) => run.text(arg, env) ?? texts(arg));
    const long = names.find((name) => name.startsWith("--"));
    const short = names.find((name) => /^-[^-]/.test(name));
    const name = long ?? short;
    if (!name) {
      if (names[0]) router.command?.args.push(names[0]);
      return undefined;
    }
    const action = run.text(call.named.action, env);
    const type = action?.startsWith("store_") || action === "count" ? "boolean" : endOf(call.named.type) || "value";
    flag(
      router,
      { name, ...(long && short ? { short } : {}), type, ...(endOf(call.named.required) === "True" ? { required: true } : {}) },
      env,
      call.line,
    );
    return undefined;
  },
};

/** A program without a name is called as its file is. */
function stemOf(path: string): string {
  const [folder = "", file = ""] = path.split("/").slice(-2).length > 1 ? path.split("/").slice(-2) : ["", path];
  return file === "__main__.py" ? folder : file.replace(/\.py$/, "");
}
