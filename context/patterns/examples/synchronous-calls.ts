/** One adapter for one remote service: time limit, trace and own errors have one home. */
export async function priceOf(
  sku: string,
  deadline: number,
  traceparent: string,
  fetcher: typeof fetch = fetch,
): Promise<number | "unavailable"> {
  const left = deadline - Date.now();
  if (left <= 0) return "unavailable";
  try {
    const answer = await fetcher(`https://prices.internal/prices/${encodeURIComponent(sku)}`, {
      signal: AbortSignal.timeout(Math.min(left, 800)),
      headers: { traceparent, "x-deadline-ms": String(left) },
    });
    if (!answer.ok) return "unavailable";
    const body = (await answer.json()) as { amount?: unknown };
    return typeof body.amount === "number" ? body.amount : "unavailable";
  } catch {
    return "unavailable";
  }
}
