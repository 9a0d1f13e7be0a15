import type Anthropic from "@anthropic-ai/sdk";

/** What is asked of the model. Its bytes are what a journal knows an answer by. */
export type ModelRequest = Omit<Anthropic.MessageCreateParamsNonStreaming, "stream">;

/** Asks the model, or a journal that remembers its answer. */
export type Ask = (request: ModelRequest, step: string) => Promise<Anthropic.Message>;

/** How patient calls are; tests are less so. */
export interface Patience {
  /** Silence after which a stream counts as dead, in milliseconds. */
  idleMs: number;
  /** The first pause before an attempt is repeated, in milliseconds; it doubles. */
  pauseMs: number;
  /** How often one call is attempted. */
  attempts: number;
  /** The pause between two looks at a batch, in milliseconds. */
  pollMs: number;
}

export const PATIENCE: Patience = { idleMs: 180_000, pauseMs: 1_000, attempts: 6, pollMs: 20_000 };
