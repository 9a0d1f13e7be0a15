interface Clock {
  now(): number;
}

/** The test decides the time; the component cannot tell the difference. */
export class TestClock implements Clock {
  #now = Date.parse("2026-01-01T00:00:00Z");

  now(): number {
    return this.#now;
  }

  pass(ms: number): void {
    this.#now += ms;
  }
}

/** Waits for a condition with a limit, never for a fixed time. */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 2000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not hold within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
