import type { OwnedClass, Project, Source } from "../project.ts";
import { type Call, type Class, type Expr, endOf, entry, type Field, texts } from "../syntax/tree.ts";
import type { Flag } from "../types.ts";

/** Commands that are told by types: clap's derive, picocli, oclif. */
export function collectDerived(project: Project): void {
  const clap = project.allClasses().filter(({ source, made }) => source.language === "rust" && derives(made, "Parser", "StructOpt"));
  for (const one of clap) {
    const isUsedBelow = project
      .allClasses()
      .some(
        ({ source, made }) =>
          source.language === "rust" &&
          made.sort === "enum" &&
          derives(made, "Subcommand", "Parser") &&
          made.fields.some(({ inner }) => inner?.some(({ type }) => type?.endsWith(one.made.name))),
      );
    if (!isUsedBelow)
      clapCommand(project, one, named(one.made.notes) ?? (one.made.sort === "enum" ? "" : (crateName(project, one.source) ?? "")), [], 0);
  }
  for (const one of project.allClasses())
    if (one.source.language === "java" && one.made.notes.some((note) => endOf(note.fn) === "Command")) picocli(project, one);
  for (const one of project.allClasses()) oclif(project, one);
}

const derives = (made: Class, ...names: string[]): boolean =>
  made.notes.some((note) => endOf(note.fn) === "derive" && note.args.some((arg) => names.includes(endOf(arg))));
const attributes = (notes: readonly Call[]): Call[] =>
  notes.filter((note) => ["arg", "clap", "command", "structopt"].includes(endOf(note.fn)));
const named = (notes: readonly Call[]): string | undefined => attributes(notes).flatMap((note) => texts(note.named.name))[0];
const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
const has = (notes: readonly Call[], ...keys: string[]): boolean =>
  attributes(notes).some((note) => keys.some((key) => Object.hasOwn(note.named, key)));

function crateName(project: Project, source: Source): string | undefined {
  const manifests = [...project.plain.values()].filter(
    ({ path }) => path.endsWith("Cargo.toml") && source.path.startsWith(path.replace(/Cargo\.toml$/, "")),
  );
  return manifests
    .sort((a, b) => b.path.length - a.path.length)
    .map(({ text }) => /^name\s{0,9}=\s{0,9}"([^"]{1,99})"/m.exec(text)?.[1])
    .find((name) => name !== undefined);
}

function clapCommand(project: Project, { source, made }: OwnedClass, name: string, before: Flag[], depth: number): void {
  if (made.sort === "enum") {
    if (name === "") {
      variants(project, { source, made }, "", depth);
      return;
    }
    project.commands.push({ name, flags: before, arguments: [], registered: true, framework: "clap", file: source.path, line: made.line });
    variants(project, { source, made }, name, depth);
    return;
  }
  fieldsOf(project, { source, made }, made.fields, name, made.line, depth);
}

function fieldsOf(project: Project, at: OwnedClass, fields: readonly Field[], name: string, line: number, depth: number): void {
  const flags: Flag[] = [];
  const args: string[] = [];
  const below: OwnedClass[] = [];
  collect(project, at.source, fields, flags, args, below, 0);
  project.commands.push({ name, flags, arguments: args, registered: true, framework: "clap", file: at.source.path, line });
  for (const inner of below) if (depth < 8) variants(project, inner, name, depth + 1);
}

function collect(
  project: Project,
  source: Source,
  fields: readonly Field[],
  flags: Flag[],
  args: string[],
  below: OwnedClass[],
  depth: number,
): void {
  for (const field of fields) {
    const type =
      (field.type ?? "")
        .replace(/^(?:Option|Box|Vec)<(.{1,200})>$/, "$1")
        .split("::")
        .at(-1) ?? "";
    if (has(field.notes, "subcommand")) {
      const inner = project.classes(type, source)[0];
      if (inner) below.push(inner);
    } else if (has(field.notes, "flatten")) {
      const inner = project.classes(type, source)[0];
      if (inner && depth < 6) collect(project, inner.source, inner.made.fields, flags, args, below, depth + 1);
    } else if (has(field.notes, "skip")) continue;
    else if (has(field.notes, "long", "short")) flags.push(flagOf(field, source));
    else args.push(field.name);
  }
}

function flagOf(field: Field, source: Source): Flag {
  const note = attributes(field.notes).find((one) => Object.hasOwn(one.named, "long") || Object.hasOwn(one.named, "short")) as Call;
  const long = Object.hasOwn(note.named, "long") ? `--${valueFor(note.named.long) ?? kebab(field.name)}` : undefined;
  const short = Object.hasOwn(note.named, "short") ? `-${valueFor(note.named.short)?.replace(/'/g, "") ?? field.name[0]}` : undefined;
  return {
    name: (long ?? short) as string,
    ...(long && short ? { short } : {}),
    type: field.type,
    required:
      !field.optional &&
      field.type !== "bool" &&
      !["default_value", "default_value_t"].some((key) => Object.hasOwn(note.named, key)) &&
      !field.type?.startsWith("Vec"),
    file: source.path,
    line: field.line,
  };
}

const valueFor = (e: Expr | undefined): string | undefined =>
  e?.t === "str" ? e.v : e?.t === "name" && e.v.startsWith("'") ? e.v : undefined;

