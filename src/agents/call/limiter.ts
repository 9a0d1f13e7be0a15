/** Lets so many calls run at a time; fewer when the API says that they are too many. */
export interface Limiter {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The API has refused a call for its rate: half as many from now on. */
  shrink(): void;
  /** How many may run now. */
  size(): number;
}

/** Calls that have to succeed in a row before one more may run beside them. */
const RECOVERY = 8;

export function createLimiter(most: number): Limiter {
  let size = most;
  let running = 0;
  let successes = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    while (running < size && waiting.length > 0) {
      running++;
      waiting.shift()?.();
    }
  };
  const grow = () => {
    successes++;
    if (successes < RECOVERY || size >= most) return;
    successes = 0;
    size++;
  };
  return {
    async run(work) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        next();
      });
      try {
        const result = await work();
        grow();
        return result;
      } finally {
        running--;
        next();
      }
    },
    shrink() {
      successes = 0;
      size = Math.max(1, Math.floor(size / 2));
    },
    size: () => size,
  };
}
