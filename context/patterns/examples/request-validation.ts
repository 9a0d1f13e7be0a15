export interface RefundRequest {
  orderLineId: string;
  quantity: number;
}

/** All failing fields at once, each with its path and its rule; unknown fields are refused, since money is involved. */
export function parseRefund(body: unknown): { value: RefundRequest } | { errors: { path: string; rule: string }[] } {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { errors: [{ path: "", rule: "an object" }] };
  const { orderLineId, quantity, ...unknown } = body as Record<string, unknown>;
  const errors = Object.keys(unknown).map((name) => ({ path: `/${name}`, rule: "a known field" }));
  if (typeof orderLineId !== "string" || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(orderLineId))
    errors.push({ path: "/orderLineId", rule: "a UUID" });
  if (!Number.isInteger(quantity) || (quantity as number) < 1 || (quantity as number) > 999)
    errors.push({ path: "/quantity", rule: "a whole number from 1 to 999" });
  return errors.length > 0 ? { errors } : { value: { orderLineId: orderLineId as string, quantity: quantity as number } };
}
