import { type GenerateSettings, KnownError, type ModelPrice } from "../core.ts";
import type { Limits } from "./money/budget.ts";
import { priceOf } from "./money/prices.ts";

/** What one feature may cost where nothing else is said: several times of what is expected. */
const USD_PER_FEATURE = 3;

/**
 * @param asked what the command line says; the configuration answers for the rest
 * @throws KnownError (`budget`) for a budget of nothing, (`price`) where no limit could be kept
 */
export function limitsFor(
  asked: { maxUsd?: number; maxTokens?: number },
  settings: GenerateSettings,
  model: string,
  features: number,
): { limits: Limits; price: ModelPrice | undefined } {
  const usd = asked.maxUsd ?? settings.maxUsd;
  const tokens = asked.maxTokens ?? settings.maxTokens;
  for (const [option, value] of [
    ["--max-usd", usd],
    ["--max-tokens", tokens],
  ] as const) {
    if (value === undefined || value > 0) continue;
    throw new KnownError(
      "budget",
      `unexpected budget of ${value} for ${option}, expected more than 0`,
      "Leave the option out, or name what the run may use; --dry-run estimates it.",
    );
  }
  const price = priceOf(model, settings);
  if (!price && (usd !== undefined || tokens === undefined))
    throw new KnownError(
      "price",
      `the price of ${model} is not known`,
      `Set generate.prices in the configuration for it${usd === undefined ? ", or limit the run with --max-tokens" : ""}.`,
    );
  return {
    limits: { usd: usd ?? (price ? USD_PER_FEATURE * features : Number.POSITIVE_INFINITY), tokens: tokens ?? Number.POSITIVE_INFINITY },
    price,
  };
}
