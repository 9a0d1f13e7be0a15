import { AsyncLocalStorage } from "node:async_hooks";

const tenants = new AsyncLocalStorage<string>();

/** From the verified token, and from nowhere else. */
export function asTenant<Result>(claims: { tenant?: string }, work: () => Result): Result {
  if (!claims.tenant) throw new Error("no tenant in the token");
  return tenants.run(claims.tenant, work);
}

/** Without a tenant nothing is read: the failure is better than everything. */
export function tenant(): string {
  const present = tenants.getStore();
  if (present === undefined) throw new Error("no tenant in the context");
  return present;
}

export const cacheKey = (name: string) => `${tenant()}:${name}`;

/** First statement of each transaction; the policies of row-level security compare with it. */
export const setTenant = (query: (text: string, values: unknown[]) => Promise<void>) =>
  query("select set_config('app.tenant', $1, true)", [tenant()]);
