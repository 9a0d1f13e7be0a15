import { describe, expect, it } from "vitest";
import { reviewExample } from "../support/example.ts";

const { model } = reviewExample();

describe("the facts of the worked example, each with its place", () => {
  it("requirements, from the PRD", () => {
    expect(model.requirements.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 14 }, (_, n) => `FR-${n + 1}`),
      ...Array.from({ length: 7 }, (_, n) => `NFR-${n + 1}`),
    ]);
    expect(model.requirements[0]?.place).toMatchObject({ file: expect.stringMatching(/prd\.md$/), line: 47 });
  });

  it("user flows, integrations, risks and security, from the PRD", () => {
    expect(model.userFlows.map(({ name, steps }) => [name, steps.length])).toEqual([
      ["Refund within the automatic limit", 7],
      ["Refund above the automatic limit", 8],
    ]);
    expect([model.integrations.length, model.prdRisks.length, model.security.length]).toEqual([3, 4, 4]);
    expect(model.interfaceKinds).toEqual(["api"]);
  });

  it("stack, conventions, existing interfaces, components and decisions, from the research report", () => {
    const { stack, conventions, existingInterfaces, components, decisions } = model.research;
    expect([stack.length, conventions.length, existingInterfaces.length, components.length, decisions.length]).toEqual([5, 6, 4, 6, 4]);
    expect(components[0]).toMatchObject({ name: "Refund API", dependencies: "Refund Service, PostgreSQL 16" });
    expect(components[0]?.responsibilities).toContain("validates input");
  });

  it("structures, interfaces and error codes, the same from the contracts and from the backend design", () => {
    const shapes = ({ structures, interfaces, errors }: typeof model.contracts) => ({
      structures: Object.fromEntries(
        structures.map(({ name, fields }) => [name, fields.map(({ name: field, type, required }) => `${field} ${type} ${required}`)]),
      ),
      interfaces: interfaces.map(({ name, kind }) => `${kind} ${name}`),
      errors: errors.map(({ code, status }) => `${code} ${status}`),
    });
    expect(shapes(model.backend)).toEqual(shapes(model.contracts));
    expect(model.backend.interfaces.map(({ name }) => name)).toContain("POST /refunds/{refundId}/decision");
    expect(model.backend.structures.find(({ name }) => name === "Money")).toMatchObject({
      purpose: expect.stringContaining("minor units"),
      fields: [{ name: "amount", type: "integer" }, { name: "currency" }],
    });
  });

  it("entities, from the data design", () => {
    expect(model.entities.map(({ name, columns }) => [name, columns.length])).toEqual([
      ["refunds", 11],
      ["refund_lines", 5],
      ["refund_events", 6],
      ["idempotency_keys", 5],
      ["outbox_messages", 6],
    ]);
    expect(model.entities[0]?.columns[6]).toMatchObject({ name: "note", required: "no", type: "varchar(500)" });
  });

  it("components, flows, integrations, stack, risks, decisions and patterns, from the architecture", () => {
    const { components, flows, internalIntegrations, externalIntegrations, stack, risks, decisions, patterns } = model.architecture;
    expect(components.map(({ name }) => name)).toEqual([
      "Refund API",
      "Refund Service",
      "Approval Policy",
      "Outbox Relay",
      "Refund Worker",
      "Payment Adapter",
    ]);
    expect(flows.map(({ name }) => name)).toEqual(["Refund within the automatic limit", "Refund above the automatic limit"]);
    expect([
      internalIntegrations.length,
      externalIntegrations.length,
      stack.length,
      risks.length,
      decisions.length,
      patterns.length,
    ]).toEqual([1, 2, 4, 3, 6, 10]);
  });

  it("pagination, rate limits, versioning and codebase, from the backend design", () => {
    const { pagination, rateLimits, versioning, codebase } = model.backend;
    expect(pagination.Pattern?.text).toMatch(/^cursor-based/);
    expect(Object.keys(rateLimits)).toEqual(["Limits", "Window", "Throttling"]);
    expect(versioning["Current version"]?.text).toBe("v1");
    expect(codebase.Decision?.text).toMatch(/^extend/);
  });

  it("mentions, with the place that a reader can go to", () => {
    const mention = model.mentions.find(({ id, document }) => id === "FR-14" && document === "architecture");
    expect(mention?.place).toMatchObject({ file: expect.stringMatching(/02-architecture\.md$/) });
  });
});
