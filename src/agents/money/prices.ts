import type { GenerateSettings, ModelPrice } from "../../core.ts";

/** The day on which the prices below were in force; the configuration can replace them. */
export const PRICES_AS_OF = "2026-11-20";

/** US dollars for a million tokens; batches cost half. */
const PRICES: Readonly<Record<string, ModelPrice>> = {
  "claude-opus-5-5": { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 },
  "claude-sonnet-5-5": { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 },
  // Up to prompts of 100,000 tokens; a section's prompt is far below.
  "claude-haiku-5-5": { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 },
};

/** @returns the price of a model; undefined where neither the configuration nor the table knows it. */
export function priceOf(model: string, { prices }: GenerateSettings): ModelPrice | undefined {
  return prices?.[model] ?? PRICES[model];
}
