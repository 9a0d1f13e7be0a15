import { KnownError, type ModelPrice } from "../../core.ts";
import { costOf, countTokens, type Tokens } from "./usage.ts";

/** What a run may use. */
export interface Limits {
  usd: number;
  tokens: number;
}

/** Keeps a run inside of its limits: every call reserves its worst case before it is sent. */
export interface Budget {
  /** @returns whether a call whose worst case this is still fits. */
  fits(worst: Tokens): boolean;
  /**
   * @returns a function that takes back the reservation when the call has ended
   * @throws KnownError (`budget`) where the worst case does not fit
   */
  reserve(worst: Tokens): () => void;
  /** Books what was used. */
  spend(tokens: Tokens, batch?: boolean): void;
  spent(): { usd: number; tokens: number };
}

/**
 * @param price undefined where it is not known: then only tokens can be limited
 */
export function createBudget({ usd, tokens: most }: Limits, price: ModelPrice | undefined): Budget {
  const spent = { usd: 0, tokens: 0 };
  const reserved = { usd: 0, tokens: 0 };
  const fits = (worst: Tokens) =>
    spent.usd + reserved.usd + costOf(worst, price) <= usd && spent.tokens + reserved.tokens + countTokens(worst) <= most;
  return {
    fits,
    reserve(worst) {
      if (!fits(worst)) throw exhausted(spent, { usd, tokens: most }, worst, price);
      reserved.usd += costOf(worst, price);
      reserved.tokens += countTokens(worst);
      return () => {
        reserved.usd -= costOf(worst, price);
        reserved.tokens -= countTokens(worst);
      };
    },
    spend(tokens, batch) {
      spent.usd += costOf(tokens, price, batch);
      spent.tokens += countTokens(tokens);
    },
    spent: () => ({ ...spent }),
  };
}

function exhausted(spent: Limits, limits: Limits, next: Tokens, price: ModelPrice | undefined): KnownError {
  const allowed = [
    Number.isFinite(limits.usd) ? `$${limits.usd.toFixed(2)}` : "",
    Number.isFinite(limits.tokens) ? `${limits.tokens} tokens` : "",
  ]
    .filter(Boolean)
    .join(" and ");
  return new KnownError(
    "budget",
    `the budget of ${allowed} does not cover the next call: $${spent.usd.toFixed(2)} and ${spent.tokens} tokens are spent, the call may cost $${costOf(next, price).toFixed(2)} and ${countTokens(next)} tokens`,
    "Go on with --resume and a higher --max-usd or --max-tokens; what was paid for is kept.",
  );
}
