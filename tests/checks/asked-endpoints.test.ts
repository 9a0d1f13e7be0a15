import { describe, expect, it } from "vitest";
import { type Changes, reviewChanged } from "../support/mutate.ts";

/** A sentence for the first requirement of refunds, and what is put for a text of the backend design. */
function told(asked: string, from = "", to = ""): string[] {
  const changes: Changes = {
    prd: (text) => text.replace(/^(- \*\*FR-1\*\*: [^\n]*)$/m, (line) => `${line} ${asked}`),
    ...(from !== "" && { "backend-design": (text: string) => text.replaceAll(from, to) }),
  };
  return reviewChanged(changes)
    .findings.filter(({ check, arguments: { kind } }) => check === "missing-literal" && kind === "endpoint")
    .map(({ severity, arguments: { literal } }) => `${severity} ${literal}`);
}

describe("an endpoint that a requirement names is designed under its method and path", () => {
  it.each<[about: string, asked: string, expected: string[]]>([
    ["as it stands", "It is done with `POST /orders/{orderId}/refunds`.", []],
    ["with another name of a place in its path", "It is done with `POST /orders/{id}/refunds`.", []],
    ["with what stands before all paths", "It is done with `POST /api/v1/orders/{id}/refunds`.", []],
    ["not at all", "It is done with `POST /orders/{orderId}/reversals`.", ["warning POST /orders/{orderId}/reversals"]],
    [
      "with another method",
      "`PUT /orders/{orderId}/refunds` does it, and `GET /orders/{orderId}/refunds` lists them.",
      ["error PUT /orders/{orderId}/refunds"],
    ],
    ["what is there already is not asked for", "Today agents use the existing `POST /orders/{orderId}/reversals`.", []],
    ["what goes is not asked for", "It replaces `POST /orders/{orderId}/reversals`.", []],
  ])("%s", (_, asked, expected) => expect(told(asked)).toEqual(expected));

  it("and is missed where the design renames it", () =>
    expect(
      told(
        "`GET /refunds/{refundId}` reads one, `POST /orders/{orderId}/refunds` makes one.",
        "/orders/{orderId}/refunds",
        "/orders/{orderId}/claims",
      ),
    ).toEqual(["error POST /orders/{orderId}/refunds"]));
});
