import { around, manifestsOf } from "../modules/paths.ts";
import type { OwnedClass, Project, Source } from "../project.ts";
import type { Field } from "../syntax/tree.ts";
import type { Flag } from "../types.ts";
import { flagOf, has, kebab, named } from "./clap-attributes.ts";

/** @returns the name of the package that a file belongs to. */
export function crateName(project: Project, source: Source): string | undefined {
  return around(manifestsOf(project, /^Cargo\.toml$/), source.path)
    .map(({ text }) => /^name\s{0,9}=\s{0,9}"([^"]{1,99})"/m.exec(text)?.[1])
    .find((name) => name !== undefined);
}

/** Tells a command that is a type, with all below it. */
export function clapCommand(project: Project, { source, made }: OwnedClass, name: string, before: Flag[], depth: number): void {
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
