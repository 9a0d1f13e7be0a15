/** Groups are left behind by a version in the key; nothing has to be searched and deleted. */
export class GroupKeys {
  /** Of one process; where several share a cache, the versions stand in it, raised in one atomic step. */
  readonly #versions = new Map<string, number>();

  key(group: string, name: string): string {
    return `${group}:v${this.#versions.get(group) ?? 1}:${name}`;
  }

  invalidate(group: string): void {
    this.#versions.set(group, (this.#versions.get(group) ?? 1) + 1);
  }
}

/** An event may arrive after a newer value was stored: it removes what is older, and nothing else. */
export function shouldRemove(entry: { version: number } | undefined, event: { version: number }): boolean {
  return entry !== undefined && entry.version < event.version;
}
