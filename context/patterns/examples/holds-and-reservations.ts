export interface Stock {
  onHand: number;
  holds: { id: string; pieces: number; until: number }[];
}

/** A hold that has run out counts as free, whether or not a job has cleared it away. */
export function available({ onHand, holds }: Stock, now: number): number {
  return onHand - holds.reduce((sum, { pieces, until }) => (until > now ? sum + pieces : sum), 0);
}

/** Within one transaction that locks the stock. */
export function hold(stock: Stock, id: string, pieces: number, now: number, length: number): "held" | "too few" {
  if (stock.holds.some((each) => each.id === id && each.until > now)) return "held";
  if (available(stock, now) < pieces) return "too few";
  stock.holds = [...stock.holds.filter((each) => each.id !== id), { id, pieces, until: now + length }];
  return "held";
}

/** A payment that comes late takes what is free, or is told that nothing is: somebody else may have it by now. */
export function commit(stock: Stock, id: string, pieces: number, now: number): "committed" | "refund" {
  const own = stock.holds.find((each) => each.id === id && each.until > now);
  if (!own && available(stock, now) < pieces) return "refund";
  stock.holds = stock.holds.filter((each) => each.id !== id);
  stock.onHand -= own?.pieces ?? pieces;
  return "committed";
}
