import type { Project } from "../project.ts";
import { endOf } from "../syntax/tree.ts";
import { clapCommand, crateName } from "./clap.ts";
import { derives, named } from "./clap-attributes.ts";
import { oclif } from "./oclif.ts";
import { picocli } from "./picocli.ts";

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