function variants(project: Project, { source, made }: OwnedClass, name: string, depth: number): void {
  for (const field of made.fields) {
    if (has(field.notes, "skip", "external_subcommand")) continue;
    const own = `${name} ${named(field.notes) ?? kebab(field.name)}`.trim();
    const only = field.inner?.length === 1 ? field.inner[0] : undefined;
    const inner =
      only && /^\d$/.test(only.name)
        ? project.classes(
            (only.type ?? "")
              .replace(/^Box<(.{1,200})>$/, "$1")
              .split("::")
              .at(-1) ?? "",
            source,
          )[0]
        : undefined;
    if (has(field.notes, "flatten") && inner) variants(project, inner, name, depth + 1);
    else if (inner?.made.sort === "enum" && depth < 8) clapCommand(project, inner, own, [], depth + 1);
    else if (inner && depth < 8) fieldsOf(project, inner, inner.made.fields, own, field.line, depth + 1);
    else
      fieldsOf(
        project,
        { source, made },
        (field.inner ?? []).filter((one) => !/^\d$/.test(one.name)),
        own,
        field.line,
        depth + 1,
      );
  }
}

function picocli(project: Project, one: OwnedClass, front = "", seen: readonly Class[] = []): void {
  const note = one.made.notes.find((found) => endOf(found.fn) === "Command");
  if (
    !note ||
    (front === "" && project.allClasses().some(({ made }) => made !== one.made && subcommandsOf(made).includes(one.made.name))) ||
    seen.includes(one.made)
  )
    return;
  const own = texts(note.named.name)[0] ?? "";
  const name = `${front} ${own}`.trim();
  const flags = one.made.fields.flatMap((field) => optionOf(field, one.source));
  const args = one.made.fields.filter((field) => field.notes.some((found) => endOf(found.fn) === "Parameters")).map((field) => field.name);
  const below = subcommandsOf(one.made);
  const isRun =
    front !== "" ||
    below.length > 0 ||
    one.made.methods.some(({ name: method }) => method === "main") ||
    project.allClasses().filter(({ made }) => made.notes.some((found) => endOf(found.fn) === "Command")).length === 1;
  project.commands.push({
    name,
    flags,
    arguments: args,
    registered: isRun,
    framework: "picocli",
    file: one.source.path,
    line: one.made.line,
  });
  for (const method of one.made.methods) {
    const inner = method.notes.find((found) => endOf(found.fn) === "Command");
    if (inner)
      project.commands.push({
        name: `${name} ${texts(inner.named.name)[0] ?? method.name}`.trim(),
        flags: method.params.flatMap((param) => optionOf({ ...param }, one.source)),
        arguments: [],
        registered: true,
        framework: "picocli",
        file: one.source.path,
        line: method.line,
      });
  }
  for (const child of below) {
    const found = project.classes(child, one.source)[0];
    if (found) picocli(project, found, name, [...seen, one.made]);
  }
}

function subcommandsOf(made: Class): string[] {
  const given = made.notes.find((note) => endOf(note.fn) === "Command")?.named.subcommands;
  const items = given?.t === "list" ? given.items : given ? [given] : [];
  return items.map((item) => (item.t === "member" && item.name === "class" ? endOf(item.of) : endOf(item)));
}

function optionOf(field: Field, source: Source): Flag[] {
  const note = field.notes.find((found) => endOf(found.fn) === "Option");
  const names = note ? texts(note.named.names ?? note.args[0]) : [];
  const long = names.find((name) => name.startsWith("--"));
  const short = names.find((name) => /^-[^-]/.test(name));
  const name = long ?? short;
  return name
    ? [
        {
          name,
          ...(long && short ? { short } : {}),
          type: field.type,
          ...(endOf(note?.named.required) === "true" ? { required: true } : {}),
          file: source.path,
          line: field.line,
        },
      ]
    : [];
}

/** oclif: the file is the command. */
function oclif(project: Project, { source, made }: OwnedClass): void {
  const path = /(?:^|\/)commands\/(.{1,200}?)(?:\/index)?\.[cm]?[jt]s$/.exec(source.path)?.[1];
  if (!path || !made.bases.some((base) => /Command$/.test(base)) || !["javascript", "typescript"].includes(source.language)) return;
  const listed = (name: string) => made.fields.find((field) => field.name === name && field.fixed)?.value;
  const flags = listed("flags");
  const args = listed("args");
  if (!made.methods.some(({ name }) => name === "run")) return;
  project.commands.push({
    name: path.replaceAll("/", " "),
    flags:
      flags?.t === "map"
        ? flags.entries
            .filter(({ value }) => value.t === "call")
            .map(({ key, value }) => ({
              name: `--${key.t === "str" || key.t === "name" ? key.v : ""}`,
              ...(value.t === "call" && texts(entry(value.args[0], "char"))[0]
                ? { short: `-${texts(entry(value.args[0], "char"))[0]}` }
                : {}),
              type: endOf(value),
              file: source.path,
              line: value.line,
            }))
        : [],
    arguments: args?.t === "map" ? args.entries.map(({ key }) => (key.t === "str" || key.t === "name" ? key.v : "")) : [],
    registered: true,
    framework: "oclif",
    file: source.path,
    line: made.line,
  });
}
