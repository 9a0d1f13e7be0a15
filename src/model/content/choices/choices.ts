import { Choice } from "../stated.ts";
import type { Passage } from "../types.ts";

/** Words that exclude each other where they are said of one thing. */
const PAIRS: readonly (readonly [dimension: string, ...values: readonly string[]])[] = [
  ["delivery", "at[- ]least[- ]once", "exactly[- ]once", "at[- ]most[- ]once"],
  [
    "order",
    "(?:the )?newest(?: first)?|latest first|most recent first|descending|lifo",
    "(?:the )?oldest(?: first)?|earliest first|ascending|fifo|in (?:the )?order of (?:their |its )?(?:\\w{3,12} )?times?",
  ],
  ["zone", "UTC", "(?:is|are|in) local(?: time)?"],
  ["signal", "SIGTERM", "SIGINT", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2"],
  ["address", "0\\.0\\.0\\.0", "127\\.0\\.0\\.1|loopback|localhost"],
  ["window", "sliding", "fixed(?:[- ]window)?", "token[- ]bucket", "leaky[- ]bucket"],
  [
    "paging",
    "cursor-based|(?:by|signed|opaque) cursor|cursor (?:pages?|pagination)",
    "offset-based|by offset|limit and offset|offset pagination|page[- ]numbers?",
  ],
  ["moment", "before", "after"],
  ["timing", "synchronous(?:ly)?", "asynchronous(?:ly)?"],
  ["lock", "optimistic", "pessimistic"],
  ["need", "required|mandatory", "optional"],
  ["allowance", "allowed|permitted", "forbidden|prohibited|not allowed|not permitted"],
  ["handling", "are refused|is refused|are rejected|is rejected", "are ignored|is ignored|are accepted|is accepted"],
  ["side", "client-side|by the client", "server-side|by the server"],
  ["place", "internal", "external"],
  ["sight", "public", "private"],
  [
    "atomicity",
    "in one transaction|atomically|in the same transaction|all or none|in a single transaction|single [Tt]ransaction",
    "in separate transactions|separate transactions\\*{0,2} (?:are used|for)|partially",
  ],
  ["signature", "HMAC[- ]?SHA-?256", "HMAC[- ]?SHA-?512", "HMAC[- ]?SHA-?384", "HMAC[- ]?SHA-?1", "HMAC[- ]?MD5", "Ed25519"],
  ["cipher", "AES-?256(?:-(?:GCM|CBC))?", "AES-?128(?:-(?:GCM|CBC))?", "ChaCha20(?:-Poly1305)?"],
  ["stretching", "argon2(?:id)?", "bcrypt", "scrypt", "PBKDF2"],
  ["growth", "exponential(?:ly)?|doubled|doubling", "linear(?:ly)?|constant|fixed (?:delays?|intervals?)"],
  ["change", "insert-only|append-only|immutable|unalterable|cannot be altered", "updatable|updated in place|overwritten|mutable|editable"],
  ["rounding", "rounded half up|half up|rounded up|round up", "rounded down|half even|truncated|bankers?"],
  ["case", "case-sensitive", "case-insensitive"],
  ["state", "enabled", "disabled"],
  ["deletion", "soft[- ]deleted?|soft deletion", "hard[- ]deleted?|hard deletion|physically deleted?"],
  ["first", "first write wins|first writer wins", "last write wins|last writer wins"],
  ["default", "by default on|opt-out", "by default off|opt-in"],
  ["sharing", "exclusive", "shared"],
  ["open", "fail(?:s)? open|fails-open", "fail(?:s)? closed|fails-closed"],
  ["trip", "blocking", "non-blocking|nonblocking"],
  ["push", "push(?:ed)?", "poll(?:ed|ing|s)?|pull(?:ed)?"],
  [
    "text",
    "plain ?text|in clear|unencrypted|unmasked|(?:logged|shown|stored|kept|printed|displayed|written) in full",
    "encrypted|hashed|masked",
  ],
  ["arithmetic", "decimal", "floating[- ]point|binary fractions?|doubles"],
  ["database", "PostgreSQL", "MySQL", "MariaDB", "SQLite", "MongoDB", "Oracle", "DynamoDB"],
  ["broker", "RabbitMQ", "Kafka", "ActiveMQ", "NATS", "SQS", "Pulsar"],
  ["cache", "Redis", "Memcached", "Valkey"],
  [
    "serial",
    "in parallel|concurrently|parallel",
    "sequential(?:ly)?|one at a time|one by one|one after (?:another|the other)|in sequence|serially",
  ],
  [
    "retrying",
    "(?:not|never|no longer) retried|(?:no|without) retr(?:y|ies)|(?:does|do|must) not retry",
    "(?:is|are|be) retried|retried (?:up to|at most|once|twice|after|until|with)|retries (?:an?|the|each|every|all)",
  ],
  ["stop", "fails? fast|stops? at the first|aborts?", "continues?|goes on|go on|skips?"],
];

const VALUES = PAIRS.flatMap(([dimension, ...values]) =>
  values.map((source, index) => ({ dimension, value: String(index), pattern: new RegExp(`^(?:${source})$`, "i") })),
);

/** The words of all pairs, small or with a capital at their beginning: an expression for any case would take several times as long. */
export const CHOICE_SPOTS = new RegExp(
  `\\b(?:${PAIRS.flatMap(([, ...values]) => values)
    .join("|")
    .replace(/(^|\|)(?:\(\?:the \)\?)?([a-z])/g, (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`)})\\b(?!-)`,
  "g",
);

/** The same few words stand in all documents. */
const sides = new Map<string, (typeof VALUES)[number] | undefined>();

function sideOf(words: string): (typeof VALUES)[number] | undefined {
  const lower = words.toLowerCase();
  if (!sides.has(lower))
    sides.set(
      lower,
      VALUES.find(({ pattern }) => pattern.test(lower)),
    );
  return sides.get(lower);
}

/** What something is where nobody says otherwise, as a word: "default UTC". */
const STANDARD = /\bdefaults?(?:\sto|\sis|:)?\s(?:`([A-Za-z][\w/.-]{1,40})`|([A-Z][\w/]{1,40}|[a-z]+\/[\w/]{1,40})(?![\w-]))/g;

/** Reads which of two opposites a clause says, and which words it gives as defaults. */
export function choicesIn(passage: Passage): Choice[] {
  return [...opposites(passage), ...standards(passage)];
}

function standards(passage: Passage): Choice[] {
  if (!/default/i.test(passage.text)) return [];
  return [...passage.text.matchAll(STANDARD)].map(({ index, 0: whole, 1: marked, 2: bare = "" }) => {
    const text = marked ?? bare;
    return new Choice(passage, { text, at: index, length: whole.length }, "standard", text.toLowerCase());
  });
}

function opposites(passage: Passage): Choice[] {
  return passage.holds.choices.flatMap(({ index, text }) => {
    const side = sideOf(text);
    const at = index - passage.start;
    if (!side || passage.text[at - 1] === "-") return [];
    if (side.dimension === "allowance" && !isRule(passage.text, at, text)) return [];
    return new Choice(passage, { text, at, length: text.length }, side.dimension, side.value);
  });
}

/** "All allowed changes", "a change that is not allowed is answered": the word tells which ones are meant, and rules nothing. */
function isRule(text: string, at: number, word: string): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  if (/\b(?:that|which|who)\s(?:is|are|was|were)\s(?:not\s)?$/i.test(before)) return false;
  return !/\b(?:all|the|each|every|any|no|an?)\s(?:not\s)?$/i.test(before) || !/^\s[a-z]/.test(text.slice(at + word.length));
}
