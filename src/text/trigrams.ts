/** The letters of a text, whatever their case. */
export interface TrigramFilter {
  /** @returns false where a literal, which is given in lower case, occurs in no case; true where it most likely does */
  mayHold(literal: string): boolean;
}

/** Three letters in a row make a number of 15 bits: the next letter pushes the first one out. */
const next = (row: number, unit: number) => ((row << 5) ^ unit) & 0x7fff;

/**
 * Reads the letters of a text, once for all that is looked for in it: which three of them stand in a row tells of most words
 * at once that they are not there. Some rows share a number, which costs a look and hides nothing.
 */
export function trigramFilterOf(text: string): TrigramFilter {
  const lower = text.toLowerCase();
  const rows = new Int32Array(0x8000 / 32);
  for (let at = 0, row = 0; at < lower.length; at++) {
    row = next(row, lower.charCodeAt(at));
    rows[row >> 5] = (rows[row >> 5] as number) | (1 << (row & 31));
  }
  return {
    mayHold(literal) {
      if (literal.length < 3) return lower.includes(literal);
      for (let at = 0, row = 0; at < literal.length; at++) {
        row = next(row, literal.charCodeAt(at));
        if (at >= 2 && ((rows[row >> 5] as number) & (1 << (row & 31))) === 0) return false;
      }
      return true;
    },
  };
}
