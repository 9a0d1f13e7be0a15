import type { GenerateSettings, Workspace } from "../../core.ts";
import { type Ledger, ledgerOf } from "../money/ledger.ts";
import { priceOf } from "../money/prices.ts";
import { journalPath, runIds } from "./folder.ts";
import { readLines } from "./lines.ts";
import type { JournalRecord, RunHeader } from "./records.ts";

/** A run, as its journal tells it. */
export interface RunSummary {
  header: RunHeader;
  /** `broken`: it neither finished nor said why. */
  state: "finished" | "open" | "broken";
  ledger: Ledger;
  records: readonly JournalRecord[];
}

/**
 * @returns one run
 * @throws KnownError (`run`) where there is no such run, (`journal`) where it cannot be read
 */
export function readRun(workspace: Workspace, id: string): RunSummary {
  const { records } = readLines(journalPath(workspace, id));
  const [first] = records;
  const unknown = { version: 1, id, started: "", groundplan: "", model: "", features: [] };
  const header: RunHeader = first?.type === "run" ? first : { type: "run", ...unknown };
  const last = records.at(-1);
  return {
    header,
    state: last?.type === "end" ? last.state : "broken",
    ledger: ledgerOf(records, priceIn(workspace, header.model)),
    records,
  };
}

/** @returns all runs of a project, the latest first; a journal that cannot be read is left out. */
export function listRuns(workspace: Workspace): RunSummary[] {
  return runIds(workspace).flatMap((id) => {
    try {
      return [readRun(workspace, id)];
    } catch {
      return [];
    }
  });
}

/**
 * @returns the latest run that has not finished, of these features where some are named; one that came to nothing, because
 * it was refused, only where there is no other
 */
export function latestUnfinished(workspace: Workspace, features: readonly string[]): RunSummary | undefined {
  const unfinished = listRuns(workspace).filter(
    ({ state, header }) => state !== "finished" && (features.length === 0 || features.every((name) => header.features.includes(name))),
  );
  return unfinished.find(({ records }) => records.some(({ type }) => !EMPTY.has(type))) ?? unfinished[0];
}

/** Records of a run that has done nothing yet. */
const EMPTY: ReadonlySet<JournalRecord["type"]> = new Set(["run", "resumed", "end"]);

function priceIn(workspace: Workspace, model: string) {
  const settings: GenerateSettings = workspace.config.generate;
  return priceOf(model, settings);
}
