import type { OwnedClass, Project } from "../project.ts";
import { endOf, entry, texts } from "../syntax/tree.ts";

/** oclif: the file is the command. */
export function oclif(project: Project, { source, made }: OwnedClass): void {
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
