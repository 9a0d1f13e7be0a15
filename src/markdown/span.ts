/** A stretch of a document's text: offsets in UTF-16 units, lines and columns from 1, ends exclusive. */
export interface Span {
  start: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
