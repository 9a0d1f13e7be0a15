/** From so many neighbours on, a range is shorter to read than a list. */
const LEAST = 3;

/**
 * @param ids in the order of the PRD
 * @param orderOf the place of an id among all of the PRD
 * @returns the ids as a list in which neighbours of one sort are a range: `FR-1 to FR-4, FR-9, NFR-2`; ids that are a heading's words and
 *   a number say the words once: `Functional Requirements 1 to 7, 34, 35`
 */
export function inRanges(ids: readonly string[], orderOf: (id: string) => number): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNext(last, id) && orderOf(id) === orderOf(last) + 1) run.push(id);
    else runs.push([id]);
  }
  const parts = runs.flatMap((run) => (run.length >= LEAST ? [[run[0] as string, run.at(-1) as string]] : run.map((id) => [id])));
  let said = "";
  return parts
    .map(([first = "", last]) => {
      const words = WORDED.exec(first)?.[1] ?? "";
      const from = words !== "" && words === said ? first.slice(words.length) : first;
      said = words;
      return last === undefined ? from : `${from} to ${last.slice(words.length)}`;
    })
    .join(", ");
}

/** An id that is made of a heading's words. */
const WORDED = /^(\p{L}[\p{L} -]{0,80}\s)\d{1,4}$/u;

/** Whether an id is the other one with its last number counted on by one. */
function isNext(id: string, next: string): boolean {
  const [, head = "", number = ""] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  const [, nextHead = "", nextNumber = ""] = /^(.*?)(\d{1,9})$/.exec(next) ?? [];
  return number !== "" && head === nextHead && head !== "" && Number(nextNumber) === Number(number) + 1;
}
