export interface Versioned<Value> {
  version: number;
  value: Value;
}

interface Ports<Value> {
  commit(key: string, value: Value): Promise<Versioned<Value>>;
  /** Compares and sets in one step: an older version does not take the place of a newer one. */
  setIfNewer(key: string, entry: Versioned<Value>, seconds: number): Promise<void>;
  remove(key: string): Promise<void>;
  /** Neither the value nor the deletion was taken: the former value is read until its life ends. */
  countStale(): void;
}

/** The source first: a cache that was set before a commit that fails serves what never was. */
export async function write<Value>(ports: Ports<Value>, key: string, value: Value): Promise<Versioned<Value>> {
  const entry = await ports.commit(key, value);
  try {
    await ports.setIfNewer(key, entry, 30);
  } catch {
    await ports.remove(key).catch(() => ports.countStale());
  }
  return entry;
}
