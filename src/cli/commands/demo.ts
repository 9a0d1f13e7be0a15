import { rmSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { DEFAULTS, OUTPUT_KINDS } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io } from "../io.ts";

interface Options {
  feature?: string;
  keep?: boolean;
  json?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .option("--feature <folder>", "a feature folder of your own, with its PRD (default: the worked example, order refunds)")
    .option("--no-keep", "remove the workspace with both documents afterwards")
    .addOption(new Option("--keep", "keep the workspace").hideHelp())
    .option("--json", "print what happens as one JSON object a line")
    .addHelpText(
      "after",
      "\nCopies the inputs into a fresh temporary workspace, starts the real MCP server as a child process, and drives it\nwith a real client through all seven steps. The text comes from the outline author: no model, no key.\n\nExit status: 0 when no finding at error level is left, 1 otherwise.\n\nExamples:\n  $ groundplan demo\n  $ groundplan demo --feature docs/plan/E01-shop/E01-F02-refunds",
    )
    .action(async (options: Options) => done((await demonstrate(options, io)) ? 0 : 1));
};

async function demonstrate(options: Options, io: Io): Promise<boolean> {
  const [{ prepareWorkspace }, { connect }, { runDemo }, { showEvent }] = await Promise.all([
    import("../demo/workspace.ts"),
    import("../demo/client.ts"),
    import("../demo/run.ts"),
    import("../demo/show.ts"),
  ]);
  const { root, key, inputs } = prepareWorkspace(options.feature, io.cwd);
  const client = await connect(io.entry, root, io.version);
  let errors = 0;
  try {
    if (!options.json)
      io.out(
        `${io.style.bold(`From the PRD to both documents: ${key.epic}/${key.feature}`)}\nInputs: ${inputs.join(", ")}. The MCP server runs as a child process; the outline author writes, without a model.\n\n`,
      );
    for await (const event of runDemo(client, root, key)) {
      io.out(options.json ? `${JSON.stringify(event)}\n` : showEvent(event, io.style));
      if (event.event === "checked") ({ errors } = event);
    }
  } finally {
    await client.close();
    if (options.keep === false) rmSync(root, { recursive: true, force: true });
  }
  const paths = OUTPUT_KINDS.map((kind) => join(root, DEFAULTS.plan, key.epic, key.feature, DEFAULTS.files[kind]));
  if (options.json) io.out(`${JSON.stringify({ event: "done", errors, documents: options.keep === false ? [] : paths })}\n`);
  else
    io.out(
      `\n${paths.join("\n")}\n${options.keep === false ? "The workspace was temporary and is gone.\n" : "They stay there until you remove them, or your system does.\n"}`,
    );
  return errors === 0;
}
