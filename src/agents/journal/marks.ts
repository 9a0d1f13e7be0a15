import { createHmac } from "node:crypto";

/**
 * The marks by which a run knows its own journal again. Each line bears one, made with the user's secret from the line and the mark
 * before it: nobody else can add, change, leave out or move a line, and no answer is taken from a journal that somebody has written.
 */
const MARK = /,"mark":"([\w-]{43})"\}$/;

/** @returns a line, which is an object in JSON, with its mark, and the mark. */
export function markLine(line: string, before: string, secret: Buffer): { line: string; mark: string } {
  const mark = createHmac("sha256", secret).update(`${before}\n${line}`).digest("base64url");
  return { line: `${line.slice(0, -1)},"mark":"${mark}"}`, mark };
}

/**
 * @param seed what the first mark is made from: the id of the run
 * @returns the last mark; undefined where one is missing, or is not this user's
 */
export function lastMark(lines: readonly string[], seed: string, secret: Buffer): string | undefined {
  let before = seed;
  for (const line of lines) {
    const [suffix = "", given] = MARK.exec(line) ?? [];
    const { mark } = markLine(`${line.slice(0, line.length - suffix.length)}}`, before, secret);
    if (given !== mark) return undefined;
    before = mark;
  }
  return before;
}
