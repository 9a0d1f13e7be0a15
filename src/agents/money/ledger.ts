import type { ModelPrice } from "../../core.ts";
import type { JournalRecord } from "../journal/records.ts";
import { addTokens, costOf, countTokens, NO_TOKENS, type Tokens, tokensOf } from "./usage.ts";

/** What one step of a run came to. */
export interface LedgerRow {
  step: string;
  calls: number;
  /** Attempts that failed after they had begun to cost. */
  failed: number;
  /** How often what was written was mended. */
  repairs: number;
  tokens: Tokens;
  usd: number;
}

/** What a run came to, in all and by step. */
export interface Ledger {
  calls: number;
  failed: number;
  repairs: number;
  tokens: Tokens;
  usd: number;
  /** The price is not known: `usd` says nothing. */
  unpriced: boolean;
  /** The share of the prompt that was read from the cache, from 0 to 1. */
  cacheShare: number;
  rows: LedgerRow[];
}

/** Adds up a journal: every answer and every attempt that cost, and the repairs of what was written. */
export function ledgerOf(records: readonly JournalRecord[], price: ModelPrice | undefined): Ledger {
  const rows = new Map<string, LedgerRow>();
  for (const record of records) {
    if (record.type === "step") addRepairs(rows, record);
    if (record.type !== "call" && record.type !== "attempt") continue;
    const row = rows.get(record.step) ?? { step: record.step, calls: 0, failed: 0, repairs: 0, tokens: NO_TOKENS, usd: 0 };
    const tokens = tokensOf(record.type === "call" ? record.message.usage : record.usage);
    const batch = record.type === "call" && record.batch === true;
    rows.set(record.step, {
      ...row,
      calls: row.calls + (record.type === "call" ? 1 : 0),
      failed: row.failed + (record.type === "attempt" ? 1 : 0),
      tokens: addTokens(row.tokens, tokens),
      usd: row.usd + costOf(tokens, price, batch),
    });
  }
  const all = [...rows.values()];
  const tokens = all.reduce((sum, row) => addTokens(sum, row.tokens), NO_TOKENS);
  const prompt = countTokens({ ...tokens, output: 0 });
  return {
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    repairs: all.reduce((sum, { repairs }) => sum + repairs, 0),
    tokens,
    usd: all.reduce((sum, { usd }) => sum + usd, 0),
    unpriced: price === undefined,
    cacheShare: prompt === 0 ? 0 : tokens.cacheRead / prompt,
    rows: all,
  };
}

/** A section that is done says how often it was mended. */
function addRepairs(rows: Map<string, LedgerRow>, { name, value }: Extract<JournalRecord, { type: "step" }>): void {
  const row = rows.get(name.replace(/^done /, ""));
  if (!row || !name.startsWith("done ") || typeof value !== "object" || value === null || !("repairs" in value)) return;
  rows.set(row.step, { ...row, repairs: row.repairs + Number(value.repairs) });
}
