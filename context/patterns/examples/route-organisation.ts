interface Route {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  permission: string;
}

export const refundRoutes: Route[] = [
  { method: "POST", path: "/orders/{orderId}/refunds", permission: "refund:request" },
  { method: "GET", path: "/refunds/{refundId}", permission: "refund:read" },
];

/** Called once at the start: a route without a permission, or a second one for the same path, ends it. */
export function mount(prefix: string, routes: readonly Route[]): Map<string, Route> {
  const table = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.method} ${prefix}${route.path.replace(/\{\w+\}/g, "{}")}`;
    if (route.permission === "") throw new Error(`no permission for ${key}`);
    if (table.has(key)) throw new Error(`two routes for ${key}`);
    table.set(key, route);
  }
  return table;
}
