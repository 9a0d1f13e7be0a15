import {
  type AcrossVerdict,
  type CheckedFeatures,
  checkFeatures,
  type FeatureKey,
  selectFeatures,
  type Verdict,
  type WordedFinding,
  type Workspace,
} from "../../core.ts";
import { reportChecklist } from "../../report/checklist.ts";
import { reportSummary } from "../../report/formats/text.ts";
import { withSystem } from "../../report/with-system.ts";
import { mayCache } from "../check/may-cache.ts";
import { onlyAbout } from "../check/only-about.ts";
import { addCheckOptions, type CheckOptions } from "../check/options.ts";
import { outputsOf } from "../check/outputs.ts";
import { printConfig } from "../check/print-config.ts";
import { tuneEngine } from "../check/tune-engine.ts";
import { writeReports } from "../check/write-reports.ts";
import type { CommandModule } from "../command.ts";
import { tellFailed } from "../defect.ts";
import type { ExitStatus, Io } from "../io.ts";
import { showProgress } from "../progress.ts";
import { openProject } from "../project.ts";
import { tellUnread } from "../tell-unread.ts";
import { readCode } from "../workspace.ts";

const HELP = `
Examples:
  $ groundplan check
  $ groundplan check E01-F02 --checklist
  $ groundplan check --changed origin/main --format github --format sarif=groundplan.sarif
  $ groundplan check --fix --dry-run
  $ groundplan check --update-baseline     adopt groundplan without mending the past first

Called without a feature, it also tells where features contradict each other (\`groundplan explain\`, category system);
what it says of one feature is the same whether that one is named or all are checked.

Exit status: 0 no findings at error level, 1 findings, 2 a mistake in use, configuration or the environment,
3 a failure of groundplan itself; the highest counts.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  addCheckOptions(command)
    .addHelpText("after", HELP)
    .action(async (features: string[], options: CheckOptions) => {
      tuneEngine();
      done(await check(features, options, io));
      if (options.watch) await watch(features, options, io);
    });
};

/** Shows what changes at once; when nobody types, looks at everything again, writes the reports that go to files, and tells the sum. */
async function watch(features: string[], options: CheckOptions, io: Io): Promise<void> {
  const workspace = await openProject(options, io);
  const { watchWorkspace } = await import("../check/watch.ts");
  const code = options.code ? await readCode(workspace, io) : undefined;
  watchWorkspace(
    workspace,
    await select(workspace, features, options, io),
    { baseline: options.baseline, survey: code?.survey },
    {
      some: (verdicts) => {
        io.out(`\n${io.style.dim("-".repeat(40))}\n`);
        void report(verdicts, undefined, { ...options, format: options.format.filter(({ file }) => file === undefined) }, io);
      },
      all: async () => {
        const now = await openProject(options, io);
        const keys = await select(now, features, options, io);
        const { verdicts, across } = await look(now, keys, features.length === 0 && options.changed === undefined, options, io);
        const files = options.format.filter(({ file }) => file !== undefined);
        if (files.length > 0) await report(verdicts, across, { ...options, json: false, format: files }, io);
        io.out(`${io.style.dim("all:")} ${reportSummary(withSystem(verdicts, across), io.mermaid, io.style)}\n`);
        return keys;
      },
      failed: (thrown) => io.err(`${io.style.red("error:")} ${thrown instanceof Error ? thrown.message : String(thrown)}\n`),
    },
  );
}

async function check(features: string[], options: CheckOptions, io: Io): Promise<ExitStatus> {
  const workspace = await openProject(options, io);
  outputsOf(options);
  if (options.printConfig !== undefined) return printConfig(workspace, options.printConfig, io);
  const keys = await select(workspace, features, options, io);
  if (options.fix) await (await import("../check/fix.ts")).mend(workspace, options.baseline && !options.updateBaseline, keys, options, io);
  if (options.fix && options.dryRun) return 0;
  // What contradicts what across features belongs to no single one of them.
  const partly = features.length === 0 && options.changed !== undefined && keys.length > 0;
  const { verdicts, across } = partly
    ? onlyAbout(keys, await look(workspace, selectFeatures(workspace, features, io.cwd), true, options, io))
    : await look(workspace, keys, features.length === 0 && options.changed === undefined, options, io);
  const told = [...verdicts, ...(across ? [across] : [])];
  const findings = told.flatMap((reviewed) => reviewed.findings);
  if (options.updateBaseline) return update(workspace, findings, io);
  await report(verdicts, across, options, io);
  tellStale(told, workspace, io);
  if (features.length === 0) tellUnread(workspace, io);
  const proved = options.render ? await (await import("../check/prove.ts")).prove(workspace, keys, io) : 0;
  const failed = verdicts.flatMap((verdict) => verdict.failed);
  return tellFailed(failed, io, Math.max(statusOf(findings, options), proved) as ExitStatus);
}

async function select(workspace: Workspace, features: string[], { changed }: CheckOptions, io: Io): Promise<FeatureKey[]> {
  const selected = selectFeatures(workspace, features, io.cwd);
  return changed === undefined ? selected : (await import("../check/changed.ts")).onlyChanged(workspace, selected, changed, io);
}

async function look(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  across: boolean,
  options: CheckOptions,
  io: Io,
): Promise<CheckedFeatures> {
  const code = options.code ? await readCode(workspace, io) : undefined;
  const progress = showProgress("checking", io);
  const baseline = options.baseline && !options.updateBaseline;
  return checkFeatures(workspace, keys, {
    baseline,
    across,
    cache: mayCache(workspace, options.cache, io),
    ...(code && { code }),
    onChecked: progress.at,
  }).finally(progress.end);
}

async function report(verdicts: readonly Verdict[], across: AcrossVerdict | undefined, options: CheckOptions, io: Io): Promise<void> {
  const outputs = outputsOf(options);
  const quiet = (findings: readonly WordedFinding[]) => findings.filter(({ severity }) => !options.quiet || severity === "error");
  const shown = verdicts.map((verdict) => ({ ...verdict, findings: quiet(verdict.findings) }));
  await writeReports(
    shown,
    across && { ...across, findings: quiet(across.findings) },
    outputs.length > 0 ? outputs : [{ format: "text" }],
    io,
  );
  const asText = outputs.every(({ format, file }) => file !== undefined || format === "text");
  if (options.checklist && asText)
    for (const { key, checklist } of verdicts) io.out(`\n${io.style.bold(key.feature)}\n${reportChecklist(checklist, io.style)}`);
}

async function update(workspace: Workspace, findings: readonly WordedFinding[], io: Io): Promise<ExitStatus> {
  const { saveBaseline } = await import("../../core.ts");
  const file = saveBaseline(workspace, findings);
  io.out(`${findings.length} ${findings.length === 1 ? "finding is" : "findings are"} let pass from now on, see ${file}\n`);
  return 0;
}

function tellStale(verdicts: readonly Pick<Verdict, "stale">[], { config }: Workspace, io: Io): void {
  const stale = verdicts.flatMap((verdict) => verdict.stale);
  if (stale.length === 0) return;
  const files = [...new Set(stale.map(({ file }) => file))];
  io.err(
    `${stale.length} ${stale.length === 1 ? "entry" : "entries"} of ${config.baseline} no longer occur (${files.slice(0, 3).join(", ")}${files.length > 3 ? " ..." : ""}): run groundplan check --update-baseline.\n`,
  );
}

function statusOf(findings: readonly WordedFinding[], { failOn, maxWarnings }: CheckOptions): ExitStatus {
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1;
  if (failOn === "never") return 0;
  return findings.length - (failOn === "warning" ? 0 : warnings) > 0 ? 1 : 0;
}
