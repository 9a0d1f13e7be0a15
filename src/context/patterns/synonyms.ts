import { stem, wordsOf } from "../../text/words.ts";

/** Everyday words, each with the words that the catalogue has for it. */
const MEANT: readonly (readonly [said: string, meant: string])[] = [
  ["down offline broken dead crash away", "unavailable outage"],
  ["double twice duplicate repeat again resend", "idempotent duplicate twice"],
  ["stale outdated", "invalidation stale expiry"],
  ["undo revert", "compensate compensation"],
  ["rollback", "blue green canary rolling compensate"],
  ["hang stuck freeze forever never slow", "timeout hang"],
  ["many flood abuse spam throttle", "rate limit"],
  ["overload overwhelm pile", "back pressure"],
  ["isolate starve", "bulkhead"],
  ["password credential key", "secret"],
  ["login signin", "authentication token"],
  ["permission role allow", "authorization access role"],
  ["customer apart", "tenant"],
  ["night nightly cron daily hourly", "schedule scheduling"],
  ["later background block", "queue asynchronous job"],
  ["inform notify tell react", "event subscribe publish"],
  ["page long endless huge", "pagination"],
  ["break breaking incompatible", "versioning"],
  ["release rollout deploy", "deployment release"],
  ["monitor measure dashboard", "metric"],
  ["debug trace follow across", "tracing trace"],
  ["check", "validation"],
  ["expensive bill cheap", "cost"],
  ["lost", "outbox lost"],
  ["try attempt", "retry"],
  ["entrance entry", "gateway"],
  ["email mail sms push", "notification"],
  ["few gradual gradually", "canary"],
  ["edit simultaneous once", "concurrency transaction lock"],
  ["column table layout", "schema migration"],
  ["who", "role authorization"],
  ["last old older known", "fallback degraded"],
  ["memory faster", "pressure"],
  ["simultaneously concurrently", "same moment edit lost"],
  ["inventory seat room goods sale oversell", "hold reserve stock"],
  ["analyst analytics reporting bi", "report read model"],
  ["elasticsearch solr lucene", "search index"],
  ["launch", "release rollout canary"],
  ["percent percentage", "canary few users"],
  ["pager wake woken", "alarm alert"],
  ["spend took latency", "trace time"],
  ["vendor supplier", "third party partner provider"],
  ["gdpr erasure erase forgotten", "retention personal"],
  ["pod replica container", "instance"],
  ["wait", "timeout"],
];

const BY_STEM = new Map<string, readonly string[]>();
for (const [said, meant] of MEANT)
  for (const { stem: key } of wordsOf(said)) BY_STEM.set(key, [...(BY_STEM.get(key) ?? []), ...meant.split(" ").map(stem)]);

/** @returns the stems that the catalogue may use for what somebody said in everyday words. */
export function synonymsOf(word: string): readonly string[] {
  return BY_STEM.get(word) ?? [];
}
