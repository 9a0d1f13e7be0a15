import { describe, expect, it } from "vitest";
import { closest, nameKey, titleKey } from "../../src/text/names.ts";

describe("names compare as a reader compares them", () => {
  it.each([
    ["OrderService", "Order Service"],
    ["order-service", "Order Service"],
    ["order_service", "ORDER SERVICE"],
    ["Bestellübersicht", "bestell-übersicht"],
    ["受注 サービス", "受注サービス"],
  ])("%s is %s", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
  it("Order Service is not Order Server", () => expect(nameKey("Order Service")).not.toBe(nameKey("Order Server")));
});

describe("titles compare without their numbering", () => {
  it.each([
    ["2. Data Flow", "Data Flow"],
    ["2.1 Data Flow", "Data Flow"],
    ["Step 3: Data Flow", "Data Flow"],
    ["Risks and Mitigations", "Risks & Mitigations"],
    ["Pagination (if applicable)", "Pagination"],
  ])("%s is %s", (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });
  it("a year is no numbering when it is the title", () => expect(titleKey("2026")).toBe("2026"));
});

describe("did you mean", () => {
  it.each([
    ["Data Flows", "Data Flow"],
    ["Componet Details", "Component Details"],
    ["refundLine", "RefundLine"],
  ])("%s means %s", (name, expected) => {
    expect(closest(name, ["Data Flow", "Component Details", "RefundLine", "Money"])).toBe(expected);
  });
  it("nothing where nothing is close", () => expect(closest("Glossary", ["Data Flow", "Risks"])).toBeUndefined());
});
