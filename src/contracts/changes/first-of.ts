/** @returns of those that bear one key the first. */
export function firstOf<Value>(all: readonly Value[], keyOf: (value: Value) => string): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const each of all) if (!found.has(keyOf(each))) found.set(keyOf(each), each);
  return found;
}
