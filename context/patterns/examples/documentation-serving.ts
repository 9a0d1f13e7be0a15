const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The document's routes and the server's are the same, or the build fails. */
export function compareRoutes(
  described: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  served: readonly { method: string; path: string; internal?: boolean }[],
) {
  const inDocument = new Set(
    // A path holds parameters and a summary beside its methods.
    Object.entries(described).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => METHODS.has(key))
        .map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );
  const isPublic = served.filter(({ internal }) => !internal).map(({ method, path }) => `${method} ${path}`);
  return {
    undescribed: isPublic.filter((route) => !inDocument.has(route)),
    gone: [...inDocument].filter((route) => !isPublic.includes(route)),
  };
}
