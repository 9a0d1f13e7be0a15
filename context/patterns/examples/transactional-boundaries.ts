interface Transaction {
  /** Locks the row until the end of the transaction. */
  lockBalance(orderId: string): Promise<number>;
  /** Stores it, and takes it from the balance. */
  storeRefund(orderId: string, amount: number): Promise<void>;
  storeOutbox(type: string, payload: unknown): Promise<void>;
}

export interface Database {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** One use case, one transaction: check, change and message together, and nothing remote inside. */
export function requestRefund(database: Database, orderId: string, amount: number): Promise<"stored" | "too-much"> {
  return database.transaction(async (transaction) => {
    const left = await transaction.lockBalance(orderId);
    if (amount > left) return "too-much";
    await transaction.storeRefund(orderId, amount);
    await transaction.storeOutbox("refund.requested", { orderId, amount });
    return "stored";
  });
}

/** Serialization failures and deadlocks: the whole again, a few times, with jitter. */
export async function repeated<Result>(
  work: () => Promise<Result>,
  isConflict: (error: unknown) => boolean,
  attempts = 3,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}
