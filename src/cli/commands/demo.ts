import { mkdtempSync, rmSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { Option } from "commander";
import { DEFAULTS, OUTPUT_KINDS } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { DemoEvent } from "../demo/run.ts";
import type { Io } from "../io.ts";
import { openFiles } from "../open-files.ts";

interface Options {
  feature?: string;
  keep?: boolean;
  json?: boolean;
  open?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .option("--feature <folder>", "a feature folder of your own, with its PRD (default: the worked example, order refunds)")
    .option("--no-keep", "remove the workspace with both documents afterwards")
    .addOption(new Option("--keep", "keep the workspace").hideHelp())
    .option("--open", "open both documents afterwards, in the program that the system has for them (or the one of GROUNDPLAN_OPEN)")
    .option("--json", "print what happens as one JSON object a line")
    .addHelpText(
      "after",
      "\nFirst drafts both documents from the PRD and a small repository of the package alone, through survey and research, and\nshows what is left to decide. Then copies what people had decided beforehand into a fresh temporary workspace, starts\nthe real MCP server as a child process, and drives it with a real client through all seven steps. The text comes from the outline author: no model, no key.\n\nExit status: 0 when no finding at error level is left, 1 otherwise.\n\nExamples:\n  $ groundplan demo\n  $ groundplan demo --feature docs/plan/E01-shop/E01-F02-refunds",
    )
    .action(async (options: Options) => done((await demonstrate(options, io)) ? 0 : 1));
};

async function demonstrate(options: Options, io: Io): Promise<boolean> {
  const [{ prepareWorkspace }, { draftFromCode }, { decidedIn }, { connect }, { runDemo }, { showEvent }] = await Promise.all([
    import("../demo/workspace.ts"),
    import("../demo/from-code.ts"),
    import("../demo/decided.ts"),
    import("../demo/client.ts"),
    import("../demo/run.ts"),
    import("../demo/show.ts"),
  ]);
  const { root, key, inputs, prd } = prepareWorkspace(options.feature, io.cwd);
  const tell = (event: DemoEvent) => io.out(options.json ? `${JSON.stringify(event)}\n` : showEvent(event, io.style));
  if (!options.json)
    io.out(`${io.style.bold(`From the PRD to both documents: ${key.epic}/${key.feature}`)}\nInputs: ${inputs.join(", ")}.\n\n`);
  const scratch = options.feature === undefined ? mkdtempSync(join(tmpdir(), "groundplan-demo-code-")) : undefined;
  if (scratch !== undefined) tell(await draftFromCode(scratch, prd, key, io));
  tell({ event: "decided", inputs: decidedIn(root, key) });
  const client = await connect(io.entry, root, io.version);
  let errors = 0;
  try {
    for await (const event of runDemo(client, root, key)) {
      tell(event);
      if (event.event === "checked") ({ errors } = event);
    }
  } finally {
    await client.close();
    if (options.keep === false) for (const folder of [root, scratch ?? root]) rmSync(folder, { recursive: true, force: true });
  }
  const paths = OUTPUT_KINDS.map((kind) => join(root, DEFAULTS.plan, key.epic, key.feature, DEFAULTS.files[kind]));
  if (options.json) io.out(`${JSON.stringify({ event: "done", errors, documents: options.keep === false ? [] : paths })}\n`);
  else
    io.out(
      `\n${paths.join("\n")}\n${options.keep === false ? "The workspace was temporary and is gone.\n" : "They stay there until you remove them, or your system does.\n"}`,
    );
  if (options.open && options.keep !== false && !(await openFiles(paths, io, platform()))) {
    io.err("No program could be started to open them.\n");
  }
  return errors === 0;
}
