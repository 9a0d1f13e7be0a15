import type { Span } from "./span.ts";

/** Gives lines and columns for the offsets of one text. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly count: number;

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
    this.count = text === "" ? 0 : text.endsWith("\n") ? this.#starts.length - 1 : this.#starts.length;
  }

  /** @returns line and column, from 1, of an offset. */
  point(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** @returns the offset of a line and column, both from 1. */
  offset(line: number, column: number): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  /** @returns a line, from 1 and with its end, of the text or of one with the same offsets. */
  lineIn(text: string, line: number): string {
    return text.slice(this.#starts[line - 1] ?? text.length, this.#starts[line] ?? text.length);
  }

  span(start: number, end: number): Span {
    const { line, column } = this.point(start);
    const next = this.#starts[line] ?? Number.POSITIVE_INFINITY;
    // Most stretches end on the line where they begin.
    const to = end < next && end >= start ? { line, column: column + end - start } : this.point(end);
    return { start, end, line, column, endLine: to.line, endColumn: to.column };
  }
}
