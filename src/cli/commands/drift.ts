import { Option } from "commander";
import {
  askGit,
  codeAt,
  type DriftReport,
  driftSeverity,
  driftsOf,
  driftVerdict,
  type FeatureKey,
  formatKey,
  isOpenDrift,
  KnownError,
  type Past,
  selectFeatures,
  type Verdict,
  type Workspace,
} from "../../core.ts";
import { reportDrift, reportDriftJson } from "../../report/drift.ts";
import { FORMATS } from "../../report/index.ts";
import { type Output, outputsOf, readOutput } from "../check/outputs.ts";
import { writeMade } from "../check/write-reports.ts";
import type { CommandModule } from "../command.ts";
import { driftPages } from "../drift-pages.ts";
import { inTurn } from "../in-turn.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { revisionAt } from "../revision.ts";
import { openWithCode } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: Output[];
  json?: boolean;
  since?: string;
  failOn: "error" | "warning" | "never";
}

interface Told {
  key: FeatureKey;
  report: DriftReport;
  verdict: Verdict;
}

const HELP = `
Compares the endpoints, commands, events, structures, entities and error codes of designs, and the linked rows of research
reports, with the code: what is not built yet, built otherwise, gone, or there beside the design. What the code states itself
(a command that it registers, an OpenAPI document) is an error, what was read from its source a warning. A difference that a
row under Departures names with its reason, or an open question with who decides it, is accepted.

With --since, only what has come since the branch left that revision is told: what is designed and was never built is not.

Examples:
  $ groundplan drift
  $ groundplan drift E01-F02 --format json
  $ groundplan drift --since origin/main --format github --format sarif=drift.sarif

Exit status: 0 nothing has drifted, 1 something is built otherwise, 2 a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .option("--since <revision>", "only what has come since a commit, tag or branch")
    .option(
      "-f, --format <name[=file]>",
      `how the differences are written; several at once, each to a file: ${Object.keys(FORMATS).join(", ")}`,
      readOutput,
      [] as Output[],
    )
    .option("--json", "short for --format json")
    .addOption(new Option("--fail-on <level>", "what makes the exit status 1").choices(["error", "warning", "never"]).default("warning"))
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (features: string[], options: Options) => {
      const outputs = outputsOf(options);
      const { workspace, context } = await openWithCode(options, io);
      const { survey } = context;
      if (!survey)
        throw new KnownError(
          "no-code",
          "there is no code beside the plan",
          "Run it in the repository that holds the code, or name it with --root.",
        );
      const past = options.since === undefined ? undefined : await pastAt(workspace, options.since, io);
      const compare = driftsOf(workspace, { ...context, survey }, past);
      const told = await inTurn(selectFeatures(workspace, features, io.cwd), (key): Told => {
        const { report, model } = compare(key);
        return { key, report, verdict: driftVerdict(model, report) };
      });
      write(told, outputs.length > 0 ? outputs : [{ format: "text" }], options.since, io);
      const levels = told.flatMap(({ report }) => report.drifts.filter(isOpenDrift).map(driftSeverity));
      done(options.failOn !== "never" && levels.some((level) => options.failOn === "warning" || level === "error") ? 1 : 0);
    });
};

/** The code and the documents where this branch left a revision: what its other commits have changed since is no change of this one. */
async function pastAt(workspace: Workspace, since: string, io: Io): Promise<Past> {
  const { root } = workspace;
  const named = revisionAt(root, since);
  const common = askGit(root, ["merge-base", named.commit, "HEAD"])?.trim();
  const revision = common ? revisionAt(root, common) : named;
  const progress = showProgress("reading the code as it was", io);
  const survey = await codeAt(workspace, revision.commit, { env: io.env, progress: progress.at }).finally(progress.end);
  return { survey, text: revision.text };
}

function write(told: readonly Told[], outputs: readonly Output[], since: string | undefined, io: Io): void {
  const verdicts = told.map(({ verdict }) => verdict);
  const made = outputs.map(({ format, file }) => {
    const style = file === undefined ? io.style : undefined;
    const pages = format === "sarif" || format === "junit" ? driftPages() : [];
    const text =
      format === "text"
        ? told.map(({ key, report }) => reportDrift(formatKey(key), report, style)).join("")
        : format === "json"
          ? reportDriftJson(told.map(asData), since)
          : FORMATS[format].write(verdicts, { checks: pages, version: io.version, mermaid: "" });
    return { file, text, commands: format === "github" };
  });
  writeMade(made, io);
}

function asData({ key, report: { state, drifts } }: Told) {
  return { key, state, drifts: drifts.map((drift) => ({ ...drift, severity: driftSeverity(drift) })) };
}
