/** A line of a diff: common to both texts, or of the one before or after only. */
export interface DiffLine {
  sign: " " | "-" | "+";
  line: string;
}

/**
 * Compares two texts line by line, by Myers' algorithm: the fewest lines removed and added.
 * Its cost grows with the number of differences, and fixes make few.
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const trace = explore(before, after);
  const lines: DiffLine[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const fromAbove = comesFromAbove(reached, k, edits);
    const startX = edits === 0 ? 0 : (reached.get(fromAbove ? k + 1 : k - 1) ?? 0);
    const startY = edits === 0 ? 0 : startX - (fromAbove ? k + 1 : k - 1);
    while (x > startX && y > startY) {
      lines.push({ sign: " ", line: before[x - 1] ?? "" });
      x--;
      y--;
    }
    if (edits === 0) break;
    lines.push(fromAbove ? { sign: "+", line: after[y - 1] ?? "" } : { sign: "-", line: before[x - 1] ?? "" });
    x = startX;
    y = startY;
  }
  return lines.reverse();
}

/** @returns for each number of edits how far each diagonal was reached with one edit fewer, up to the end of both texts. */
function explore(before: readonly string[], after: readonly string[]): Map<number, number>[] {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>();
  for (let edits = 0; ; edits++) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let k = -edits; k <= edits; k += 2) {
      let x = edits === 0 ? 0 : comesFromAbove(reached, k, edits) ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      next.set(k, x);
      if (x >= before.length && x - k >= after.length) return trace;
    }
    reached = next;
  }
}

/** Whether a diagonal is best reached by adding a line, instead of by removing one. */
function comesFromAbove(reached: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
}
