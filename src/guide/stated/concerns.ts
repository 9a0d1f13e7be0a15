import type { Said } from "./types.ts";

/** Kinds of concern, by the words that statements on them use; the first that fits counts. */
const RISKS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    "Security",
    /\b(?:guess|secret|token|encrypt|password|credential|permission|authori[sz]|authenticat|csrf|xss|injection|secur|leak|log(?:ged)? in plain|tamper|attack)\w*/i,
  ],
  ["Data protection", /\b(?:anonym|personal data|gdpr|pii|retention|kept for|privacy|retain|soc2|hipaa)\w*/i],
  [
    "Performance",
    /\b(?:p9\d|latency|milliseconds?|throughput|within \d|in under|response time|less than \d|overhead|faster|performance)\b|<\s?\d[\d,.]{0,9}\s?(?:ms|s|sec|seconds?|minutes?)\b|\b\d[\d,.]{0,9}\s?ms\b/i,
  ],
  [
    "Scalability",
    /\b(?:concurrent|scale|scalab\w*|per second|simultaneous|\d[\d,]{3,12} (?:users|tasks|records|items|loans|rows|orders|requests|files|spans))\b/i,
  ],
  ["Migration", /\b(?:migrat|backward|roll ?back|taken back|upgrade|existing data)\w*/i],
  [
    "Reliability",
    /\b(?:available|availability|uptime|away|outage|retry|retries|lost|loses|crash|atomic|transaction|recover|durab|consisten|race|duplicate|fail|corrupt|restart)\w*/i,
  ],
  ["Observability", /\b(?:log|metric|trace|monitor|alert|audit|dashboard)\w*/i],
  ["Compatibility", /\b(?:platform|compatib|windows|macos|linux|browser|version|unix)\w*/i],
  ["Usability", /\b(?:readable|clear|helpful|usab|message|format|intuitive|accessib|wcag|terminal)\w*/i],
  ["Maintainability", /\b(?:maintain|customi[sz]|document|test|coverage|extens|configur|hardcod)\w*/i],
];

/** @returns what kind of risk a requirement guards against; the line above it says it where it names a kind */
export function riskKind({ text, label }: Pick<Said, "text" | "label">): string {
  const named = RISKS.find(([kind]) => label.toLowerCase().startsWith(kind.toLowerCase()));
  return (named ?? RISKS.find(([, pattern]) => pattern.test(text)))?.[0] ?? "Quality";
}

const SECURITY: readonly (readonly [topic: string, pattern: RegExp])[] = [
  [
    "Authentication",
    /\b(?:authenticat|sign(?:ed|ing)? in|log(?:ged|ging)? in|login|jwt|session|oauth|sso|api keys?|identity|bearer|without signing)\w*/i,
  ],
  [
    "Authorization",
    /\b(?:authori[sz]|permission|roles?|only (?:the |an? )?[a-z]{3,20} (?:may|can|is)|may only|administrators? may|admin|forbidden|403|access control|tenant isolation|isolation|own(?:er)? may|allowed to|cannot (?:read|access|modify|see))\b\w*/i,
  ],
  [
    "Data protection",
    /\b(?:encrypt|secret|guess|anonym|personal|pii|gdpr|redact|mask|not written to|retention|kept for|hash|sign(?:ed|ature)|tamper|audit (?:log|trail|record)|tls|credential|password|token)\w*/i,
  ],
  [
    "Input validation",
    /\b(?:validat|saniti[sz]|reject|invalid|malformed|must be (?:between|one of|a valid)|(?:at most|at least|between) \d[^.;]{0,24}(?:characters|chars|letters|digits|items|entries|elements|bytes|[km]b|lines|fields)|\d{1,6} (?:to \d{1,6} )?characters|injection|path traversal|max(?:imum)? (?:length|size))\b\w*/i,
  ],
];

/** The topics of security notes, in the order of the template. */
export const SECURITY_TOPICS: readonly string[] = SECURITY.map(([topic]) => topic);

/** @returns the topics of security that a statement is on */
export function securityTopics({ text, label }: Pick<Said, "text" | "label">): string[] {
  // A field that is called `role` gives nobody a right.
  // What is counted for each key or session is no rule on who they are.
  const words = text.replace(/`[^`]{1,200}`/g, " ").replace(/\b(?:per|for each) (?:api keys?|sessions?|tokens?)\b/gi, " ");
  return SECURITY.filter(([topic, pattern]) => pattern.test(words) || label.toLowerCase().startsWith(topic.toLowerCase())).map(
    ([topic]) => topic,
  );
}

/** How something is built: what binds the design before it is begun. */
const DECIDED =
  /\b(?:must|shall|should|will) (?:be built|be implemented|be stored|use|reuse|follow|run|be atomic|be transactional|be idempotent|be append-only|integrate)\b|\b(?:instead of|rather than|no(?:t|) .{1,30} per ADR)\b|\b(?:atomic|transaction(?:al)?|at the same moment|concurrent (?:creation|updates?|writes?|requests? must)|at least once|(?<!(?:shown|displayed|visible|seen) )exactly once|idempotent|race conditions?|soft delete|append-only|immutable|backward compatible|in place)\b/i;

/** A record of a decision, or a heading of what is decided. */
const ADOPTED = /^ADR[- ]\d|\b(?:design|architectur\w+|technical) (?:decisions?|constraints?)\b/i;

/** @returns whether a statement binds how the feature is built */
export function isDecision({ text, label }: Pick<Said, "text" | "label">): boolean {
  return ADOPTED.test(text) || ADOPTED.test(label) || DECIDED.test(text.replace(/\([^()]{1,200}\)/g, " "));
}

/** Something happens because time has passed, and nobody asks for it. */
const TIMED =
  /\b(?:every|each|once an?) (?:\d{1,3} )?(?:minute|hour|day|night|week|month)s?\b|\bat \d{2}:\d{2}\b|\b(?:daily|nightly|hourly|weekly|cron|scheduled?)\b|\b(?:expires?|becomes?|is (?:sent|deleted|removed)) .{0,30}\bafter\b|\bafter \d{1,4} (?:minutes?|hours?|days?)\b|\b(?:\d{1,3}|one|two|three|seven) (?:days?|hours?|minutes?) before\b/i;

/** @returns whether a statement is done when its time comes, by no one's call */
export function isTimed({ text, kind }: Pick<Said, "text" | "kind">): boolean {
  // What is shown of a day or a week is asked for.
  return (
    kind !== "non-functional" &&
    TIMED.test(text) &&
    !/\b(?:returns?|shows?|displays?|lists?|prints?)\b.{0,200}\b(?:daily|weekly|hourly|nightly|each|every|per)\b/i.test(text)
  );
}
