/** What people put in front of a statement: marks, priorities, check boxes. */

const MARK =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3|[\s*_`~>✓✗✘☐•▪►●■◆→-]|:[a-z0-9_+]{2,30}:|\[[ xX✓]?\](?!\())/u;
const BRACKETED = /^(?:\[([^[\]]{1,24})\](?!\()|\(([^()]{1,24})\)|【([^【】]{1,24})】|（([^（）]{1,24})）)/u;
const MOST_MARKS = 24;

/**
 * @param isMark tells of what stands in brackets whether it is a mark, as a priority is
 * @returns a text without what stands in front of it, and the marks in brackets that were taken off
 */
export function withoutMarkers(text: string, isMark: (inside: string) => boolean): { text: string; marks: string[] } {
  let rest = text;
  const marks: string[] = [];
  for (let count = 0; count < MOST_MARKS; count++) {
    const mark = MARK.exec(rest);
    const bracketed = mark ? null : BRACKETED.exec(rest);
    const inside = bracketed?.slice(1).find((part) => part !== undefined);
    if (mark) rest = rest.slice(mark[0].length);
    else if (bracketed && inside !== undefined && isMark(inside)) {
      marks.push(inside);
      rest = rest.slice(bracketed[0].length);
    } else break;
  }
  return { text: rest, marks };
}
