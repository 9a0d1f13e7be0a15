import { describe, expect, it } from "vitest";
import { mergeResearch } from "../../src/guide/code/merge-research.ts";
import { researchSections } from "../../src/guide/code/research-sections.ts";
import { countWords, touching, wordsOf } from "../../src/guide/code/words.ts";
import type { Survey } from "../../src/survey/types.ts";

const SURVEY: Survey = {
  version: 1,
  commit: "0123456789abcdef",
  languages: [{ name: "go", files: 2, bytes: 100, share: 1, read: true }],
  dependencies: [],
  frameworks: [{ name: "gin", version: "v1.9.0", file: "go.mod", line: 3 }],
  settings: [],
  routes: [
    { method: "GET", path: "/orders/:id", handler: "show", framework: "gin", file: "orders/routes.go", line: 7 },
    { method: "GET", path: "/invoices", framework: "gin", file: "invoices/routes.go", line: 9 },
  ],
  commands: [],
  types: [{ name: "OrderView", kind: "struct", language: "go", fields: [{ name: "ID", line: 4 }], file: "orders/view.go", line: 3 }],
  tables: [],
  events: [],
  codes: [],
  mail: [],
  names: [],
  naming: [{ kind: "type", style: "PascalCase", count: 1, all: 1, exceptions: [] }],
  modules: [{ name: "orders", files: 2, imports: [], file: "orders", line: 1 }],
  sources: [],
  tests: [],
  services: [],
  unread: [],
};

const HEAD = "---\ntitle: Refunds\n---\n\n# Refunds: Research Report\n";
const sections = researchSections(SURVEY, "A person may take back an order.", "docs/plan/E01/F01");

describe("a research report from the code", () => {
  it("has what the words of the PRD touch, with a link to the line, and the commit", () => {
    const text = mergeResearch("", sections, HEAD);
    expect(text).toContain("at commit `0123456789abcdef`");
    expect(text).toContain(
      "| `GET /orders/:id` | [orders/routes.go:7](../../../../orders/routes.go#L7) | Route of gin, handled by `show` |",
    );
    expect(text).toContain("Type `OrderView`");
    expect(text).not.toContain("invoices/routes.go");
    expect(text).toContain("| Code | gin 1.9.0 |");
  });

  it("keeps what a person has added, and makes its own rows anew", () => {
    const first = mergeResearch("", sections, HEAD)
      .replace("## Architecture Style\n", "## Architecture Style\n\nLayered, decided in 2020.\n")
      .replace(
        "| --- | --- | --- |\n| `GET /orders/:id`",
        "| --- | --- | --- |\n| The mail service | ops team | Call |\n| `GET /orders/:id`",
      )
      .concat("\n## Constraints and Decisions\n\n| Decision | Rationale |\n| --- | --- |\n| One database | audits |\n");
    const moved = { ...SURVEY, routes: [{ ...(SURVEY.routes[0] as Survey["routes"][number]), line: 70 }] };
    const text = mergeResearch(first, researchSections(moved, "order", "docs/plan/E01/F01"), HEAD);
    expect(text).toContain("Layered, decided in 2020.");
    expect(text).toContain("| The mail service | ops team | Call |");
    expect(text).toContain("| One database | audits |");
    expect(text).toContain("orders/routes.go#L70");
    expect(text).not.toContain("#L7)");
    expect(mergeResearch(text, researchSections(moved, "order", "docs/plan/E01/F01"), HEAD)).toBe(text);
  });

  it("weighs rare words more, and leaves out what says nothing", () => {
    expect(wordsOf("GetUserOrders by_id")).toEqual(["order"]);
    expect(touching(["order_line", "order", "refund_order"], (name) => name, countWords("refund order"), 1)).toEqual(["refund_order"]);
  });
});
