import type { Project, Source } from "../project.ts";
import { importsFrom } from "../run/imported.ts";
import { type Call, dotted, type Expr, endOf, type Fn, texts, walk } from "../syntax/tree.ts";
import type { CommandFact, Flag } from "../types.ts";
import { flagNames } from "./part.ts";
import { pythonProgram } from "./python-program.ts";

interface Made {
  fact: CommandFact;
  /** The name in the code, and of the group above. */
  key: string;
  parent?: string;
  source: Source;
  isProgram: boolean;
}

/** click and typer: functions with decorators. */
export function collectClick(project: Project): void {
  const made: Made[] = [];
  for (const source of project.of("python")) {
    const isTyper = importsFrom(source, /^typer/) || (importsFrom(source, /^$/) && mentions(source, "typer"));
    const isClick = importsFrom(source, /^(?:click|flask\.cli|rich_click|asyncclick)/) || mentions(source, "click");
    if (!isTyper && !isClick) continue;
    walk(source.tree, (e) => {
      if (e.t === "fn") decorated(e, source, made, isTyper);
      else if (e.t === "assign" && e.to.t === "name" && e.value.t === "call" && endOf(e.value.fn) === "Typer")
        made.push(program(e.to.v, e.value, source, "typer"));
      return undefined;
    });
  }
  for (const source of new Set(made.map((one) => one.source)))
    walk(source.tree, (e) => {
      if (e.t === "call" && e.fn.t === "member" && (e.fn.name === "add_command" || e.fn.name === "add_typer")) attach(e, made, source);
      return undefined;
    });
  tell(project, made);
}

function mentions(source: Source, module: string): boolean {
  let found = false;
  walk(source.tree, (e) => {
    if (e.t === "import" && e.from === "" && e.names.some(({ name }) => name === module)) found = true;
    return e.t !== "fn" && e.t !== "class";
  });
  return found;
}

function program(key: string, call: Call, source: Source, framework: string): Made {
  const name = call.named.name?.t === "str" ? call.named.name.v : "";
  return {
    key,
    source,
    isProgram: true,
    fact: { name, flags: [], arguments: [], registered: false, framework, file: source.path, line: call.line },
  };
}

function decorated(fn: Fn, source: Source, made: Made[], isTyper: boolean): void {
  const note = fn.notes.find(
    (one) => ["command", "group", "callback"].includes(endOf(one.fn)) && (one.fn.t === "member" || one.fn.t === "name"),
  );
  if (!note || !fn.name) return;
  const parent = note.fn.t === "member" ? dotted(note.fn.of).replace(/\.cli$/, "") : "";
  const isOwn = parent === "click" || parent === "typer" || parent === "";
  const holder = made.find((one) => one.source === source && one.key === parent);
  const framework = holder?.fact.framework ?? (isTyper && !isOwn && !mentions(source, "click") ? "typer" : "click");
  const name =
    [...note.args.flatMap(texts), ...texts(note.named.name)][0] ?? fn.name.replace(/_(?:command|cmd|group)$/, "").replaceAll("_", "-");
  const flags = [
    ...fn.notes.flatMap((one) => clickFlag(one, source)),
    ...(framework === "typer" ? fn.params.flatMap((param) => typerFlag(param, source)) : []),
  ];
  if (endOf(note.fn) === "callback") {
    holder?.fact.flags.push(...flags);
    return;
  }
  const args = [
    ...fn.notes.filter((one) => endOf(one.fn) === "argument").flatMap((one) => texts(one.args[0])),
    ...(framework === "typer" ? fn.params.filter(isArgument).map((param) => param.name) : []),
  ];
  made.push({
    key: fn.name,
    ...(isOwn ? {} : { parent: parent.split(".").at(-1) }),
    source,
    isProgram: false,
    fact: { name, flags, arguments: args, registered: false, framework, file: source.path, line: fn.line },
  });
}

