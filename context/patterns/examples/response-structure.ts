interface OrderRow {
  id: bigint;
  total_minor: number;
  currency: string;
  created_at: Date;
  internal_note: string;
}

/** The one place that decides what of an order is published: a new column is not. */
export function toOrder(row: OrderRow) {
  return {
    id: row.id.toString(),
    amount: row.total_minor,
    currency: row.currency,
    createdAt: row.created_at.toISOString(),
  };
}

export function toList(rows: readonly OrderRow[], nextCursor?: string) {
  return { items: rows.map(toOrder), ...(nextCursor !== undefined && { nextCursor }) };
}
