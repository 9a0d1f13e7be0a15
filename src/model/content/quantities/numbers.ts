import { NUMBER_WORDS } from "./units.ts";

/**
 * A number in figures or in words, with nothing that makes it a part of a name, a date or a version. Its groups: figures and their
 * scale, a word, a fraction, one of something, one that is old.
 */
export const NUMBER =
  /(?<![A-Za-z\u00c0-\u024f\d_.,/#:=@§+-]|[A-Za-z\u00c0-\u024f][-‑])(?:(\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)(k(?![a-z]))?(?![\d_:]|[.,]\d|-\d|\/\d)|(zero|one(?=\s(?:second|minute|hour|day|week|month|year)\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b(?!-(?:one|two|three|four|five|six|seven|eight|nine)\b)|(half an?|a quarter of an)(?=\s(?:hour|day|minute|second|week|month|year))|(?<=\b(?:up to|within|after|for|than|at most|at least|under)\s)(an?)(?=\s(?:second|minute|hour|day|week|month|year)\b)|(an?)(?=\s(?:minute|hour|day|week|month|year)\s(?:old|later|long)\b))/gi;

/** What a clause must hold for {@link quantitiesIn} to find anything. */
export const NUMBER_SPOTS =
  /\d+|\b(?:[Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Nn]inety|[Hh]alf|[Qq]uarter|[Hh]ourly|[Dd]aily|[Ww]eekly|[Mm]onthly|[Ee]very|[Ee]ach|[Oo]nce|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Aa]n? (?:second|minute|hour|day|week|month|year))\b/g;

/** @returns the value that a match of {@link NUMBER} writes */
export function numberOf([, figure, scale, word, fraction, single, old]: RegExpExecArray): number {
  if (single ?? old) return 1;
  if (fraction) return /^half/i.test(fraction) ? 0.5 : 0.25;
  if (word) return NUMBER_WORDS.get(word.toLowerCase()) ?? Number.NaN;
  return Number((figure ?? "").replace(/[,\u00a0\u202f]/g, "")) * (scale ? 1000 : 1);
}
