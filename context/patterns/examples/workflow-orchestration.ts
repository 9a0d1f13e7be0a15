export type Recorded = { step: string; result: unknown };

/** Decides only: time, chance and calls come in as recorded results, so that a replay takes the same path. */
export class Replay {
  readonly #history: Recorded[];
  #at = 0;

  constructor(history: Recorded[]) {
    this.#history = history;
  }

  async activity<Result>(step: string, act: () => Promise<Result>): Promise<Result> {
    const recorded = this.#history[this.#at++];
    if (recorded) {
      if (recorded.step !== step) throw new Error(`expected ${recorded.step}, the code has ${step}: mark the change with a version`);
      return recorded.result as Result;
    }
    const result = await act();
    this.#history.push({ step, result });
    return result;
  }
}

export async function onboard(run: Replay, services: { verify(): Promise<boolean>; open(): Promise<string> }): Promise<string> {
  const verified = await run.activity("verify", () => services.verify());
  return verified ? run.activity("open", () => services.open()) : "refused";
}
