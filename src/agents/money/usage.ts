import type Anthropic from "@anthropic-ai/sdk";
import type { ModelPrice } from "../../core.ts";

/** Tokens by class, as they are paid for. */
export interface Tokens {
  input: number;
  cacheWrite: number;
  cacheRead: number;
  output: number;
}

export const NO_TOKENS: Tokens = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };

/** @returns what an answer used. */
export function tokensOf(usage: Anthropic.Usage): Tokens {
  return {
    input: usage.input_tokens,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    output: usage.output_tokens,
  };
}

export function addTokens(a: Tokens, b: Tokens): Tokens {
  return {
    input: a.input + b.input,
    cacheWrite: a.cacheWrite + b.cacheWrite,
    cacheRead: a.cacheRead + b.cacheRead,
    output: a.output + b.output,
  };
}

export function countTokens({ input, cacheWrite, cacheRead, output }: Tokens): number {
  return input + cacheWrite + cacheRead + output;
}

/** @returns US dollars; nothing where the price is not known. */
export function costOf(tokens: Tokens, price: ModelPrice | undefined, batch = false): number {
  if (!price) return 0;
  const full =
    tokens.input * price.input + tokens.cacheWrite * price.cacheWrite + tokens.cacheRead * price.cacheRead + tokens.output * price.output;
  return (batch ? full / 2 : full) / 1_000_000;
}
