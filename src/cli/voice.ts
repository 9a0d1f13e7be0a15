import { inAnyFormat } from "../report/in-any-format.ts";
import { PLAIN, type Style } from "../report/style.ts";

/** How the command line speaks to people: its own colours and nothing else that a terminal or a CI system would obey. */
export interface Voice {
  style: Style;
  /** Takes away the line that the cursor is on. */
  clearLine: string;
  /**
   * @param commands the text is made of workflow commands for GitHub, which only the report for it is
   * @returns the text as it may be written
   */
  show(text: string, commands: boolean): string;
}

const CODES: Readonly<Record<keyof Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

/**
 * @param colourful a terminal shows it
 * @param secret stands in what becomes an escape sequence, so that no text of a document can be one
 */
export function voiceOf(colourful: boolean, secret: string): Voice {
  const mark = `\ue000${secret}[`;
  const styled = Object.entries(CODES).map(([name, [on, off]]) => [name, (text: string) => `${mark}${on}m${text}${mark}${off}m`]);
  return {
    style: colourful ? (Object.fromEntries(styled) as unknown as Style) : PLAIN,
    clearLine: `${mark}0G${mark}2K`,
    show: (text, commands) => withoutCommands(inAnyFormat(text), commands).replaceAll(mark, "\u001b["),
  };
}

/** GitHub obeys `::word` where a line begins, Azure and older runners `##[word` wherever it stands. */
function withoutCommands(text: string, commands: boolean): string {
  const old = text.replaceAll("##[", "#\\u0023[");
  return commands || !old.includes("::") ? old : old.replace(/^([ \t]{0,999}):(?=:\w)/gm, "$1\\u003a");
}
