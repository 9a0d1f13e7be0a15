import { describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";

const names = (text: string) => parseDiagram(text).graph.nodes.map(({ label, role, groups }) => [label, role, ...groups].join(" / "));

describe("the nodes of a flowchart", () => {
  it.each([
    [
      "labels in every shape",
      'flowchart LR\n  a["Refund API"] --> b(["Worker"])\n  b --> c[("Orders")] & d{{Relay}}',
      ["Refund API / part", "Worker / part", "Orders / store", "Relay / part"],
    ],
    ["a label over two lines: the first is the name", 'flowchart LR\n  a["Refund API<br/>Spring Boot"]', ["Refund API / part"]],
    ["a remark in brackets is no part of the name", 'graph TD\n  a["Refund API (Spring Boot)"]', ["Refund API / part"]],
    [
      "groups, nested",
      'flowchart TB\n  subgraph app["Application"]\n    subgraph core\n      a["Service"]\n    end\n  end\n  b["Client"]',
      ["Service / part / Application / core", "Client / part"],
    ],
    [
      "ids without labels",
      "flowchart LR\n  OrderService --> Payments -->|asks| Ledger",
      ["OrderService / part", "Payments / part", "Ledger / part"],
    ],
    [
      "a label that comes later than the arrow",
      'flowchart LR\n  a --> b\n  a["Refund API"]\n  b["Worker"]',
      ["Refund API / part", "Worker / part"],
    ],
    [
      "comments, styles, classes and directives",
      "%%{init: {}}%%\nflowchart LR\n  %% a[x]\n  a[Api]:::hot --> b[Db]\n  classDef hot fill:#f00\n  style a fill:#fff",
      ["Api / part", "Db / part"],
    ],
    [
      "arrows with words and of every length",
      "flowchart LR\n  a[A] -- sends --> b[B]\n  b -.-> c[C]\n  c ==>|hot| d[D]\n  d --o e[E]",
      ["A / part", "B / part", "C / part", "D / part", "E / part"],
    ],
    ["the shapes of Mermaid 11", 'flowchart LR\n  a@{ shape: cyl, label: "Orders" } --> b', ["Orders / store", "b / part"]],
  ])("%s", (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("the participants of a sequence diagram", () => {
  it.each([
    [
      "declared, with an alias",
      "sequenceDiagram\n  actor u as Support Agent\n  participant A as Refund API\n  u->>A: hello",
      ["Support Agent / actor", "Refund API / part"],
    ],
    [
      "from the messages",
      "sequenceDiagram\n  Client->>Order Service: ask\n  Order Service-->>Client: answer",
      ["Client / part", "Order Service / part"],
    ],
    ["in a box", "sequenceDiagram\n  box Backend\n  participant A\n  end\n  A->>A: think", ["A / part / Backend"]],
  ])("%s", (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});
