type Fetch = typeof globalThis.fetch;

/**
 * Node's own fetch knows no proxy before Node 24.
 *
 * @returns a fetch that goes through the proxy which the environment names; undefined where it names none
 */
export async function proxyFetch(env: Readonly<Record<string, string | undefined>>): Promise<Fetch | undefined> {
  if (!(env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy)) return undefined;
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent();
  return ((input, init) => fetch(input as Parameters<typeof fetch>[0], { ...(init as Parameters<typeof fetch>[1]), dispatcher })) as Fetch;
}
