interface Event {
  position: number;
  orderId: string;
  version: number;
  state: string;
}

export class OrderList {
  /** Where the projector goes on after a restart. */
  position = 0;
  readonly #rows = new Map<string, { version: number; state: string }>();

  /** Twice, late or in another order: the result is the same. Position and row are stored together. */
  apply({ position, orderId, version, state }: Event): void {
    const present = this.#rows.get(orderId);
    if (!present || present.version < version) this.#rows.set(orderId, { version, state });
    this.position = Math.max(this.position, position);
  }

  stateOf(orderId: string): string | undefined {
    return this.#rows.get(orderId)?.state;
  }

  /** After a user's own change: wait until the list has that version, or a later one. */
  hasSeen(orderId: string, version: number): boolean {
    return (this.#rows.get(orderId)?.version ?? 0) >= version;
  }
}
