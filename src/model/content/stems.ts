import { stem } from "../../text/words.ts";

const STOPWORDS = new Set(
  `a an and any are as at be been before both but by can cannot could did do does done down each either else even every few for from had has have
  having how if in into is it its itself least less may might more most must need neither never new no nor not now of off on once one only onto or
  other others our out over own per same shall she should since so some still such than that the their them then there these they this those three
  through to too two under until up upon use used uses using very was we were what when where whether which while who whom whose why will with within
  without would you your also all always after again against about above across along already another around because below between beyond during
  four five six seven eight nine ten maximum minimum max min default
  millisecond second sec minute hour day week month year ms percent`
    .split(/\s+/)
    .map(stem),
);

/** Words that design documents use for one thing. */
const SYNONYMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "attempt retry try repetition repeat reattempt redeliver",
    "keep retain retention store storage hold kept",
    "expire expiry expiration ttl lifetime valid validity old age",
    "timeout wait await deadline",
    "wide broad",
    "delete remove purge erase",
    "page pagination paginate",
    "request call",
    "log logging",
    "char character letter",
    "memory ram heap",
    "row record",
    "limit cap quota bound",
    "backoff delay",
    "parallel concurrent concurrency simultaneous parallelism",
    "batch chunk",
    "schedule scheduler cron job",
    "token jwt",
    "error failure fail",
    "user caller client",
    "email mail",
    "lock lease",
    "queue backlog",
    "available availability unavailable away outage",
    "latency answer respond response",
    "duplicate twice dedup deduplicate deduplicated deduplication",
  ].flatMap((group) => {
    const [first, ...rest] = group.split(" ").map(stem);
    return rest.map((word) => [word, first ?? word]);
  }),
);

/** The same words stand in all documents: more than these are forgotten at once. */
const MOST_WORDS = 6000;
const known = new Map<string, string>();

/** @returns the form in which words of different texts are compared; empty for those that every text has. */
export function subjectStem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    const base = stem(word);
    found = STOPWORDS.has(base) || base.length < 2 || /^\d/.test(base) ? "" : (SYNONYMS[base] ?? base);
    if (known.size > MOST_WORDS) known.clear();
    known.set(word, found);
  }
  return found;
}

const LONGEST_WORD = 40;
const INNER = /[a-z\d]{3}[A-Z][a-z]{2}/;
const words = new Map<string, string>();

/** @returns the stems that one word of a text adds, with spaces between them; `weightLimit` speaks of weights and limits */
function stemsOf(word: string): string {
  let found = words.get(word);
  if (found === undefined) {
    const parts = INNER.test(word) ? word.split(/(?<=[a-z\d]{3})(?=[A-Z][a-z]{2})/) : [];
    found = word.length > LONGEST_WORD ? "" : [word, ...parts].map(subjectStem).filter(Boolean).join(" ");
    if (words.size > MOST_WORDS) words.clear();
    words.set(word, found);
  }
  return found;
}

/** Titles, labels and cells stand around many clauses. */
const LONGEST_TEXT = 120;
const MOST_TEXTS = 300;
const texts = new Map<string, ReadonlySet<string>>();

/** @returns the stems that tell what a text is about. */
export function subjectsOf(text: string): ReadonlySet<string> {
  if (text.length > LONGEST_TEXT) return readSubjects(text);
  let found = texts.get(text);
  if (!found) {
    found = readSubjects(text);
    if (texts.size > MOST_TEXTS) texts.clear();
    texts.set(text, found);
  }
  return found;
}

/** @returns the same of a text that is asked for once */
export function readSubjects(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.match(/[A-Za-z\u00c0-\u024f\d]+/g) ?? []) {
    const stems = stemsOf(word);
    if (!stems.includes(" ")) found.add(stems);
    else for (const each of stems.split(" ")) found.add(each);
  }
  // Words that every text has.
  found.delete("");
  return found;
}
