import { expect, it } from "vitest";
import { byConsequence } from "../../src/core.ts";
import { reviewChanged } from "../support/mutate.ts";

it("what contradicts comes before what is left out, and form comes last; errors before warnings", () => {
  const { findings } = reviewChanged({
    architecture: (text) =>
      text
        .replace(
          "Accepting a refund and executing it",
          `${"The console asks again, and the service answers as before. ".repeat(14)}Accepting and executing`,
        )
        .replace(/^last_updated:.*$/m, "last_updated: soon"),
    "backend-design": (text) =>
      text
        .replace("| `Refund` | `amount` | `Money` |", "| `Refund` | `amount` | `Mony` |")
        .replace("/orders/{orderId}/refunds", "/orders/{orderId}/refund"),
  });
  const order = byConsequence(findings).map(({ check, severity }) => `${severity} ${check}`);
  const at = (entry: string) => order.indexOf(entry);
  expect(at("error contract-mismatch")).toBe(0);
  expect(at("error undefined-type")).toBeGreaterThan(at("error contract-mismatch"));
  expect(at("error front-matter")).toBeGreaterThan(at("error undefined-type"));
  expect(order.findLastIndex((entry) => entry.startsWith("error"))).toBeLessThan(at("warning dense-text"));
});
