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
    "char character",
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
  ].flatMap((group) => {
    const [first, ...rest] = group.split(" ").map(stem);
    return rest.map((word) => [word, first ?? word]);
  }),
);

const known = new Map<string, string>();

/** @returns the form in which words of different texts are compared; empty for those that every text has. */
export function subjectStem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    const base = stem(word);
    found = STOPWORDS.has(base) || base.length < 2 || /^\d/.test(base) ? "" : (SYNONYMS[base] ?? base);
    if (known.size > 20_000) known.clear();
    known.set(word, found);
  }
  return found;
}

const INNER = /[a-z\d]{3}[A-Z][a-z]{2}/;

function add(found: Set<string>, word: string): void {
  const key = subjectStem(word);
  if (key !== "") found.add(key);
}

/** @returns the stems that tell what a text is about. */
export function subjectsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.match(/[A-Za-z\u00c0-\u024f\d]+/g) ?? []) {
    if (word.length > 40) continue;
    add(found, word);
    // `weightLimit` speaks of weights and limits.
    if (INNER.test(word)) for (const part of word.split(/(?<=[a-z\d]{3})(?=[A-Z][a-z]{2})/)) add(found, part);
  }
  return found;
}
