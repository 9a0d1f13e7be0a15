interface Instance {
  name: string;
  inFlight: number;
  ejectedUntil: number;
}

/** The better of two random ones; where too many are ejected, all are used: sending beats sending to nobody. */
export function choose(instances: readonly Instance[], now: number, random: () => number): Instance | undefined {
  const healthy = instances.filter(({ ejectedUntil }) => ejectedUntil <= now);
  const pool = healthy.length * 2 >= instances.length ? healthy : instances;
  const pick = () => pool[Math.floor(random() * pool.length)];
  const [first, second] = [pick(), pick()];
  return first && second && second.inFlight < first.inFlight ? second : first;
}
