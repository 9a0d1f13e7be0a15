/** A fact in the past tense, with what consumers need and the version by which they tell old from new. */
export interface OrderShipped {
  id: string;
  type: "order.shipped";
  time: string;
  orderId: string;
  version: number;
  carrier: string;
}

export class Shipments {
  readonly #versions = new Map<string, number>();
  readonly #carriers = new Map<string, string>();

  /** Twice, late, in another order: an event that is older than what is held changes nothing. */
  on({ orderId, version, carrier }: OrderShipped): void {
    if ((this.#versions.get(orderId) ?? 0) >= version) return;
    this.#versions.set(orderId, version);
    this.#carriers.set(orderId, carrier);
  }

  carrierOf(orderId: string): string | undefined {
    return this.#carriers.get(orderId);
  }
}
