/** A stage with workers of its own; the next one is asked for room, so that a slow stage slows its source. */
export async function* stage<In, Out>(source: AsyncIterable<In>, workers: number, work: (item: In) => Promise<Out>): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const item of source) {
    const started = work(item);
    // An error is met when its item's turn comes; until then it is nobody's.
    started.catch(() => {});
    running.push(started);
    // In order, and never more at work than there are workers.
    if (running.length >= workers) yield await (running.shift() as Promise<Out>);
  }
  while (running.length > 0) yield await (running.shift() as Promise<Out>);
}

/** One broken item is set aside; the others go on, and the counts add up. */
export function orAside<In, Out>(work: (item: In) => Promise<Out>, aside: (item: In, reason: string) => void) {
  return async (item: In): Promise<Out | undefined> => {
    try {
      return await work(item);
    } catch (error) {
      aside(item, String(error));
      return undefined;
    }
  };
}
