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
    ["two people edit the same order at once", "optimistic-locking"],
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

describe("the right page is among the first three for what people ask", () => {
  it.each<[question: string, right: string[]]>([
    ["two clerks edit the same record and one change is lost", ["optimistic-locking"]],
    ["somebody else saved the form before me", ["optimistic-locking"]],
    ["keep seats for five minutes until the customer has paid", ["holds-and-reservations"]],
    ["two people take the last free place at the same moment", ["holds-and-reservations", "transactional-boundaries"]],
    ["payment arrives after the reservation has expired", ["holds-and-reservations"]],
    ["make sure only one instance runs the nightly job", ["leases-and-fencing"]],
    ["a worker that was paused comes back and writes old data", ["leases-and-fencing"]],
    ["elect a leader among three replicas", ["leases-and-fencing"]],
    ["rename a database column while old pods are still running", ["expand-and-contract", "schema-migrations"]],
    ["change a field's format without stopping the service", ["expand-and-contract", "versioning"]],
    ["fill a new column for millions of old rows", ["backfills"]],
    ["compute a value for all existing orders without slowing the shop down", ["backfills"]],
    ["never send the same email twice", ["at-most-once-messages"]],
    ["we do not know whether the sms was sent", ["at-most-once-messages"]],
    ["keep the search index in step with the database", ["change-data-capture", "read-model"]],
    ["copy every change of a table into the warehouse", ["change-data-capture"]],
    ["turn a feature on for some customers only", ["feature-flags"]],
    ["switch something off in production without a release", ["feature-flags"]],
    ["payment provider may have charged the card although we got no answer", ["idempotent-requests", "timeout", "retry", "saga"]],
    ["user double clicks the submit button", ["idempotent-requests"]],
    ["safe against double clicks", ["idempotent-requests"]],
    ["webhook comes twice", ["idempotent-requests"]],
    ["partner calls us back when it is done, and sometimes repeats the call", ["idempotent-requests"]],
    ["the list of orders has a million rows", ["pagination"]],
    ["scroll through results while new ones arrive", ["pagination"]],
    ["customer imports a huge file and the browser times out", ["long-running-requests", "job-processing"]],
    ["export takes ten minutes", ["long-running-requests", "job-processing"]],
    ["show progress of a long import", ["long-running-requests", "job-processing"]],
    ["one customer must not use up the capacity of all", ["rate-limiting", "bulkhead", "multi-tenancy"]],
    ["answer 429 when a client calls too often", ["rate-limiting"]],
    ["old app versions still call the old endpoint", ["versioning"]],
    ["what should an error response look like", ["error-translation", "response-structure"]],
    ["hide internal errors from callers", ["error-translation"]],
    ["order stored but the event never reached the broker", ["transactional-outbox"]],
    ["events must be in order for one customer", ["event-streaming", "partitioning", "publish-and-subscribe"]],
    ["read the events of last week again", ["event-streaming"]],
    ["cancel the hotel when the flight booking fails", ["saga"]],
    ["steps of a process that takes days and waits for people", ["workflow-orchestration"]],
    ["retry with growing delays", ["retry"]],
    ["do not hammer a service that is already failing", ["circuit-breaker", "retry"]],
    ["one slow partner uses all our threads", ["bulkhead", "timeout"]],
    ["how long should we wait for an answer", ["timeout"]],
    ["what do users see while the recommendation service is away", ["fallback"]],
    ["consumer is slower than producer", ["back-pressure", "flow-control"]],
    ["spread the work over many workers and collect the results", ["fan-out-and-fan-in"]],
    ["store results of expensive queries for a while", ["cache-aside"]],
    ["cached price is wrong after a change", ["cache-invalidation"]],
    ["where do api keys for the provider live", ["secret-management"]],
    ["rotate database passwords", ["secret-management"]],
    ["managers may approve, clerks may not", ["role-based-access-control"]],
    ["check the token of each request", ["token-authentication"]],
    ["delete personal data after two years", ["retention"]],
    ["keep records for ten years and then remove them", ["retention"]],
    ["add an index to a large table without locking it", ["schema-migrations"]],
    ["follow one request through five services", ["distributed-tracing"]],
    ["get woken up only when users are affected", ["alerting-on-service-levels"]],
    ["count requests and errors", ["metrics"]],
    [
      "finish running requests before the process stops",
      ["component-lifecycle", "rolling-deployment", "resource-cleanup", "process-registry"],
    ],
    ["deploy without dropping requests", ["rolling-deployment", "blue-green-deployment"]],
    ["users choose which mails they want", ["notification-preferences"]],
    ["separate reports from the transactional tables", ["read-model"]],
    ["test that our api still fits what the app expects", ["contract-testing"]],
    ["several frontends need different answers", ["backend-for-frontend"]],
    ["wrong settings should stop the service at start", ["configuration-validation"]],
    ["pay less for machines at night", ["autoscaling", "spot-capacity"]],
    ["our supplier's service is offline for an hour, what now", ["circuit-breaker", "fallback", "retry"]],
    ["customers get charged two times", ["idempotent-requests"]],
    ["app resends the order after losing network", ["idempotent-requests"]],
    ["inventory goes negative during a sale", ["holds-and-reservations", "transactional-boundaries"]],
    ["booked the same room for two guests", ["holds-and-reservations", "transactional-boundaries"]],
    ["admin and customer change the profile simultaneously", ["optimistic-locking", "transactional-boundaries"]],
    ["cron starts on every pod", ["leases-and-fencing", "scheduling"]],
    ["the job was started while the previous run is still going", ["scheduling", "leases-and-fencing"]],
    ["generating a pdf report is too slow for a request", ["long-running-requests", "job-processing", "message-queue"]],
    ["mobile client wants fewer calls", ["backend-for-frontend", "api-gateway"]],
    ["where to put authentication for ten services", ["api-gateway", "token-authentication", "layered-security"]],
    ["move from one column to two without an outage", ["expand-and-contract", "schema-migrations"]],
    ["new mandatory field for old customers", ["backfills", "expand-and-contract", "schema-migrations"]],
    ["analysts run heavy queries on production", ["read-model", "change-data-capture"]],
    ["elasticsearch shows products that were deleted", ["change-data-capture", "cache-invalidation"]],
    ["reminder was mailed twice after a crash", ["at-most-once-messages", "idempotent-requests"]],
    ["launch to ten percent of the users", ["canary-deployment", "feature-flags"]],
    ["rollback within seconds", ["blue-green-deployment", "feature-flags"]],
    ["requests fail while we deploy", ["rolling-deployment", "component-lifecycle", "blue-green-deployment"]],
    ["gdpr erasure of a user", ["retention"]],
    ["audit entries must stay for years", ["retention"]],
    ["queue grows faster than it is emptied", ["back-pressure", "dynamic-scaling"]],
    ["process a csv with a hundred thousand lines", ["job-processing", "long-running-requests", "pipeline"]],
    ["poison message blocks the queue", ["message-queue", "error-classification", "event-streaming"]],
    ["ordering of messages per account", ["event-streaming", "partitioning", "publish-and-subscribe"]],
    ["compensate when the third step fails", ["saga"]],
    ["approval takes a week", ["workflow-orchestration", "role-based-access-control"]],
    ["too many open connections to postgres", ["connection-pooling"]],
    ["thundering herd when the cache is empty", ["cache-aside", "cache-layers"]],
    ["price is old for an hour after the change", ["cache-invalidation"]],
    ["vendor gives 429, what shall we do", ["retry", "rate-limiting", "api-client-abstraction", "circuit-breaker"]],
    ["limit what each tenant can do", ["rate-limiting", "multi-tenancy", "bulkhead"]],
    ["stack traces leak to users", ["error-translation"]],
    ["which http status for a missing resource", ["error-translation", "response-structure", "resource-design"]],
    ["sign webhooks", ["token-authentication", "layered-security", "secret-management"]],
    ["store stripe key", ["secret-management"]],
    ["find why a request took five seconds", ["distributed-tracing"]],
    ["pager rings at night for nothing", ["alerting-on-service-levels"]],
  ])("%s", (question, right) => {
    const hits = searchPatterns(patterns, question, 10).map(({ pattern }) => pattern.slug);
    expect(hits.length).toBeLessThanOrEqual(10);
    expect(
      hits.slice(0, 3).some((slug) => right.includes(slug)),
      hits.slice(0, 5).join(", "),
    ).toBe(true);
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
