import { nearIn } from "./near.ts";
import { subjectStem } from "./stems.ts";
import type { Bound, Passage, Quantity } from "./types.ts";
import { DAY, NUMBER_WORDS, PERIODS, unitNamed } from "./units.ts";

/** A number in figures or in words, with nothing that makes it a part of a name, a date or a version. */
const NUMBER =
  /(?<![A-Za-z\u00c0-\u024f\d_.,/#:=@§+-]|[A-Za-z\u00c0-\u024f][-‑])(?:(?<figure>\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)(?<scale>k(?![a-z]))?(?![\d_:]|[.,]\d|-\d|\/\d)|(?<word>zero|one(?=\s(?:second|minute|hour|day|week|month|year)\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b(?!-(?:one|two|three|four|five|six|seven|eight|nine)\b)|(?<fraction>half an?|a quarter of an)(?=\s(?:hour|day|minute|second|week|month|year))|(?<=\b(?:up to|within|after|for|than|at most|at least|under)\s)(?<single>an?)(?=\s(?:second|minute|hour|day|week|month|year)\b)|(?<old>an?)(?=\s(?:minute|hour|day|week|month|year)\s(?:old|later|long)\b))/gi;

const ORDINAL = /\b(?:the|a|each|every)\s(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:nd|rd|th))(?=\s`?[a-z])/gi;

const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const PERIOD_WORD =
  /(?<![A-Za-z\u00c0-\u024f-])(?<adverb>hourly\b|(?:daily|weekly|monthly)(?=[\s]{0,2}(?:[,.;()|]|$|at\b|by\b|and\b)|\s(?:reconciliations?|comparisons?|runs?|jobs?|checks?|sweeps?|clean-?ups?|backups?|purges?|exports?)\b))|\b(?:every|each|once an?|once per)\s(?<noun>second|minute|hour|day|week|month|year)\b/gi;

/** The port behind an address of this machine. */
const HOST_PORT = /(?:\d{1,3}(?:\.\d{1,3}){3}|localhost):(\d{2,5})(?!\d)/g;

const CLOCK = /(?<![\d:.-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g;

/** A name with a version or a number that belongs to it. */
const NAMED =
  /(?<![A-Za-z\u00c0-\u024f\d_`.-])(?<name>[A-Z][\w+#]{0,40}(?:[.-][A-Z]?\w{1,30}){0,3}(?:\s(?:API|XSD|Server|Boot))?)\s(?:version\s)?v?(?<version>\d{1,4}(?:\.\d{1,4}){0,3})(?![\w%:]|\.\d)/g;

const NOT_A_PRODUCT =
  /^(?:step|table|figure|phase|section|level|option|chapter|appendix|page|line|row|column|item|example|case|version|part|the|a|an|at|up|within|after|every|for|from|to|of|in|by|between|over|under|about|around|with|on|only|about|exit|code|status|http|january|february|march|april|may|june|july|august|september|october|november|december|all|any|each|no|max|min|default|limit|limits|more|less|than|least|most|first|last|next|top|q|fr|nfr|us|ac|req|adr|maximum|minimum|and|or|codes|priority|p|then|while|keep|keeps|send|sends|wait|waits|retry|retries|try|tries|read|reads|starts|publish|allows|reject|rejects|returns|open|opens|poll|polls|runs|delete|deletes|refuse|refuses|skip|skips|stop|stops|probes|story|requirement|task|day|week|month|stage|epic|feature|sprint|release|milestone)$/i;

/** `--keep-days 90`, `--keep-days=90`. */
const SET_OPTION = /--([a-z][a-z-]{1,40})[ =](\d{1,9})(?![\w:-]|\.\w)/g;

/** `v1`, `1.0.0`. */
const LONE_VERSION = /(?<![\w./-])(?:v(?=\d)|(?=\d{1,3}\.\d{1,3}\.\d))(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w./-]\w)/g;

/** What a number without a unit may be. */
const ROLE =
  /\b(default|maximum|max|minimum|min|limit|port|version|priority|concurrency|threshold|factor|size|capacity|weight|depth)(?:\s(?:of|is|value|set to|to|the))?[\s:=]{0,3}$/i;

const MOST =
  /(?:\bat most|\bup to|\bno more than|\bnot more than|\bmax(?:imum)?(?:\sof)?|\bmaximal|≤|<=|<|\bwithin|\bunder|\bbelow|\bless than|\bnever more than|\blimited to|\bnot older than|\bnot exceed(?:s|ing)?|\bexceed)[\s:]{0,2}(?:the\s)?$/i;
const LEAST =
  /(?:\bat least|\bmin(?:imum)?(?:\sof)?|≥|>=|>|\bmore than|\bno less than|\bnot less than|\babove|\bolder than|\bnot before)[\s:]{0,2}$/i;

/** What a process ends with. */
const EXIT = /\bexit(?:s|ed)?(?:\s(?:with|code|codes|status|statuses)){0,3}[\s`:=]{0,3}$/i;

/** Numbers that HTTP gives to answers, and the words around them. */
const STATUS = /^(?:20[0-8]|30[0-8]|4(?:0\d|1[0-8]|2[1-9]|31|51)|50[0-8])$/;
const BEFORE_STATUS =
  /(?:[^\s|]:\s|^\s{0,3}(?=\d{3}\s\w)|\b(?:HTTP|status|code|gets?|gives?|returns?|returned|answers?|answered|responds?)\s(?:with\s|by\s|an?\s)?|\b(?:refused|rejected)\s(?:with|by|as)\s)$/i;
const AFTER_STATUS = /^\s{0,2}(?:$|[,.;:)|"]|(?:and|or|for|with|when|if|where|as|Created|Accepted|Conflict|Not|Bad|Forbidden|OK)\b)/;

/** What a clause must hold for {@link quantitiesIn} to find anything. */
export const NUMBER_SPOTS =
  /\d+|\b(?:[Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Nn]inety|[Hh]alf|[Qq]uarter|[Hh]ourly|[Dd]aily|[Ww]eekly|[Mm]onthly|[Ee]very|[Ee]ach|[Oo]nce|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Tt]enth|[Aa]n? (?:second|minute|hour|day|week|month|year))\b/g;

/** Reads every number that a clause states, with what it measures or counts. */
export function quantitiesIn(passage: Passage): Quantity[] {
  const { text } = passage;
  const found: Quantity[] = [];
  const taken: [number, number][] = [];
  const note = (start: number, end: number, quantity: Pick<Quantity, "dimension" | "value"> & Partial<Quantity>) => {
    if (taken.some(([from, to]) => start < to && from < end)) return;
    taken.push([start, end]);
    found.push({
      text: text.slice(start, end).replace(/\s+/g, " ").replace(/[`*]/g, ""),
      bound: boundBefore(text.slice(Math.max(0, start - 24), start)),
      nouns: [],
      near: nearIn(text, start, end),
      passage,
      place: passage.place(passage.start + start, passage.start + end),
      ...quantity,
    });
  };
  if (/\d/.test(text)) {
    readNamed(text, note);
    for (const { index, 0: whole, 1: flag = "", 2: value } of text.matchAll(SET_OPTION))
      note(index, index + whole.length, { dimension: `option:${flag}`, value: Number(value), bound: "exact" });
    for (const { index, 0: whole, 1: version = "" } of text.matchAll(LONE_VERSION))
      note(index, index + whole.length, { dimension: "role:version", value: versionValue(version), bound: "exact" });
    for (const { index, 0: whole, 1: port } of text.matchAll(HOST_PORT))
      note(index, index + whole.length, { dimension: "role:port", value: Number(port), bound: "exact" });
    for (const { index, 0: whole, 1: hours, 2: minutes } of text.matchAll(CLOCK))
      note(index, index + whole.length, { dimension: "clock", value: Number(hours) * 60 + Number(minutes) });
  }
  for (const match of text.matchAll(NUMBER)) numberAt(passage, match, note);
  for (const { index, 0: whole, 1: ordinal = "" } of text.matchAll(ORDINAL)) {
    const nouns = nounsIn(text.slice(index + whole.length, index + whole.length + 60).replace(/`/g, ""));
    const value = /^\d/.test(ordinal) ? Number.parseInt(ordinal, 10) : ORDINALS.indexOf(ordinal.toLowerCase());
    if (nouns.length > 0 && value > 2) note(index, index + whole.length, { dimension: "count", value, nouns, bound: "exact" });
  }
  for (const { index, 0: whole, groups } of text.matchAll(PERIOD_WORD)) {
    const value = PERIODS[(groups?.adverb ?? groups?.noun ?? "").toLowerCase()] ?? DAY;
    // "a second" and "each second" of a rate belong to the number before them.
    if (!/\d\s?\S{0,20}\s?$/.test(text.slice(Math.max(0, index - 24), index)))
      note(index, index + whole.length, { dimension: "interval", value });
  }
  return [...found, ...valuesOfOption(passage, found)];
}

/** In "runs older than 90 days go (`--keep-days`)" of an input, 90 is what the option is to be set to. */
function valuesOfOption({ text, document }: Passage, found: readonly Quantity[]): Quantity[] {
  if (document !== "prd" && document !== "contracts") return [];
  const flags = new Set(Array.from(text.matchAll(/--([a-z][a-z-]{1,40})/g), ([, flag = ""]) => flag));
  const [flag] = flags;
  if (flags.size !== 1 || flag === undefined || found.some(({ dimension }) => dimension.startsWith("option:"))) return [];
  return found.flatMap((quantity) => {
    const value = Number(/\d[\d,]*/.exec(quantity.text)?.[0].replaceAll(",", "") ?? Number.NaN);
    const isSetting = ["time", "count", "size", "bare"].includes(quantity.dimension) || quantity.dimension.startsWith("role:");
    return Number.isNaN(value) || !isSetting ? [] : [{ ...quantity, dimension: `option:${flag}`, value }];
  });
}

/** Names with a version. */
function readNamed(text: string, note: Note): void {
  for (const { index, 0: whole, groups } of text.matchAll(NAMED)) {
    const name = groups?.name ?? "";
    if (NOT_A_PRODUCT.test(name) || /^[A-Z]+-\d/.test(whole)) continue;
    note(index, index + whole.length, {
      dimension: `version:${name.toLowerCase()}`,
      value: versionValue(groups?.version ?? ""),
      bound: "exact",
    });
  }
}

type Note = (start: number, end: number, quantity: Pick<Quantity, "dimension" | "value"> & Partial<Quantity>) => void;

function numberAt(passage: Passage, match: RegExpExecArray, note: Note): void {
  const { text } = passage;
  const { index, 0: whole, groups } = match;
  const value = numberOf(groups ?? {});
  const end = index + whole.length;
  const rest = text.slice(end, end + 60);
  const measured = /^(?<gap>[\s\u00a0\u202f-]?)(?<unit>[a-zµ]+(?:\/s)?|%)(?![A-Za-z\u00c0-\u024f\d_])/i.exec(rest);
  const unit = measured?.groups && unitNamed(measured.groups.unit ?? "", measured.groups.gap === "");
  if (unit && measured) {
    const after = rest.slice(measured[0].length);
    const nouns = unit.dimension === "percent" ? nounsIn(after) : [];
    const rate = unit.dimension === "size" ? rateIn(after) : undefined;
    if (rate) note(index, end + measured[0].length + rate.length, { dimension: "throughput", value: (value * unit.factor) / rate.period });
    else {
      const repeated =
        unit.dimension === "time" && /\b(?:every|each|interval of|intervals of)\s$/i.test(text.slice(Math.max(0, index - 16), index));
      note(index, end + measured[0].length, { dimension: repeated ? "interval" : unit.dimension, value: value * unit.factor, nouns });
    }
    return;
  }
  const through = /^\s?(?:to|–|—|-|\.\.\.?|and|or|through)\s?(?=\d|`?\d)/.exec(rest);
  if (through && /^\s?(?:to|–|—|-|\.\.|through)/.test(through[0])) {
    rangeFrom(text, index, value, end + through[0].length, note);
    return;
  }
  const percentile = /^(?:th|st|nd|rd)\spercentile/.exec(rest);
  if (percentile) {
    note(index, end + percentile[0].length, { dimension: "percent", value });
    return;
  }
  const before = text.slice(Math.max(0, index - 24), index);
  if (/\b(?:one|two|three|\d+) or \W?$/i.test(before)) return;
  const rate = rateIn(rest);
  if (rate) {
    note(index, end + rate.length, { dimension: "rate", value: value / rate.period, nouns: rate.nouns });
    return;
  }
  if (passage.keys.includes("label:exitcodes") || passage.keys.includes("column:exitcodes")) {
    if (groups?.word === undefined) note(index, end, { dimension: "bare", value });
    return;
  }
  // Nor does one count anything in a list of them: "13 partial, 14 failed".
  if (
    groups?.word === undefined &&
    /\bexit codes\W{1,5}\d[^.]{0,300}(?:[,;]|\band|\bor)\s$/i.test(text.slice(Math.max(0, index - 330), index))
  )
    return;
  if (/^0[0-7]{3}$/.test(whole)) {
    note(index, end, { dimension: "mode", value: Number.parseInt(whole, 8), bound: "exact" });
    return;
  }
  if (EXIT.test(before) && value < 256 && groups?.word === undefined) {
    note(index, end, { dimension: "exit", value, bound: "exact" });
    return;
  }
  // `409 ORDER_CHANGED` is a status, of which other facts tell.
  if (/^[\s`]{1,3}(?:[A-Z]{2,30}[_A-Z\d]{0,60}_[A-Z]|[A-Z]{5,30}\b)/.test(rest)) return;
  // So is a number that stands by itself between marks of code: `404`.
  if (/^[1-5]\d\d$/.test(whole) && before.endsWith("`") && rest.startsWith("`")) return;
  if (STATUS.test(whole) && whole !== text.trim() && BEFORE_STATUS.test(before) && AFTER_STATUS.test(rest)) {
    note(index, end, { dimension: "status", value, bound: "exact" });
    return;
  }
  const nouns = nounsIn(rest);
  const portion = PORTION.exec(before)?.[1]?.toLowerCase();
  if (portion && groups?.word === undefined) {
    note(index, end, { dimension: `portion:${subjectStem(portion)}`, value, bound: "exact" });
    return;
  }
  const role = ROLE.exec(before)?.[1]?.toLowerCase();
  if (role && groups?.word === undefined) note(index, end, { dimension: `role:${ROLES[role] ?? role}`, value, nouns, bound: "exact" });
  else if (nouns.length > 0) note(index, end + nounsLength(rest), { dimension: "count", value, nouns });
  else if (/^\sor more\b/.test(rest) && countedField(passage))
    note(index, end, { dimension: "count", value, nouns: [countedField(passage)] });
  else if (groups?.word === undefined) note(index, end, { dimension: /\.\d\d$/.test(whole) && value >= 10 ? "amount" : "bare", value });
}

/** "3 or more" in the row of the field `failures` counts failures. */
function countedField({ keys }: Passage): string {
  const field = keys.map((key) => /^row:[^.]*\.([a-z]{3,30})$/.exec(key)?.[1]).find(Boolean);
  return field === undefined ? "" : subjectStem(field);
}

/** In "pages of 1,000 entries" and "batches of 200" the number is how much goes into one. */
const PORTION = /\b(pages?|batch(?:es)?|chunks?|blocks?|groups?)\sof\s(?:up to\s|at most\s)?$/i;

const ROLES: Readonly<Record<string, string>> = { max: "maximum", min: "minimum", limit: "maximum" };

/** `1 to 100 items`: both ends have the unit of the second. */
function rangeFrom(text: string, index: number, low: number, from: number, note: Note): void {
  const next = /^(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?/.exec(text.slice(from, from + 24));
  if (!next) return;
  const end = from + next[0].length;
  const high = Number(next[0].replaceAll(",", ""));
  const rest = text.slice(end, end + 60);
  const measured = /^(?<gap>[\s\u00a0\u202f-]?)(?<unit>[a-zµ]+|%)(?![A-Za-z\u00c0-\u024f\d_])/i.exec(rest);
  const unit = measured?.groups && unitNamed(measured.groups.unit ?? "", measured.groups.gap === "");
  const nouns = unit ? [] : nounsIn(rest);
  const dimension = unit ? unit.dimension : nouns.length > 0 ? "count" : "bare";
  const factor = unit?.factor ?? 1;
  const size = unit && measured ? measured[0].length : nouns.length > 0 ? nounsLength(rest) : 0;
  note(index, from, { dimension, value: low * factor, bound: "least", nouns });
  note(from, end + size, { dimension, value: high * factor, bound: "most", nouns });
}

function numberOf({ figure, scale, word, fraction, single, old }: Record<string, string | undefined>): number {
  if (single ?? old) return 1;
  if (fraction) return /^half/i.test(fraction) ? 0.5 : 0.25;
  if (word) return NUMBER_WORDS.get(word.toLowerCase()) ?? Number.NaN;
  return Number((figure ?? "").replace(/[,\u00a0\u202f]/g, "")) * (scale ? 1000 : 1);
}

/** Versions are told apart, and their order is of no use. */
function versionValue(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return major * 1e8 + minor * 1e4 + patch;
}

function boundBefore(before: string): Bound {
  if (MOST.test(before)) return "most";
  return LEAST.test(before) ? "least" : "exact";
}

/** `60 requests a minute`, `5/s`, `10 a second`, `50 per s`. */
function rateIn(rest: string): { period: number; nouns: string[]; length: number } | undefined {
  const found =
    /^(?<nouns>(?:\s[A-Za-z\u00c0-\u024f-]{2,24}){0,3}?)(?:\s?\/\s?|\s(?:per|an?|each|every)\s)(?<unit>s|sec|min|h|second|minute|hour|day|week|month|year)(?![A-Za-z\u00c0-\u024f-])/i.exec(
      rest,
    );
  const unit = found?.groups && unitNamed(found.groups.unit ?? "", true);
  if (!found || !unit) return undefined;
  return { period: unit.factor / 1000, nouns: nounsIn(found.groups?.nouns ?? ""), length: found[0].length };
}

const NOUNS = /^(?:[\s\u00a0-][A-Za-z\u00c0-\u024f`_-]{2,30}){1,3}/;

const ATTEMPT = subjectStem("attempt");

/** The words behind a number, up to the first one that is none of a thing. */
function nounsIn(rest: string): string[] {
  // "ten times as long" counts nothing.
  if (/^\stimes\s(?:as|the|that|more|less|longer|larger|faster|slower)\b/i.test(rest)) return [];
  const words = NOUNS.exec(rest)?.[0].match(/[A-Za-z\u00c0-\u024f_]+/g) ?? [];
  const nouns: string[] = [];
  for (const word of words) {
    // What is done some times is attempted as often.
    const key = /^times$/i.test(word) && nouns.length === 0 ? ATTEMPT : NO_NOUN.test(word) ? "" : subjectStem(word);
    if (key === "") break;
    nouns.push(key);
  }
  return nouns;
}

function nounsLength(rest: string): number {
  return /^[\s\u00a0-][A-Za-z\u00c0-\u024f_]{2,30}/.exec(rest)?.[0].length ?? 0;
}

const NO_NOUN =
  /^(?:or|and|to|of|in|on|at|by|with|without|for|from|is|are|was|has|have|as|than|then|that|which|when|where|while|after|before|until|completed|passed|told|submitted|more|less|plus|other|times?|kinds?|types?|ways?|things?|cases?|or|per|an?|the|each)$/i;
