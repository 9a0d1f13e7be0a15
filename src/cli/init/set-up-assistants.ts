import { applySetUp, planSetUp, type SetUp, unifiedDiff, type Workspace } from "../../core.ts";
import type { Io } from "../io.ts";
import { type Choice, chooseAssistants } from "./choose.ts";
import { whyNoAnswer } from "./prove.ts";
import { type SharedCommand, sharedCommand } from "./server-command.ts";

export interface SetUpOptions extends Choice {
  yes?: boolean;
  dryRun?: boolean;
  prove?: boolean;
}

/**
 * Adds groundplan to the configuration of the assistants, each after a question where somebody sits at a terminal, and says
 * what was done. Without a question only files that do not exist are written, unless the answer was given by --yes.
 *
 * @returns whether every file could be changed safely
 */
export async function setUpAssistants(workspace: Workspace, options: SetUpOptions, io: Io): Promise<boolean> {
  const shared = sharedCommand(workspace.root, io.version);
  const plans = await Promise.all(chooseAssistants(workspace, options).map((assistant) => planSetUp(workspace, assistant, shared)));
  let written = 0;
  for (const plan of plans) if ((await setUp(workspace, plan, options, io)) && plan.assistant.format !== "markdown") written++;
  const safe = plans.every(({ change }) => change.outcome !== "refused");
  return (written === 0 || (await proved(workspace, shared, options, io))) && safe;
}

/** Starts the server as the files say, before anybody is told that it is done. */
async function proved({ root }: Workspace, { command, args, needs }: SharedCommand, { prove }: SetUpOptions, io: Io): Promise<boolean> {
  const words = [command, ...args].join(" ");
  const why = prove === false ? undefined : await whyNoAnswer(command, args, root);
  if (why !== undefined) {
    io.err(
      `${words} does not answer here: ${why}\nInstall groundplan in the project (npm install --save-dev <tarball or git address>) and run init again, or publish it where npm looks.\n`,
    );
    return false;
  }
  io.out(
    `${prove === false ? "assistants start" : "the server answers to"}: ${words}\non the machines of the others this needs ${needs}\n`,
  );
  return true;
}

/** @returns whether the file was written */
async function setUp(workspace: Workspace, plan: SetUp, options: SetUpOptions, io: Io): Promise<boolean> {
  const { assistant, before, change, paste } = plan;
  const { file, name } = assistant;
  if (change.outcome !== "changed") {
    if (change.outcome === "same") io.out(`kept ${file}, which names groundplan already\n`);
    else io.err(`kept ${file}, which cannot be changed safely: ${change.reason}. Add this by hand:\n\n${indent(paste)}\n`);
    return false;
  }
  if (options.dryRun) {
    io.out(`would ${before === null ? "create" : "change"} ${file}, for ${name}\n`);
    io.out(unifiedDiff(file, before ?? "", change.text));
    return false;
  }
  if (!(await agreed(plan, options, io))) return false;
  applySetUp(workspace, plan);
  io.out(`${before === null ? "created" : "changed"} ${file}, for ${name}\n`);
  return true;
}

async function agreed({ assistant, before, change }: SetUp, { yes, assistant: named, all }: SetUpOptions, io: Io): Promise<boolean> {
  const { file, name, id } = assistant;
  if (yes) return true;
  if (io.ask) {
    if (change.outcome === "changed") io.err(unifiedDiff(file, before ?? "", change.text));
    const answer = await io.ask(`${before === null ? "Create" : "Change"} ${file}, for ${name}? [y/N] `);
    if (/^y(?:es)?$/i.test(answer.trim())) return true;
    io.out(`${before === null ? "left out" : "kept"} ${file}\n`);
    return false;
  }
  const wanted = named !== undefined || all || id === "claude-code";
  if (before === null && wanted) return true;
  io.out(
    before === null
      ? `left out ${file}, for ${name}: groundplan init --assistant ${id} creates it\n`
      : `kept ${file}, which exists: groundplan init --assistant ${id} --yes adds groundplan to it, --dry-run shows how\n`,
  );
  return false;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
