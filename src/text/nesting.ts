/** Deeper than any file that a person writes, and far from where a parser that goes down step by step is at the end of its stack. */
const DEEPEST = 300;

/**
 * Says whether a text in YAML, JSON or GraphQL nests deeper than a parser is to be sent: at the end of its stack the engine may end the
 * whole process instead of saying so.
 */
export function nestsTooDeep(text: string): boolean {
  return bracketsIn(text) > DEEPEST || indentsIn(text) > DEEPEST;
}

/** @returns how many brackets stand open at most; those in quotes on one line do not count */
function bracketsIn(text: string): number {
  let open = 0;
  let most = 0;
  for (const [found] of text.matchAll(/"[^"\n]{0,999}"|'[^'\n]{0,999}'|[[\]{}()]/g)) {
    if (found.length > 1) continue;
    open = "[{(".includes(found) ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

/** @returns how many blocks lie in each other at most, by their indentation and by dashes that follow each other on a line */
function indentsIn(text: string): number {
  const around: number[] = [];
  let most = 0;
  for (const line of text.split("\n")) {
    const marks = /^[ \t]*(?:[-?] +)*/.exec(line)?.[0] ?? "";
    if (marks.length === line.length && marks.trim() === "") continue;
    const indent = marks.length - marks.trimStart().length;
    while ((around.at(-1) ?? -1) >= indent) around.pop();
    around.push(indent);
    most = Math.max(most, around.length + (marks.match(/[-?] /g)?.length ?? 0));
  }
  return most;
}
