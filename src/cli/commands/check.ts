import { type Context, NO_BASELINE, type Review, readFeature, review, saveBaseline, selectFeatures, type Workspace } from "../../index.ts";
import { reportChecklist } from "../../report/checklist.ts";
import { onlyChanged } from "../check/changed.ts";
import { mend } from "../check/fix.ts";
import { addCheckOptions, type CheckOptions, type Output } from "../check/options.ts";
import { printConfig } from "../check/print-config.ts";
import { prove } from "../check/prove.ts";
import { watchWorkspace } from "../check/watch.ts";
import { writeReports } from "../check/write-reports.ts";
import type { ExitStatus, Io } from "../io.ts";
import { open } from "../workspace.ts";
import type { CommandModule } from "./index.ts";

const HELP = `
Examples:
  $ groundplan check
  $ groundplan check E01-F02 --checklist
  $ groundplan check --changed origin/main --format github --format sarif=groundplan.sarif
  $ groundplan check --fix --dry-run
  $ groundplan check --update-baseline     adopt groundplan without mending the past first

Exit status: 0 no findings at error level, 1 findings, 2 a mistake in use, configuration or the environment.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  addCheckOptions(command)
    .addHelpText("after", HELP)
    .action(async (features: string[], options: CheckOptions) => {
      done(await check(features, options, io));
      if (options.watch) watchWorkspace(open(options, io).workspace, () => void again(features, options, io));
    });
};

/** A mistake that is saved while somebody types is told, and does not end the watch. */
async function again(features: string[], options: CheckOptions, io: Io): Promise<void> {
  io.out(`\n${io.style.dim("-".repeat(40))}\n`);
  try {
    await check(features, options, io);
  } catch (thrown) {
    io.err(`${io.style.red("error:")} ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  }
}

async function check(features: string[], options: CheckOptions, io: Io): Promise<ExitStatus> {
  const opened = open(options, io);
  const { workspace } = opened;
  if (options.printConfig !== undefined) return printConfig(workspace, options.printConfig, io);
  const context = options.baseline && !options.updateBaseline ? opened.context : { ...opened.context, baseline: NO_BASELINE };
  const selected = selectFeatures(workspace, features, io.cwd);
  const keys = options.changed === undefined ? selected : onlyChanged(workspace, selected, options.changed);
  if (options.fix) mend(workspace, context, keys, options, io);
  if (options.fix && options.dryRun) return 0;
  const reviews = keys.map((key): Review => review(readFeature(workspace, key), context));
  if (options.updateBaseline) return update(workspace, reviews, io);
  report(reviews, options, io);
  tellStale(reviews, context, io);
  const proved = options.render ? await prove(reviews, io) : 0;
  return Math.max(statusOf(reviews, options), proved) as ExitStatus;
}

function report(reviews: readonly Review[], options: CheckOptions, io: Io): void {
  const outputs: Output[] = options.json ? [...options.format, { format: "json" }] : options.format;
  const shown = options.quiet
    ? reviews.map((reviewed) => ({ ...reviewed, findings: reviewed.findings.filter(({ severity }) => severity === "error") }))
    : reviews;
  writeReports(shown, outputs.length > 0 ? outputs : [{ format: "text" }], io);
  const asText = outputs.every(({ format, file }) => file !== undefined || format === "text");
  if (options.checklist && asText)
    for (const { model, checklist } of reviews) io.out(`\n${io.style.bold(model.key.feature)}\n${reportChecklist(checklist, io.style)}`);
}

function update(workspace: Workspace, reviews: readonly Review[], io: Io): ExitStatus {
  const findings = reviews.flatMap((reviewed) => reviewed.findings);
  const file = saveBaseline(workspace, findings);
  io.out(`${findings.length} ${findings.length === 1 ? "finding is" : "findings are"} let pass from now on, see ${file}\n`);
  return 0;
}

function tellStale(reviews: readonly Review[], { config }: Context, io: Io): void {
  const stale = reviews.flatMap((reviewed) => reviewed.stale);
  if (stale.length === 0) return;
  const files = [...new Set(stale.map(({ file }) => file))];
  io.err(
    `${stale.length} ${stale.length === 1 ? "entry" : "entries"} of ${config.baseline} no longer occur (${files.slice(0, 3).join(", ")}${files.length > 3 ? " ..." : ""}): run groundplan check --update-baseline.\n`,
  );
}

function statusOf(reviews: readonly Review[], { failOn, maxWarnings }: CheckOptions): ExitStatus {
  const findings = reviews.flatMap((reviewed) => reviewed.findings);
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1;
  if (failOn === "never") return 0;
  return findings.length - (failOn === "warning" ? 0 : warnings) > 0 ? 1 : 0;
}
