import { describe, expect, it } from "vitest";
import { type DocumentKind, readFeatureFacts, review, reviewSystem, withText } from "../../src/core.ts";
import { context, features, workspace } from "../support/system-example.ts";

const STOCK = "E00-F03-stock-reservations";

type Changes = Partial<Record<DocumentKind, (text: string) => string>>;

/** What is said across features when one of them is changed. */
function told(name: string, changes: Changes, config = context.config): string[] {
  const models = features.map((feature) => {
    if (feature.key.feature !== name) return review(feature, context).model;
    const changed = (Object.entries(changes) as [DocumentKind, (text: string) => string][]).reduce((before, [kind, change]) => {
      const text = before.documents[kind]?.markdown.text ?? "";
      const after = change(text);
      if (after === text) throw new Error(`the change to ${kind} changes nothing`);
      return withText(workspace, before, kind, after);
    }, feature);
    return review(changed, context).model;
  });
  return reviewSystem(models.map(readFeatureFacts), { ...context, config }).findings.map(({ check, message }) => `${check} ${message}`);
}

const addBelow = (words: string, line: string) => (text: string) =>
  text.replace(new RegExp(`^.*${words}.*$`, "m"), (row) => `${row}\n${line}`);
const component = (row: string): Changes => ({ architecture: addBelow("\\| Replay Job \\| Gives", row) });
const stack = (row: string): Changes => ({ architecture: addBelow("\\| Messaging \\| Apache", row) });
const withRabbit = (text: string) => text.replaceAll("Apache Kafka 3.8", "RabbitMQ 3.13");
const owned = (owner: string, changes: Changes): Changes => ({
  ...changes,
  architecture: (text) => (changes.architecture ?? ((same: string) => same))(text.replace(/^owner: .*/m, `owner: ${owner}`)),
});

describe("no contradiction", () => {
  it.each<[string, Changes]>([
    [
      "the same component of one owner in other words",
      owned("payments-team", {
        architecture: (text) =>
          withRabbit(
            addBelow(
              "\\| Replay Job \\| Gives",
              "| Outbox Relay | Hands promised messages on | Publish executions | PostgreSQL 16 | none |",
            )(text),
          ),
      }),
    ],
    [
      "an integration that is internal in both",
      { architecture: addBelow("\\| Product Search \\| Events", "| Order Service | REST | Lines of an order |") },
    ],
    [
      "an event that another feature consumes",
      component("| Stock Mirror | Mirrors stock | Copy levels | Message Broker | Consumes `stock.committed` |"),
    ],
    [
      "an event whose topic an integration names",
      component("| Stock Mirror | Mirrors stock | Copy levels | Message Broker | Consumes messages of `shop.orders` |"),
    ],
    [
      "a key, a role and a path that are no events",
      component(
        "| Stock Mirror | Mirrors stock | Copy levels | Message Broker | Reads `stock-operator`, `max.poll.records` and calls `GET /stock-counts/{sku}` |",
      ),
    ],
    [
      "one code with one meaning, worded otherwise",
      { "backend-design": addBelow("\\| `BROKER_UNAVAILABLE` \\| retried", "| `ORDER_NOT_FOUND` | 404 | There is no order of this id |") },
    ],
    [
      "a status of HTTP beside a fate",
      {
        "backend-design": addBelow(
          "\\| `BROKER_UNAVAILABLE` \\| retried",
          "| `ORDER_NOT_FOUND` | dead letter | The order does not exist |",
        ),
      },
    ],
    ["a version that is more exact", stack("| Reporting | Spring Boot 3.3.4 on Java 21 | As the payments service |")],
    ["a version that is open", stack("| Reporting | Java 17 or later | As the payments service |")],
    ["another product of another team", stack("| Reporting | MariaDB 11 | As the reporting tool asks for it |")],
    [
      "two products of different roles in one layer",
      owned("payments-team", {
        architecture: (text) =>
          withRabbit(text).replace(
            "| Messaging | RabbitMQ 3.13",
            "| Data | Redis 7 | Levels are read 500 times a second |\n| Messaging | RabbitMQ 3.13",
          ),
      }),
    ],
  ])("%s", (_, changes) => {
    expect(told(STOCK, changes)).toEqual([]);
  });
});

describe("a choice that is written down is no drift", () => {
  const decide = (words: string) => addBelow("\\| Expiry depends on how late", `| ${words} | NFR-4: the standby is older |`);
  it.each<[string, string, string[]]>([
    ["undecided", "Stock is kept as it is", ["technology-drift version"]],
    ["decided", "PostgreSQL 15 until the standby is replaced", []],
    ["another product decided", "Go everywhere", ["technology-drift version"]],
  ])("%s", (_, decision, expected) => {
    const older = (text: string) => decide(decision)(text.replace("PostgreSQL 16 with pgx", "PostgreSQL 15 with pgx"));
    expect(told(STOCK, { architecture: older })).toEqual(expected);
  });
});

describe("levels and suppressions hold across features too", () => {
  const drift = stack("| Reporting | Java 17 | The reports are older |");
  const suppressed = (comment: string): Changes => stack(`| Reporting | Java 17 | The reports are older ${comment} |`);

  it.each<[string, Changes, string[]]>([
    ["told", drift, ["technology-drift version"]],
    ["suppressed with a reason", suppressed("<!-- groundplan-ignore technology-drift: moved next spring -->"), []],
    [
      "a suppression of something else",
      suppressed("<!-- groundplan-ignore duplicate-endpoint: moved next spring -->"),
      ["technology-drift version", "unused-suppression unused"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(told(STOCK, changes).sort()).toEqual(expected);
  });

  it("switched off", () => {
    expect(told(STOCK, drift, { ...context.config, checks: { "technology-drift": "off" } })).toEqual([]);
  });
});
