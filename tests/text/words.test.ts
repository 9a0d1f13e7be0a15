import { describe, expect, it } from "vitest";
import { listen } from "../../src/text/words.ts";

describe("whether a text says a word", () => {
  it.each([
    ["A retry is bounded.", "retry", true],
    ["Retries are bounded.", "retry", false],
    ["It retried twice, then timed out.", "time", true],
    ["Timeouts of 2 s", "timeout", true],
    ["the Dead-Letter\n  Queue", "dead letter queue", true],
    ["a dead letter", "dead-letter", true],
    ["after 30s", "s", true],
    ["subtle", "ttl", false],
    ["ttl2", "ttl", false],
    ["TTL: 5 minutes", "ttl", true],
    ["unbounded, bounded", "bounded", true],
    ["unbounded", "bounded", false],
    ["über-retry", "retry", true],
    ["überretry", "retry", false],
    ["", "retry", false],
    ["anything", "", false],
    ["a (c++) b", "(c++)", true],
  ])("%j says %j: %s", (text, word, says) => expect(listen(text).says([word])).toBe(says));

  it("any of several will do", () => {
    expect(listen("kept for 24 hours").says(["ttl", "kept"])).toBe(true);
    expect(listen("kept for 24 hours").says([])).toBe(false);
  });
});
