import { describe, expect, it } from "vitest";
import { isKnown, partyKeys } from "../../src/model/diagrams/parties.ts";
import { type Change, reviewChanged, told } from "../support/mutate.ts";

describe("a name in a picture is one that was declared", () => {
  it.each([
    ["routes/items.py", "app/api/routes/items.py", true],
    ["app/api/routes/items.py", "routes/items.py", true],
    ["routes/items.py (changed)", "`app/api/routes/items.py` (changed)", true],
    ["PostgreSQL", "PostgreSQL: orders, refunds and their events", true],
    ["routes/users.py", "app/api/routes/items.py", false],
    ["items.py", "app/orders/basket.py", false],
    ["Orders", "Warning: orders", false],
  ])("%s beside %s: %s", (drawn, declared, known) => {
    expect(isKnown(drawn, partyKeys([declared]))).toBe(known);
  });
});

it("whether a component is there already is no part of its name, and columns may bear everyday words", () => {
  const architecture: Change = (text) =>
    text
      .replace(/^\| Refund API \|/m, "| Refund API (changed) |")
      .replace("| Layer | Technology | Justification |", "| Layer | Choice | Why |")
      .replace(/\| Decision \| Rationale \|/, "| Decision | Why |");
  expect(told(reviewChanged({ architecture }))).toEqual([]);
});
