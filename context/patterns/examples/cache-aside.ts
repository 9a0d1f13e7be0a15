export interface Cache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, seconds: number): Promise<void>;
  delete(key: string): Promise<void>;
}

export class CacheAside<Value> {
  readonly #cache: Cache;
  readonly #load: (key: string) => Promise<Value>;
  readonly #loading = new Map<string, Promise<Value>>();

  constructor(cache: Cache, load: (key: string) => Promise<Value>) {
    this.#cache = cache;
    this.#load = load;
  }

  async get(key: string): Promise<Value> {
    // A cache that fails is a miss.
    const hit = await this.#cache.get(key).catch(() => undefined);
    if (hit !== undefined) return JSON.parse(hit) as Value;
    // One load for all who ask at the same time.
    const loading = this.#loading.get(key) ?? this.#fill(key).finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  /** Called after the change is committed. A deletion that fails is bounded by the life of the entry. */
  async changed(key: string): Promise<void> {
    await this.#cache.delete(key).catch(() => {});
  }

  async #fill(key: string): Promise<Value> {
    const value = await this.#load(key);
    const seconds = 60 + Math.floor(Math.random() * 10);
    await this.#cache.set(key, JSON.stringify(value), seconds).catch(() => {});
    return value;
  }
}
