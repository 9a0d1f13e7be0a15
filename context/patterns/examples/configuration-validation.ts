interface Settings {
  port: number;
  requestTimeoutMs: number;
}

const KNOWN = ["PORT", "REQUEST_TIMEOUT"];

/** Every problem at once; a setting with the service's prefix that nobody knows is one. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  for (const name of Object.keys(env))
    if (name.startsWith("SHOP_") && !KNOWN.includes(name.slice(5))) problems.push(`${name}: unknown, expected one of ${KNOWN.join(", ")}`);
  const port = Number(env.SHOP_PORT ?? "8080");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.push("SHOP_PORT: expected a port from 1 to 65535");
  const timeout = /^(\d{1,6})(ms|s)$/.exec(env.SHOP_REQUEST_TIMEOUT ?? "2s");
  if (!timeout) problems.push("SHOP_REQUEST_TIMEOUT: expected a duration with its unit, such as 2s");
  if (problems.length > 0) throw new Error(`invalid configuration\n${problems.join("\n")}`);
  return Object.freeze({ port, requestTimeoutMs: Number(timeout?.[1]) * (timeout?.[2] === "s" ? 1000 : 1) });
}
