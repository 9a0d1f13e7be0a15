import type { OutputKind, Place } from "../core.ts";
import type { Ledger } from "./money/ledger.ts";
import type { Tokens } from "./money/usage.ts";

/** How a section came out of a run. */
export type SectionResult =
  /** The model wrote it, and its checks hold. */
  | "written"
  /** Composed from the inputs alone, without a call. */
  | "composed"
  /** It stands as an earlier run wrote it, and what it was written from has not changed. */
  | "up-to-date"
  /** A person has written or changed it: left byte for byte. */
  | "yours"
  /** Something is still wrong with it. */
  | "open";

/** What happens in a run, for whoever shows it. */
export type RunEvent =
  | { event: "run"; run: string; model: string; features: string[]; resumed: boolean }
  | { event: "notice"; text: string; place?: Place }
  | { event: "feature"; feature: string; write: number; keep: number }
  | { event: "call"; step: string; reused: boolean; tokens: Tokens; usd: number }
  | { event: "retry"; step: string; reason: string; wait_ms: number }
  | {
      event: "section";
      feature: string;
      document: OutputKind | "research";
      section: string;
      result: SectionResult;
      repairs: number;
      problems: string[];
    }
  | { event: "review"; feature: string; objections: number; unsupported: number }
  | { event: "feature-done"; feature: string; finished: boolean; open: string[] }
  | { event: "batch"; batch: string; requests: number; adopted: boolean }
  | { event: "done"; run: string; finished: boolean; ledger: Ledger };

export type Notify = (event: RunEvent) => void;
