/** The storage believes the highest token it has seen: a leader that was only paused comes too late. */
export class FencedStore<Value> {
  #token = 0;
  #value: Value | undefined;

  write(token: number, value: Value): "stored" | "refused" {
    if (token < this.#token) return "refused";
    this.#token = token;
    this.#value = value;
    return "stored";
  }

  read(): Value | undefined {
    return this.#value;
  }
}

/** Carts of two regions after a cut: what was added on either side stays, what was removed may come back. */
export function mergeCarts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const merged = new Map(a);
  for (const [sku, quantity] of b) merged.set(sku, Math.max(quantity, merged.get(sku) ?? 0));
  return merged;
}