function clickFlag(note: Call, source: Source): Flag[] {
  if (!["option", "version_option", "help_option", "password_option", "confirmation_option"].includes(endOf(note.fn))) return [];
  const names = note.args.flatMap(texts);
  const implied: Record<string, string> = { version_option: "--version", password_option: "--password", confirmation_option: "--yes" };
  const long = names.map((name) => name.split("/")[0] as string).find((name) => name.startsWith("--")) ?? implied[endOf(note.fn)];
  const short = names.map((name) => name.split("/")[0] as string).find((name) => /^-[^-]/.test(name));
  const name = long ?? short;
  if (!name) return [];
  return [
    {
      name,
      ...(long && short ? { short } : {}),
      ...(endOf(note.named.required) === "True" ? { required: true } : {}),
      ...(endOf(note.named.is_flag) === "True" ? { type: "boolean" } : {}),
      file: source.path,
      line: note.line,
    },
  ];
}

type Param = Fn["params"][number];
const callIn = (param: Param): Call | undefined => (param.value?.t === "call" ? param.value : undefined);
const isContext = (param: Param): boolean => /Context/.test(param.type ?? "");

function isArgument(param: Param): boolean {
  if (isContext(param)) return false;
  const kind = endOf(callIn(param)?.fn) || (/typer\.(Argument|Option)\(/.exec(param.type ?? "")?.[1] ?? "");
  return kind === "Argument" || (kind === "" && !param.optional);
}

function typerFlag(param: Param, source: Source): Flag[] {
  if (isContext(param) || isArgument(param)) return [];
  const words = [
    ...(callIn(param)?.args.flatMap(texts) ?? []),
    ...[...(param.type ?? "").matchAll(/["'](--?[\w/-]{1,80})["']/g)].map(([, word]) => word as string),
  ].filter((word) => word.startsWith("-"));
  const names = flagNames(words.map((word) => word.split("/")[0]).join(", "));
  return [
    {
      ...(names ?? { name: `--${param.name.replaceAll("_", "-")}` }),
      type: param.type?.split("[")[0],
      file: source.path,
      line: param.line,
    },
  ];
}

function attach(call: Call, made: Made[], source: Source): void {
  const parent = call.fn.t === "member" ? endOf(call.fn.of) : "";
  const child =
    made.find((one) => one.source === source && one.key === target(call.args[0])) ??
    made.find((one) => one.key === target(call.args[0])) ??
    imported(call.args[0], source, made);
  if (!child) return;
  child.parent = parent;
  const given = texts(call.named.name)[0] ?? (endOf(call.fn) === "add_command" ? texts(call.args[1])[0] : undefined);
  if (given) child.fact.name = given;
}

const target = (e: Expr | undefined): string => endOf(e);

/** `users.app` where every module calls its own `app`. */
function imported(e: Expr | undefined, source: Source, made: Made[]): Made | undefined {
  const parts = source.tree.t === "other" ? source.tree.parts : [];
  const local = e?.t === "member" ? endOf(e.of) : endOf(e);
  for (const part of parts)
    if (part.t === "import") {
      const name = part.names.find((one) => one.local === local);
      if (name)
        return made.find(
          (one) =>
            one.key === (e?.t === "member" ? e.name : name.name) &&
            (one.source.path.endsWith(`/${name.name}.py`) || one.source.path.endsWith(`${part.from.split(".").at(-1)}.py`)),
        );
    }
  return undefined;
}

function tell(project: Project, made: Made[]): void {
  const parentOf = (one: Made): Made | undefined =>
    one.parent === undefined
      ? undefined
      : (made.find((other) => other.key === one.parent && other.source === one.source && other !== one) ??
        made.find((other) => other.key === one.parent && other !== one));
  const words = (one: Made, depth = 0): string => {
    const parent = parentOf(one);
    // What is called once it is the only command has no word of its own.
    if (parent && depth < 9) return `${words(parent, depth + 1)} ${one.fact.name}`.trim();
    const isTop = one.isProgram || made.some((other) => parentOf(other) === one) || one.parent === undefined;
    return (isTop ? pythonProgram(project, one.source.path, [one.key, "main", "run", "cli", "app"]) : undefined) ?? one.fact.name;
  };
  const all = made.map((one) => ({ one, name: words(one) }));
  for (const { one, name } of all) {
    const hasChildren = made.some((other) => parentOf(other) === one);
    if (one.isProgram && !hasChildren && one.fact.flags.length === 0) continue;
    project.commands.push({
      ...one.fact,
      name,
      registered:
        one.parent !== undefined ||
        hasChildren ||
        one.isProgram ||
        made.length === 1 ||
        !made.some((other) => other.source === one.source && other !== one),
    });
  }
}
