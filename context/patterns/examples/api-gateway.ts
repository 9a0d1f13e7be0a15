interface Route {
  prefix: string;
  service: string;
  role?: string;
  timeoutMs: number;
  mostBytes: number;
}

export const ROUTES: readonly Route[] = [
  { prefix: "/v1/orders", service: "orders", role: "customer", timeoutMs: 2000, mostBytes: 65_536 },
  { prefix: "/v1/catalogue", service: "catalogue", timeoutMs: 800, mostBytes: 1024 },
];

/** Decides before anything is passed on; what no route names does not exist. */
export function admit(
  path: string,
  bytes: number,
  identity: { roles: readonly string[] } | undefined,
): Route | { status: 401 | 403 | 404 | 413 } {
  const route = ROUTES.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  if (!route) return { status: 404 };
  if (bytes > route.mostBytes) return { status: 413 };
  if (route.role === undefined) return route;
  if (!identity) return { status: 401 };
  return identity.roles.includes(route.role) ? route : { status: 403 };
}
