export interface Refund {
  id: string;
  version: number;
  state: "requested" | "approved";
}

/** PATCH /refunds/{id}: the change names the version that it was made from. */
export function change(
  stored: Refund,
  ifMatch: string | undefined,
  state: Refund["state"],
): { status: number; etag?: string; body?: Refund } {
  if (ifMatch === undefined) return { status: 428 };
  if (ifMatch !== `"${stored.version}"`) return { status: 412 };
  const body = { ...stored, state, version: stored.version + 1 };
  return { status: 200, etag: `"${body.version}"`, body };
}
