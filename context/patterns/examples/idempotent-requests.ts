import { createHash } from "node:crypto";

interface Stored {
  hash: string;
  answer?: { status: number; body: unknown };
}

/**
 * `insert` answers false where the key is there. With the effect in the same database all of it is one transaction, and a
 * second request waits in `insert`; where the effect leaves it, `insert` commits at once, under a lease.
 */
export interface KeyStore {
  insert(caller: string, key: string, hash: string): Promise<boolean>;
  find(caller: string, key: string): Promise<Stored>;
  complete(caller: string, key: string, answer: { status: number; body: unknown }): Promise<void>;
}

/** @param request as it was parsed, so that the order of the fields in the body changes nothing */
export async function once(
  store: KeyStore,
  caller: string,
  key: string,
  request: unknown,
  effect: () => Promise<{ status: number; body: unknown }>,
) {
  const hash = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  if (await store.insert(caller, key, hash)) {
    const answer = await effect();
    await store.complete(caller, key, answer);
    return answer;
  }
  const stored = await store.find(caller, key);
  if (stored.hash !== hash) return { status: 422, body: { code: "KEY_REUSED" } };
  return stored.answer ?? { status: 409, body: { code: "STILL_AT_WORK" } };
}
