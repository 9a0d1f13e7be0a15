import { InvalidArgumentError } from "commander";
import type { RunEvent } from "../../agents/events.ts";
import { type Context, type FeatureKey, formatKey, type InterfaceKind, KnownError, selectFeatures, type Workspace } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { openWithCode } from "../workspace.ts";
import { parseKinds } from "./new.ts";

interface Options extends WorkspaceOptions {
  all?: boolean;
  epic?: string;
  interfaces?: InterfaceKind[];
  model?: string;
  maxUsd?: number;
  maxTokens?: number;
  concurrency?: number;
  resume?: string | true;
  rewrite?: string[];
  batch?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths")
    .option("--all", "every feature of the plan")
    .option("--epic <epic>", "every feature of an epic")
    .option(
      "--interfaces <kinds>",
      "kinds of interface, separated by commas, where the PRD does not say: api, library, cli, service",
      parseKinds,
    )
    .option("--model <model>", "the model that writes (default: claude-opus-5-5)")
    .option("--max-usd <dollars>", "stop before the run costs more (default: 3 for each feature)", parseNumber)
    .option("--max-tokens <tokens>", "stop before the run uses more, all classes counted", parseNumber)
    .option("--concurrency <features>", "features that are written at the same time (default: 3)", parseCount)
    .option("--resume [run]", "go on with a run that was broken off (default: the latest one)")
    .option("--rewrite <sections...>", "write these sections although a person has changed them; `all` for every one")
    .option("--batch", "through Message Batches: half the price, within a day")
    .option("--dry-run", "show the plan and what it would cost; needs no key, asks nobody, writes nothing")
    .option("--json", "print what happens as one JSON object a line")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nNeeds ANTHROPIC_API_KEY. Sections that a person has changed are left as they are. The journal of a run is in\n.groundplan/runs; Ctrl-C ends a run that --resume goes on with. Exit status: 0 when every feature is finished,\n1 when something is open, 2 for a mistake in use, configuration or the environment.\n\nExamples:\n  $ groundplan generate E01-F02 --dry-run\n  $ groundplan generate E01-F02 --max-usd 2\n  $ groundplan generate --epic E01-shop --batch\n  $ groundplan generate --resume",
    )
    .action(async (features: string[], options: Options) => done(await run(features, options, io)));
};

function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === "") throw new InvalidArgumentError("Expected a number.");
  return value;
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("Expected a whole number, 1 or more.");
  return Number(text);
}

async function run(features: string[], options: Options, io: Io): Promise<ExitStatus> {
  const { workspace, context } = await openWithCode(options, io);
  const resumed = options.resume === undefined ? undefined : await findRun(workspace, features, options.resume);
  const keys =
    resumed && features.length === 0
      ? selectFeatures(workspace, resumed.features, workspace.root)
      : chosen(workspace, features, options, io);
  const model = options.model ?? resumed?.model;
  if (options.dryRun) return dryRun(workspace, context, keys, { ...options, model }, io);
  return generateAll(workspace, context, keys, { ...options, model, resume: resumed?.id }, io);
}

/** Without a word for all of them, no command writes every feature of a plan. */
function chosen(workspace: Workspace, features: readonly string[], { all, epic }: Options, io: Io): FeatureKey[] {
  const targets = [...features, ...(epic ? [epic] : [])];
  if (targets.length > 0 || all) return selectFeatures(workspace, all ? [] : targets, io.cwd);
  throw new KnownError("target", "no feature is named", "Name one or more: epic/feature; or use --epic <epic>, --all or --resume.");
}

async function findRun(workspace: Workspace, features: readonly string[], resume: string | true) {
  const { latestUnfinished, readRun } = await import("../../agents/journal/runs.ts");
  const keys = features.length > 0 ? selectFeatures(workspace, features, workspace.root).map(formatKey) : [];
  const found = resume === true ? latestUnfinished(workspace, keys) : readRun(workspace, resume);
  if (found) return found.header;
  throw new KnownError("run", "no run that was broken off", "Begin a new one; `groundplan runs list` shows those that were.");
}

async function dryRun(workspace: Workspace, context: Context, keys: readonly FeatureKey[], options: Options, io: Io): Promise<ExitStatus> {
  const [{ planRun, showPlan }, { DEFAULT_MODEL }, { priceOf }] = await Promise.all([
    import("../generate/dry-run.ts"),
    import("../../agents/defaults.ts"),
    import("../../agents/money/prices.ts"),
  ]);
  const model = options.model ?? workspace.config.generate.model ?? DEFAULT_MODEL;
  const price = priceOf(model, workspace.config.generate);
  const dry = { model, price, interfaces: options.interfaces ?? [], rewrite: options.rewrite ?? [] };
  const estimates = planRun(workspace, context, keys, dry);
  io.out(options.json ? `${JSON.stringify({ version: 1, model, features: estimates }, null, 2)}\n` : showPlan(estimates, dry));
  return 0;
}

async function generateAll(
  workspace: Workspace,
  context: Context,
  keys: readonly FeatureKey[],
  { resume, interfaces = [], rewrite = [], json, ...options }: Options & { resume?: string },
  io: Io,
): Promise<ExitStatus> {
  const [{ generate }, { showEvent }, { createProgress }] = await Promise.all([
    import("../../agents/generate.ts"),
    import("../generate/show.ts"),
    import("../generate/progress.ts"),
  ]);
  const progress = createProgress(Date.now());
  const clear = io.interactive ? io.clearLine : "";
  const notify = (event: RunEvent) => {
    progress.see(event);
    const told = json ? `${JSON.stringify(event)}\n` : showEvent(event, io.style);
    if (told !== "") {
      io.err(clear);
      io.out(told);
    }
    if (io.interactive && event.event !== "done") io.err(`${clear}${progress.line(Date.now())}`);
  };
  const {
    stopped,
    results,
    run: id,
  } = await generate(workspace, context, {
    ...{ ...options, keys, interfaces, rewrite, resume, notify, env: io.env, signal: io.interrupt(), warn: io.err },
    ...{ today: io.today(), version: io.version },
  });
  if (stopped) io.err(`${io.style.yellow("stopped:")} ${stopped.message}\n${stopped.advice}\nThe run is ${id}.\n`);
  return !stopped && results.every(({ finished }) => finished) ? 0 : 1;
}
