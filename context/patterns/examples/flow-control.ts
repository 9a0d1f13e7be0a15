/** Credit is granted after the work is done, and not on receipt. */
export class Credit {
  #left: number;
  readonly #waiting: (() => void)[] = [];

  constructor(window: number) {
    this.#left = window;
  }

  async spend(): Promise<void> {
    if (this.#left > 0) {
      this.#left--;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  grant(count: number): void {
    for (let granted = 0; granted < count; granted++) {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#left++;
    }
  }
}
