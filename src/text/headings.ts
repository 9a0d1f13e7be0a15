/** Headings and labels as their words: what a team or a tool puts around them is taken off. */

const NUMBERING =
  /^(?:(?:section|chapter|part|step|phase|abschnitt|kapitel|teil|раздел|глава|часть)\s{1,3}\d{1,4}\s{0,3}[.):：—–-]?\s{0,3}|フェーズ\s?\d{1,3}\s{0,3}[:：]\s{0,3}|第\s?[\d一二三四五六七八九十]{1,4}\s?[章节節部条項项]\s{0,3}[.):：、]?\s{0,3}|[（(]?[一二三四五六七八九十]{1,3}[、．.）)]\s{0,3}|\(?\d{1,4}(?:\.\d{1,4}){0,6}[.):、]{0,2}(?:\s{1,4}[—–-])?(?:\s{1,4}|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]))|(?=[ivxlc])(?:x{0,3}(?:ix|iv|v?i{0,3}))[.)]\s{1,4}|[a-z][.)]\s{1,4})(?=\S)/iu;
const DECORATION =
  /\{[#:.][^{}]{0,200}\}|:[a-z0-9_+-]{2,40}:|<[^<>]{1,200}>|\\(?=[^\p{L}\p{N}])|[`*~#§•▪►▶●■◆✦→]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3/giu;

/** @returns a heading without numbering, emoji, shortcodes, anchors, markup and full-width forms, in its own case. */
export function plainTitle(title: string): string {
  let text = undecorated(title);
  // "Part 2: 1.3 Orders" is numbered twice.
  for (let round = 0; round < 2; round++) text = text.replace(NUMBERING, "");
  return text.replace(/[\s:.。—–-]{1,20}$/u, "").trim();
}

function undecorated(title: string): string {
  const text = title.normalize("NFKC").replace(/\u2011/g, "-");
  return text
    .replace(DECORATION, " ")
    .replace(/\s{2,}/g, " ")
    .trim();
}

const TOKENS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[\p{L}\p{M}\p{N}№]+/gu;
const SPLIT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;

/** @returns the words of a heading, in the form in which phrases of the lexicon are kept; scripts without spaces make one word each run. */
export function titleWords(title: string): string[] {
  const flat = title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’`ʼ]/g, "")
    .replace(/&/g, " and ")
    .replace(/ё/g, "е");
  return (flat.match(TOKENS) ?? []).flatMap((run) => run.match(SPLIT) ?? []);
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;

/** @returns whether a word is of a script that puts no spaces between words. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}
