interface Load {
  arrivalsPerSecond: number;
  secondsOfWork: number;
  threadsPerWorker: number;
}

interface Bounds {
  least: number;
  /** What database, partners and budget bear. */
  most: number;
}

/** Grows at once, shrinks by one step at a time, and not within the band. */
export function desiredWorkers(
  { arrivalsPerSecond, secondsOfWork, threadsPerWorker }: Load,
  present: number,
  { least, most }: Bounds,
): number {
  const needed = Math.ceil((arrivalsPerSecond * secondsOfWork) / 0.7 / threadsPerWorker);
  const wanted = Math.min(most, Math.max(least, needed));
  if (wanted >= present) return wanted;
  return Math.min(most, present - wanted > 1 ? present - 1 : present);
}

export const mostBy = (connections: number, reserved: number, perWorker: number) => Math.floor((connections - reserved) / perWorker);
