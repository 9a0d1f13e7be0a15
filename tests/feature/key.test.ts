import { describe, expect, it } from "vitest";
import { featureKey } from "../../src/feature/key.ts";
import { KnownError } from "../../src/findings/errors.ts";

describe("keys", () => {
  it.each(["E01-shop", "E01-F02-order-refunds", "a", "v1.2_final", "E04"])("takes %s", (name) => {
    expect(featureKey(name, name)).toEqual({ epic: name, feature: name });
  });

  it.each([
    ["parent folder", ".."],
    ["dots inside", "a..b"],
    ["hidden", ".git"],
    ["slash", "a/b"],
    ["backslash", "a\\b"],
    ["absolute", "/etc"],
    ["control character", "a\u0007b"],
    ["newline", "a\n"],
    ["NUL", "a\0"],
    ["trailing dot", "a."],
    ["trailing space", "a "],
    ["quote", 'a"'],
    ["empty", ""],
    ["300 characters", "x".repeat(300)],
    ["device name", "CON"],
    ["bidi override", "a\u202eb"],
    ["percent escape", "%2e%2e"],
  ])("refuses %s, and says what a key is", (_, name) => {
    expect(() => featureKey(name, "ok")).toThrow(KnownError);
    try {
      featureKey("ok", name);
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: "key" });
      expect((thrown as KnownError).message.length).toBeLessThan(120);
    }
  });
});
