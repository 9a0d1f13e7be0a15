import { randomBytes } from "node:crypto";
import { type Context, type FeatureKey, formatKey, KnownError, type Workspace } from "../core.ts";
import { createAsk } from "./call/ask.ts";
import { createBatchAsk } from "./call/batch-ask.ts";
import { connect } from "./call/client.ts";
import { createLimiter } from "./call/limiter.ts";
import { checkModel } from "./call/models.ts";
import { PATIENCE, type Patience } from "./call/types.ts";
import { DEFAULT_CONCURRENCY, DEFAULT_MODEL } from "./defaults.ts";
import type { Notify } from "./events.ts";
import type { FeatureOptions, FeatureResult } from "./generate-feature.ts";
import { newRunId } from "./journal/folder.ts";
import { beginJournal, type Journal, resumeJournal } from "./journal/journal.ts";
import { limitsFor } from "./limits.ts";
import { createBudget } from "./money/budget.ts";
import { type Ledger, ledgerOf } from "./money/ledger.ts";
import { tokensOf } from "./money/usage.ts";
import { requireSections } from "./plan.ts";
import { runFeatures } from "./run-features.ts";

export interface GenerateOptions extends FeatureOptions {
  keys: readonly FeatureKey[];
  model?: string;
  maxUsd?: number;
  maxTokens?: number;
  /** Features that are written at the same time. */
  concurrency?: number;
  /** Through Message Batches: all features and sections at the same time. */
  batch?: boolean;
  /** The id of the run that is to go on. */
  resume?: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the run; its journal stays. */
  signal: AbortSignal;
  notify: Notify;
  /** Takes what the SDK has to say. */
  warn(text: string): void;
  /** The day, as YYYY-MM-DD. */
  today: string;
  version: string;
  patience?: Partial<Patience>;
}

export interface Generated {
  run: string;
  results: FeatureResult[];
  ledger: Ledger;
  /** What ended the run before it was through. */
  stopped?: KnownError;
}

/** What ends a run that can go on later. */
const STOPS = new Set(["budget", "interrupted", "api-unavailable", "api-request", "api-too-large", "api-key", "api-model"]);

/**
 * Writes both documents of the features with a model, and keeps a journal of it.
 *
 * @throws KnownError before anything is written: no key, no such model, run or section, a budget of nothing
 */
export async function generate(workspace: Workspace, context: Context, options: GenerateOptions): Promise<Generated> {
  requireSections(context, options.rewrite);
  const settings = workspace.config.generate;
  const patience = { ...PATIENCE, ...options.patience };
  const id = options.model ?? settings.model ?? DEFAULT_MODEL;
  const { limits, price } = limitsFor(options, settings, id, options.keys.length);
  const connection = await connect(options.env, options.warn);
  const model = await checkModel(connection, id, patience, options.signal);
  const journal = openJournal(workspace, options, id);
  const { notify, signal, env, today } = options;
  try {
    const budget = createBudget(limits, price);
    for (const record of journal.records)
      if (record.type === "call") budget.spend(tokensOf(record.message.usage), record.batch);
      else if (record.type === "attempt") budget.spend(tokensOf(record.usage));
    const concurrency = options.concurrency ?? settings.concurrency ?? DEFAULT_CONCURRENCY;
    const limiter = createLimiter(concurrency);
    const calling = { connection, journal, budget, limiter, patience, signal, notify, spentBatches: new Set<string>() };
    const ask = options.batch ? createBatchAsk(calling) : createAsk(calling);
    notify({
      event: "run",
      run: journal.header.id,
      model: id,
      features: options.keys.map(formatKey),
      resumed: options.resume !== undefined,
    });
    if (model.notice) notify({ event: "notice", text: model.notice });
    const run = { workspace, context, journal, ask, model, notify, today, env, signal, sideBySide: options.batch === true };
    const { results, stopped } = await untilStopped(() =>
      runFeatures(run, options.keys, options, options.batch ? options.keys.length : concurrency),
    );
    const finished = !stopped && results.every((result) => result.finished);
    journal.append({ type: "end", at: new Date().toISOString(), state: finished ? "finished" : "open" });
    const ledger = ledgerOf(journal.records, price);
    notify({ event: "done", run: journal.header.id, finished, ledger });
    return { run: journal.header.id, results, ledger, ...(stopped && { stopped }) };
  } finally {
    journal.close();
  }
}

function openJournal(workspace: Workspace, options: GenerateOptions, model: string): Journal {
  if (options.resume === undefined) {
    const now = new Date();
    const header = { id: newRunId(now, randomBytes(2).toString("hex")), started: now.toISOString(), groundplan: options.version, model };
    return beginJournal(workspace, { ...header, features: options.keys.map(formatKey) });
  }
  const journal = resumeJournal(workspace, options.resume, new Date().toISOString());
  if (journal.header.model === model) return journal;
  journal.close();
  throw new KnownError(
    "model",
    `unexpected model ${model}: the run ${options.resume} was begun with ${journal.header.model}`,
    `Go on with --model ${journal.header.model}, or begin a new run.`,
  );
}

async function untilStopped(work: () => Promise<FeatureResult[]>): Promise<{ results: FeatureResult[]; stopped?: KnownError }> {
  try {
    return { results: await work() };
  } catch (thrown) {
    if (thrown instanceof KnownError && STOPS.has(thrown.code)) return { results: [], stopped: thrown };
    throw thrown;
  }
}
