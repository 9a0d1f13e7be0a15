/** From so many neighbours on, a range is shorter to read than a list. */
const LEAST = 3;

/**
 * @param ids in the order of the PRD
 * @param orderOf the place of an id among all of the PRD
 * @returns the ids as a list in which neighbours of one sort are a range: `FR-1 to FR-4, FR-9, NFR-2`
 */
export function inRanges(ids: readonly string[], orderOf: (id: string) => number): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNext(last, id) && orderOf(id) === orderOf(last) + 1) run.push(id);
    else runs.push([id]);
  }
  return runs.flatMap((run) => (run.length >= LEAST ? [`${run[0]} to ${run.at(-1)}`] : run)).join(", ");
}

/** Whether an id is the other one with its last number counted on by one. */
function isNext(id: string, next: string): boolean {
  const [, head = "", number = ""] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  const [, nextHead = "", nextNumber = ""] = /^(.*?)(\d{1,9})$/.exec(next) ?? [];
  return number !== "" && head === nextHead && head !== "" && Number(nextNumber) === Number(number) + 1;
}
