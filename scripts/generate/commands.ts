import { Command } from "commander";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { Io } from "../../src/cli/io.ts";
import { PLAIN } from "../../src/report/style.ts";

/** A terminal that nobody looks at: commands are configured with it and not run. */
export const nobody: Io = {
  out: () => {},
  err: () => {},
  clearLine: "",
  cwd: ".",
  env: {},
  interactive: false,
  style: PLAIN,
  today: () => "",
  version: "",
  mermaid: "",
  interrupt: () => new AbortController().signal,
  entry: "",
};

/** The reference of the command line: what `--help` prints, command by command. */
export async function commandReference(): Promise<string> {
  const parts = await Promise.all(
    COMMANDS.map(async ({ name, summary, load }) => {
      const program = new Command("groundplan");
      const command = program.command(name).description(summary).configureHelp({ helpWidth: 110 });
      (await load()).configure(command, nobody, () => {});
      const printed: string[] = [];
      command.configureOutput({ writeOut: (text) => void printed.push(text) });
      command.outputHelp();
      return `## ${name}\n\n\`\`\`text\n${printed.join("").trim()}\n\`\`\``;
    }),
  );
  return `# Commands\n\nWhat \`groundplan <command> --help\` prints. Exit status: 0 clean, 1 findings, 2 a mistake in use, configuration or the environment, 3 a failure of groundplan itself; the highest counts. Colours appear on a terminal only; \`NO_COLOR\` turns them off.\n\n${parts.join("\n\n")}\n`;
}
