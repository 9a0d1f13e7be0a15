import { describe, expect, test } from "vitest";
import { loadContext, openWorkspace, searchPatterns } from "../../src/index.ts";

const { root, config } = openWorkspace(".");
const { patterns } = loadContext(root, config);

const slugs = (question: string, category?: string) => searchPatterns(patterns, question, category).map(({ pattern }) => pattern.slug);

describe("everyday questions find the right pattern first", () => {
  test.each([
    ["third party api is down", "circuit-breaker"],
    ["list gets too long for one answer", "pagination"],
    ["same payment request sent twice", "idempotent-requests"],
    ["slow dependency hangs our requests", "timeout"],
    ["undo the steps of a process across services", "saga"],
    ["work in the background with a queue", "message-queue"],
    ["breaking change for older clients", "versioning"],
    ["try again after a temporary failure", "retry"],
    ["show the last known value while the service is down", "fallback"],
    ["how to validate the input of a request", "request-validation"],
    ["which error code should we answer", "error-translation"],
    ["one entrance for mobile and web clients", "api-gateway"],
  ])("%s: %s", (question, slug) => {
    expect(slugs(question)[0]).toBe(slug);
  });
});

describe("searching", () => {
  test("a misspelt name is found all the same", () => expect(slugs("circut braker")[0]).toBe("circuit-breaker"));
  test("words that no pattern has find nothing", () => expect(slugs("kubernetes zebra")).toEqual([]));
  test("words that say nothing find everything, in the catalogue's order", () =>
    expect(slugs("how do we do it")).toEqual(patterns.map(({ slug }) => slug)));
  test("a category narrows", () => {
    expect(slugs("", "integration")).toEqual(patterns.filter(({ category }) => category === "integration").map(({ slug }) => slug));
    expect(slugs("third party api is down", "api")).not.toContain("circuit-breaker");
  });
  test("what is deprecated stands below what is current", () => {
    const found = searchPatterns(patterns, "a change of data and a message, dual write");
    expect(found.map(({ pattern }) => pattern.slug)).toContain("dual-write");
    expect(found[0]?.pattern.status).toBe("current");
  });
});
