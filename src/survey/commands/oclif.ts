import { around, manifestsOf } from "../modules/paths.ts";
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
  const at = { file: source.path, line: made.line };
  const program = programOf(project, source.path);
  project.commands.push({
    name: `${program} ${path.replaceAll("/", " ")}`.trim(),
    flags: [
      ...(flags?.t === "map"
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
        : []),
      ...(endOf(listed("enableJsonFlag")) === "true" ? [{ name: "--json", type: "boolean", ...at }] : []),
    ],
    arguments: args?.t === "map" ? args.entries.map(({ key }) => (key.t === "str" || key.t === "name" ? key.v : "")) : [],
    registered: true,
    framework: "oclif",
    ...at,
  });
}

/** A program is called as its package says; a package of commands for other programs says nothing. */
function programOf(project: Project, file: string): string {
  const [near] = around(manifestsOf(project, /^package\.json$/), file);
  try {
    const { oclif: settings, bin } = JSON.parse(near?.text ?? "{}") as { oclif?: { bin?: unknown }; bin?: unknown };
    return typeof settings?.bin === "string" && bin !== undefined ? settings.bin : "";
  } catch {
    return "";
  }
}
