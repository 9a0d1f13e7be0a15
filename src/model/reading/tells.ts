import type { Scope, Walk } from "./draft.ts";
import type { Signs } from "./signs.ts";

/** So much, so often, so fast. */
export const QUANTITY =
  /\d\s?(?:%|(?:ms|s|sec|seconds?|minutes?|hours?|days?|weeks?|months?|kb|mb|gb|tb|requests?|users?|rps|сек|секунд[аы]?|мин|минут[аы]?|час(?:а|ов)?|дн(?:я|ей)|мб|гб|sekunden?|minuten?|stunden?|tagen?|segundos?|minutos?|horas?|dias?|días|secondes?|heures?|jours?)(?![\p{L}\p{N}])|[秒分件回日円名]|時間|ミリ秒)/iu;

/** @returns whether a sentence says what something does, or when. */
export function tells({ able, rule, conditional }: Signs): boolean {
  return able() || rule() || conditional;
}

/** @returns whether it speaks of what stands below it, or of the document. */
export function isPointing({ text }: Signs, { reader: { words } }: Walk): boolean {
  return words.has("pointing", text);
}

/** @returns whether it stands in a section; the title of the document opens none of its own */
export function isInSection({ depth, titles }: Scope["frame"]): boolean {
  return depth > 0 && titles !== true;
}

/** @returns whether it says what happens, or when, or how much */
export function behaves({ reader: { words } }: Walk, { able, rule, text }: Signs): boolean {
  return QUANTITY.test(text) || able() || rule() || words.opens("action", text.slice(text.search(/[:：]/) + 1));
}
