/** Bounded: what it cannot take is refused at once; what nobody waits for any more is not worked on. */
export class BoundedQueue<Item> {
  readonly #items: { item: Item; deadline: number }[] = [];
  readonly #most: number;
  refused = 0;

  /** @param most capacity in items a second times the longest useful wait in seconds */
  constructor(most: number) {
    this.#most = most;
  }

  offer(item: Item, deadline: number): boolean {
    if (this.#items.length >= this.#most) {
      this.refused++;
      return false;
    }
    this.#items.push({ item, deadline });
    return true;
  }

  take(now: number): Item | undefined {
    for (let next = this.#items.shift(); next; next = this.#items.shift()) if (next.deadline > now) return next.item;
    return undefined;
  }
}
