import type { Value } from "./values.ts";

/** What functions came to, by what they were given. */
export class Results {
  readonly #known = new Map<string, Value | undefined>();
  readonly #ids = new WeakMap<object, string>();
  #nextId = 0;

  has(key: string): boolean {
    return this.#known.has(key);
  }
  get(key: string): Value | undefined {
    return this.#known.get(key);
  }
  set(key: string, value: Value | undefined): void {
    this.#known.set(key, value);
  }

  /** The same function with the same things comes to the same: it is followed once. */
  key(value: Value & { k: "fn" }, args: (Value | undefined)[]): string | undefined {
    const parts = [this.#idOf(value.fn), this.#idOf(value.env)];
    for (const arg of args) {
      if (arg?.k === "list") return undefined;
      parts.push(
        arg === undefined
          ? "-"
          : arg.k === "text"
            ? `"${arg.v}"`
            : this.#idOf(
                arg.k === "router"
                  ? arg.router
                  : arg.k === "fn"
                    ? arg.fn
                    : arg.k === "class"
                      ? arg.made
                      : arg.k === "module"
                        ? arg.env
                        : arg,
              ),
      );
    }
    return parts.join(" ");
  }

  #idOf(thing: object): string {
    let id = this.#ids.get(thing);
    if (id === undefined) {
      id = String(this.#nextId++);
      this.#ids.set(thing, id);
    }
    return id;
  }
}
