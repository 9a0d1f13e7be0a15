export interface Order {
  id: string;
  tenant: string;
  version: number;
  lines: { sku: string; quantity: number }[];
}

export class VersionConflict extends Error {}

/** The rows of a transaction that the caller has opened. */
export interface Rows {
  find(tenant: string, id: string): Promise<Order | undefined>;
  update(order: Order, whereVersion: number): Promise<number>;
}

/** One aggregate, whole, by its meaning; the tenant is no option, and the commit is the caller's. */
export class OrderRepository {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  find(tenant: string, id: string): Promise<Order | undefined> {
    return this.#rows.find(tenant, id);
  }

  async save(order: Order): Promise<Order> {
    const next = { ...order, version: order.version + 1 };
    if ((await this.#rows.update(next, order.version)) === 0) throw new VersionConflict(order.id);
    return next;
  }
}
