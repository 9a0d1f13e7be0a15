import { matchesOf } from "../../../text/matches.ts";
import { subjectStem } from "../stems.ts";
import type { Note } from "./note.ts";
import { unitNamed } from "./units.ts";

/** A name with a version or a number that belongs to it. */
const NAMED =
  /(?<![A-Za-z\u00c0-\u024f\d_`.-])([A-Z][\w+#]{0,40}(?:[.-][A-Z]?\w{1,30}){0,3}(?:\s(?:API|XSD|Server|Boot))?)\s(?:version\s)?v?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\w%:]|\.\d|[-–]\d|\s(?:of|to)\s\d)/g;

const NOT_A_PRODUCT =
  /^(?:step|table|figure|phase|section|level|option|chapter|appendix|page|line|row|column|item|example|case|version|part|about|around|exit|code|status|http|january|february|march|april|may|june|july|august|september|october|november|december|default|limit|limits|last|next|top|q|fr|nfr|us|ac|req|adr|codes|priority|p|while|keep|keeps|send|sends|wait|waits|retry|retries|try|tries|read|reads|starts|publish|allows|reject|rejects|returns|open|opens|poll|polls|runs|delete|deletes|refuse|refuses|skip|skips|stop|stops|probes|story|requirement|task|stage|epic|feature|sprint|release|milestone)s?$/i;

/** A word at the beginning of a cell or sentence: "Repeated 3 times". */
const PARTICIPLE = /^[A-Z][a-z]{2,20}ed$/;

/** `v1`, `1.0.0`. */
const LONE_VERSION = /(?<![\w./-])(?:v(?=\d)|(?=\d{1,3}\.\d{1,3}\.\d))(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w./-]\w)/g;

/** Reads versions of products, and those that stand by themselves. */
export function readVersions(text: string, note: Note): void {
  for (const { index, 0: whole, 1: name = "", 2: version = "" } of matchesOf(text, NAMED)) {
    if (!isProduct(name) || /^[A-Z]+-\d/.test(whole) || isMeasured(version, text.slice(index + whole.length))) continue;
    note(index, index + whole.length, { dimension: `version:${name.toLowerCase()}`, value: versionValue(version), bound: "exact" });
  }
  if (/v\d|\d\.\d/.test(text))
    for (const { index, 0: whole, 1: version = "" } of matchesOf(text, LONE_VERSION))
      note(index, index + whole.length, { dimension: "role:version", value: versionValue(version), bound: "exact" });
}

function isProduct(name: string): boolean {
  return !NOT_A_PRODUCT.test(name) && !PARTICIPLE.test(name) && subjectStem(name) !== "";
}

/** "Queue 20 minutes", "Retry 3 times": a version has no unit. */
function isMeasured(version: string, rest: string): boolean {
  const [, word = ""] = /^\s([A-Za-z]{1,20})\b/.exec(rest) ?? [];
  return !version.includes(".") && (word.toLowerCase() === "times" || unitNamed(word, false) !== undefined);
}

/** Versions are told apart, and their order is of no use. */
function versionValue(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return major * 1e8 + minor * 1e4 + patch;
}
