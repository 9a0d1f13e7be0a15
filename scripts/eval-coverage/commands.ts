import { Command } from "commander";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { nobody } from "../generate/commands.ts";

/** @returns the names of all commands, those below a command with its name before theirs. */
export async function commandNames(): Promise<Set<string>> {
  const names = await Promise.all(
    COMMANDS.map(async ({ name, load }) => {
      const command = new Command(name);
      (await load()).configure(command, nobody, () => {});
      return [name, ...command.commands.map((below) => `${name} ${below.name()}`)];
    }),
  );
  return new Set(names.flat());
}
