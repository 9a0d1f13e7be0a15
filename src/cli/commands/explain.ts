import { CATEGORIES, checkPage, EVERY_CHECK } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io } from "../io.ts";

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[check]", "id of a check; without one, the checks are listed")
    .addHelpText("after", "\nExamples:\n  $ groundplan explain\n  $ groundplan explain line-count")
    .action((id: string | undefined) => {
      if (id === undefined) list(io);
      else io.out(checkPage(id));
      done(0);
    });
};

function list(io: Io): void {
  const width = Math.max(...EVERY_CHECK.map(({ id }) => id.length));
  for (const category of CATEGORIES) {
    const own = EVERY_CHECK.filter((check) => check.category === category);
    if (own.length === 0) continue;
    io.out(`${io.style.bold(category)}\n`);
    for (const { id, severity } of own)
      io.out(`  ${id.padEnd(width)}  ${io.style.dim(severity === "warning" ? "(warning) " : "")}${summary(id)}\n`);
  }
}

/** The page begins with what the check finds. */
function summary(id: string): string {
  const [sentence = ""] = checkPage(id)
    .replace(/^[\s\S]*?Severity: \w+\.\n+/, "")
    .split(/(?<=[.!?])\s|\n\n/);
  return sentence.replaceAll("\n", " ").replace(/\.$/, "");
}
