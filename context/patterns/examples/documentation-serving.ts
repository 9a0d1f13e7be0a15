/** The document's routes and the server's are the same, or the build fails. */
export function compareRoutes(
  described: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  served: readonly { method: string; path: string; internal?: boolean }[],
) {
  const inDocument = new Set(
    Object.entries(described).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)),
  );
  const isPublic = served.filter(({ internal }) => !internal).map(({ method, path }) => `${method} ${path}`);
  return {
    undescribed: isPublic.filter((route) => !inDocument.has(route)),
    gone: [...inDocument].filter((route) => !isPublic.includes(route)),
  };
}
