import { wholeOf } from "./said.ts";
import type { Said, StatedError } from "./types.ts";

const STATUS =
  /\b(?:HTTP|status(?: code)?|with|returns?|responds?(?: with)?|answers?(?: with)?|answered with|rejected with|code|error)\s(?:an? |HTTP |status )?`?([45]\d\d)\b/gi;
/** `409 NOT_OPEN`, `NOT_OPEN` (409). */
const BESIDE_CODE = /\b([45]\d\d)`?\s{0,2}[(:,–—-]?\s{0,2}`?[A-Z][A-Z\d]{1,30}_|_[A-Z\d]{1,30}`?\s{0,2}[(:,–—-]{1,2}\s{0,2}`?([45]\d\d)\b/g;
const NAMED_STATUS = /\b([45]\d\d)\s(?:[A-Z][a-z]{2,20}\s?){1,3}/g;
const CODE = /`?\b([A-Z][A-Z\d]{1,30}(?:_[A-Z\d]{1,30}){1,6})\b`?/g;
const OF_ERRORS =
  /\b(?:errors?|fail\w*|reject\w*|invalid|refus\w*|den(?:y|ied)|conflict|not found|unauthori[sz]ed|forbidden|missing|unknown)\b/i;
const MESSAGE =
  /["“]((?:Error|Warning|Invalid|Cannot|Failed|Unable)\b[^"”\n]{2,160}|[A-Z][^"”\n]{4,120}(?:not found|does not exist|already exists|is required|not allowed)[^"”\n]{0,80})["”]/g;
const EXIT = /\bexit(?:s|ed)?(?: with)?(?: status| code)?(?: is| of)? (?:code )?`?(\d{1,3})\b/gi;

/** @returns statuses, codes, messages and exit codes that the statements name, each with the statement as its condition */
export function errorsIn(said: readonly Said[]): StatedError[] {
  const found = new Map<string, StatedError>();
  for (const one of said) {
    const text = wholeOf(one);
    const [exit] = Array.from(text.matchAll(EXIT), ([, code = ""]) => code);
    const beside = Array.from(text.matchAll(BESIDE_CODE), ([, before, behind]) => before ?? behind ?? "");
    const statuses = [...beside, ...[...text.matchAll(STATUS), ...text.matchAll(NAMED_STATUS)].map(([, code = ""]) => code)];
    const codes =
      beside.length > 0 || OF_ERRORS.test(text)
        ? Array.from(text.matchAll(CODE), ([, code = ""]) => code).filter((code) => !/^(?:GET|POST|PUT|HTTP|UTF)_/.test(code))
        : [];
    const messages = Array.from(text.matchAll(MESSAGE), ([, message = ""]) => message.trim());
    const status = statuses[0] ?? (exit === undefined || exit === "0" ? "" : `exit code ${exit}`);
    const names = [...codes.map((code) => `\`${code}\``), ...messages.map((message) => `"${message}"`)];
    for (const code of names) add(found, { code, status, meaning: one.text, sources: [one.source] });
    if (names.length > 0) continue;
    for (const each of new Set(statuses))
      add(found, { code: each, status: each, meaning: clauseWith(one.text, each), sources: [one.source] });
    if (exit !== undefined && exit !== "0")
      add(found, { code: `exit code ${exit}`, status: `exit code ${exit}`, meaning: one.text, sources: [one.source] });
  }
  return [...found.values()];
}

/** The part of a sentence that names it tells when it comes. */
function clauseWith(text: string, code: string): string {
  return text.split(/;\s/).find((clause) => clause.includes(code)) ?? text;
}

/** One message comes under one condition; a status or an exit code under many. */
function add(found: Map<string, StatedError>, error: StatedError): void {
  const known = found.get(error.code);
  if (!known) found.set(error.code, error);
  else {
    known.status ||= error.status;
    known.sources.push(...error.sources);
  }
}
