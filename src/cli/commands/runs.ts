import type { RunSummary } from "../../agents/journal/runs.ts";
import type { CommandModule } from "../command.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  json?: boolean;
}

const ROOT = ["--root <folder>", "root of the project (default: the project around the working directory)"] as const;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .command("list")
    .description("list all runs, the latest first")
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action(async (options: Options) => {
      const { listRuns } = await import("../../agents/journal/runs.ts");
      const runs = listRuns(open(options, io).workspace);
      io.out(options.json ? data(runs) : runs.length > 0 ? runs.map(line).join("") : "No run yet.\n");
      done(0);
    });
  command
    .command("show")
    .description("show what a run came to, step by step")
    .argument("<run>", "the run's id")
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action(async (id: string, options: Options) => {
      const { readRun } = await import("../../agents/journal/runs.ts");
      const run = readRun(open(options, io).workspace, id);
      io.out(options.json ? data([run]) : await details(run, io));
      done(0);
    });
  command.addHelpText("after", "\nA run that is open or broken goes on with `groundplan generate --resume <run>`.");
};

function data(runs: readonly RunSummary[]): string {
  return `${JSON.stringify({ version: 1, runs: runs.map(({ header, state, ledger }) => ({ ...header, state, ledger })) }, null, 2)}\n`;
}

function line({ header, state, ledger }: RunSummary): string {
  const cost = ledger.unpriced ? "" : `  $${ledger.usd.toFixed(2)}`;
  return `${header.id}  ${state.padEnd(8)}  ${String(ledger.calls).padStart(4)} calls${cost}  ${header.features.join(", ")}\n`;
}

async function details(run: RunSummary, { style }: Io): Promise<string> {
  const [{ showLedger }, { countTokens }] = await Promise.all([import("../generate/show.ts"), import("../../agents/money/usage.ts")]);
  const rows = run.ledger.rows.map(
    ({ step, calls, failed, repairs, tokens, usd }) =>
      `  ${String(calls).padStart(3)} calls${failed > 0 ? `, ${failed} failed` : ""}, ${repairs} repairs  ${countTokens(tokens).toLocaleString("en-US").padStart(8)} tokens  $${usd.toFixed(3)}  ${step.replace(/ [0-9a-f]{16}$/, "")}\n`,
  );
  return `${line(run)}${rows.join("")}${showLedger(run.ledger, style)}`;
}
