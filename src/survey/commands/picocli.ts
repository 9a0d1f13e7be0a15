import type { OwnedClass, Project, Source } from "../project.ts";
import { type Class, endOf, type Field, texts } from "../syntax/tree.ts";
import type { Flag } from "../types.ts";

/** Tells a command of picocli, with the commands below it. */
export function picocli(project: Project, one: OwnedClass, front = "", seen: readonly Class[] = []): void {
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
