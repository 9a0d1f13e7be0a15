/**
 * Characters that a reader does not see and a terminal or a model obeys: controls, marks of direction, tags, what has no width, ends
 * of lines that no editor counts, halves of pairs.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, "gu");
const UNSEEN_BUT_LINES = /[^\P{Cc}\t\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

/**
 * @returns a text in which what nobody sees is written as an escape, `\u{202E}`. Tabs and ends of lines stay, and so do joiners,
 * selectors and tags where a language or an emoji needs them. A text without any comes back as it is.
 *
 * @param show writes a character in another way
 */
export function visible(text: string, show = escaped): string {
  if (!UNSEEN_BUT_LINES.test(text)) return text;
  return text.replace(EVERY_UNSEEN, (character, at: number) => (isNeeded(text, character, at) ? character : show(character)));
}

/** @returns a text as `visible` shows it, on one line: for names, titles and messages, where an end of line deceives as well. */
export function visibleLine(text: string): string {
  return UNSEEN.test(text) ? visible(text).replace(/[\t\n\r]/g, escaped) : text;
}

/** @returns the text that `visible` has shown: escapes of what it escapes are read, all others are words of the text. */
export function asWritten(shown: string): string {
  return shown.replace(/\\u\{([0-9A-F]{1,6})\}/gi, (written, digits: string) => {
    const code = Number.parseInt(digits, 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return UNSEEN.test(character) ? character : written;
  });
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`;
}

/** Scripts that are written in joined forms have letters and marks outside of these three. */
const JOINED = /^(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Default_Ignorable_Code_Point})[\p{L}\p{M}]$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u2640\u2642]$/u;
const FLAG_TAGS = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/u;

function isNeeded(text: string, character: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at + character.length) ?? 0);
  if (character === "\t" || character === "\n") return true;
  if (character === "\r") return after === "\n";
  if (character === "\u200c") return JOINED.test(before);
  if (character === "\u200d") return JOINED.test(before) || ((PICTURE.test(before) || before === "\ufe0f") && PICTURE.test(after));
  if (character === "\ufe0e" || character === "\ufe0f") return /^[\p{S}\p{P}\p{N}]$/u.test(before);
  if (/^[\ufe00-\ufe02\u{e0100}-\u{e01ef}]$/u.test(character)) return /^\p{Script=Han}$/u.test(before);
  if (/^[\u180b-\u180d\u180f]$/.test(character)) return /^\p{Script=Mongolian}$/u.test(before);
  return character >= "\u{e0020}" && character <= "\u{e007f}" && isInFlag(text, at);
}

function characterBefore(text: string, at: number): string {
  const [last = ""] = Array.from(text.slice(Math.max(0, at - 2), at)).slice(-1);
  return last;
}

/** A region's flag is a black flag, the tags of its letters, and the tag that ends them: eight tags at most, each a pair. */
function isInFlag(text: string, at: number): boolean {
  const from = Math.max(0, at - 2 * 8);
  const within = text.slice(from, at).lastIndexOf("\u{1f3f4}");
  if (within < 0) return false;
  const flag = from + within;
  const tags = FLAG_TAGS.exec(text.slice(flag + 2, flag + 2 + 2 * 8))?.[0] ?? "";
  return at < flag + 2 + tags.length;
}
