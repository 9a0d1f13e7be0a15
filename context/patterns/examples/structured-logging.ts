const SECRET = /password|secret|token|authorization|card/i;

/** One object a line; the event's name is constant, and values are fields. JSON escapes line breaks that callers sent. */
export function line(
  level: "error" | "warning" | "info",
  event: string,
  traceId: string,
  fields: Readonly<Record<string, unknown>>,
  now = new Date(),
): string {
  const shown = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, SECRET.test(name) ? "[masked]" : value]));
  // The fixed fields come last: no field of a caller takes their place.
  return JSON.stringify({ ...shown, time: now.toISOString(), level, event, traceId, service: "orders", version: "1.9.0" });
}
