import { describe, expect, it } from "vitest";
import { DEFAULTS, loadContext, searchPatterns } from "../../src/core.ts";
import { stem } from "../../src/text/words.ts";

const { patterns } = loadContext(process.cwd(), DEFAULTS);
const first = (question: string) => searchPatterns(patterns, question, 1)[0]?.pattern.slug;

describe("a question in everyday words finds the right pattern first", () => {
  it.each([
    ["third party api is down", "circuit-breaker"],
    ["avoid double charges when the client repeats the request", "idempotent-requests"],
    ["list gets too long for one answer", "pagination"],
    ["too many requests from one customer", "rate-limiting"],
    ["change the api without breaking old clients", "versioning"],
    ["message was lost although the order was saved", "transactional-outbox"],
    ["undo the payment when shipping fails", "saga"],
    ["several teams react to the same event", "publish-and-subscribe"],
    ["work that takes minutes should not block the user", "message-queue"],
    ["try again after a short network error", "retry"],
    ["a call that never returns", "timeout"],
    ["one entry point for all our services", "api-gateway"],
    ["show old prices while the provider is down", "fallback"],
    ["users see stale data after an update", "cache-invalidation"],
    ["how do I keep one customer's data apart from another's", "multi-tenancy"],
    ["passwords of other systems end up in the code", "secret-management"],
    ["roll out a new version to a few users first", "canary-deployment"],
    ["switch back quickly after a bad release", "blue-green-deployment"],
    ["run a report every night", "scheduling"],
    ["too many database connections", "connection-pooling"],
    ["who may do what", "role-based-access-control"],
    ["memory fills up because messages arrive faster than we process them", "back-pressure"],
    ["move to a new table layout without downtime", "schema-migrations"],
    ["what to log", "structured-logging"],
    ["two people edit the same order at once", "transactional-boundaries"],
    ["check what callers send us", "request-validation"],
    ["same payment request sent twice", "idempotent-requests"],
    ["slow dependency hangs our requests", "timeout"],
    ["undo the steps of a process across services", "saga"],
    ["work in the background with a queue", "message-queue"],
    ["breaking change for older clients", "versioning"],
    ["show the last known value while the service is down", "fallback"],
    ["which error code should we answer", "error-translation"],
  ])("%s", (question, slug) => {
    expect(first(question)).toBe(slug);
  });
});

describe("the search", () => {
  it.each([
    ["by its name", "Circuit Breaker", "circuit-breaker"],
    ["by its slug", "circuit-breaker", "circuit-breaker"],
    ["misspelt", "curcuit braker", "circuit-breaker"],
    ["in capitals", "SAGA", "saga"],
  ])("finds a pattern %s", (_, words, slug) => {
    expect(first(words)).toBe(slug);
  });

  it.each(["", "   ", "the of and", "?!", "zzzzqqqq", "日本語"])("finds nothing for %j", (words) => {
    expect(searchPatterns(patterns, words, 5)).toEqual([]);
  });

  it("gives at most as many as are asked for, the best first", () => {
    const hits = searchPatterns(patterns, "retry the call", 3);
    expect(hits).toHaveLength(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it("puts a deprecated pattern last, even under its own name", () => {
    const found = searchPatterns(patterns, "dual write", patterns.length).map(({ pattern }) => pattern.slug);
    expect(found.at(-1)).toBe("dual-write");
  });
});

describe("words are compared without their endings", () => {
  it.each([
    ["retries retried retrying retry", 1],
    ["caches cached caching cache", 1],
    ["shipping shipped ships ship", 1],
    ["queues queued queueing queuing queue", 1],
    ["batches batched batching batch", 1],
    ["timeouts timeout", 1],
    ["operator operation", 2],
    ["status state", 2],
    ["process address need", 3],
    ["order orders ordered", 1],
  ])("%s", (words, stems) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(stems);
  });
});
