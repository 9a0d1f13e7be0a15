import type Anthropic from "@anthropic-ai/sdk";

/** The version of the journal's form; a journal of a newer one is not read. */
export const JOURNAL_VERSION = 1;

/** What a run was started with; the first line of its journal. */
export interface RunHeader {
  type: "run";
  version: number;
  id: string;
  started: string;
  groundplan: string;
  model: string;
  features: string[];
}

/** One line of a journal. Lines are only ever added. */
export type JournalRecord =
  | RunHeader
  /** A process went on with the run. */
  | { type: "resumed"; at: string }
  /** What a step came to, by the step's name: it is not done again. */
  | { type: "step"; name: string; value: unknown }
  /** A paid answer, by the hash of the request it answers: it is not asked for again. */
  | { type: "call"; hash: string; step: string; message: Anthropic.Message; batch?: boolean }
  /** An attempt that failed after it had begun to cost. */
  | { type: "attempt"; hash: string; step: string; usage: Anthropic.Usage; model: string; reason: string }
  /** A text that is about to be written; whatever else stands in the section is a person's. */
  | { type: "text"; section: string; hash: string }
  /** A batch that is about to be sent, and then its id. */
  | { type: "batch-intent"; requests: string[]; at: string }
  | { type: "batch"; id: string; requests: string[] }
  | { type: "end"; at: string; state: "finished" | "open" };
