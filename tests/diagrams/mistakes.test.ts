import { describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";

/** A common mistake, the line at which it is told, what to write, and the mended line where it is mended by itself. */
const MISTAKES: [mistake: string, text: string, line: number, instead: string, mended?: string][] = [
  ["unquoted-label", "flowchart LR\n  a[Refund API (public)] --> b", 2, '["Refund API (public)"]', '  a["Refund API (public)"] --> b'],
  ["unquoted-label", "flowchart LR\n  a -->|on failure (3x)| b", 2, '|"on failure (3x)"|', '  a -->|"on failure (3x)"| b'],
  ["unquoted-label", "flowchart LR\n  a[(Orders (EU))]", 2, '("Orders (EU)")', '  a[("Orders (EU)")]'],
  ["unquoted-label", "flowchart LR\n  a{refund <= {limit}?} --> b", 2, "", '  a{"refund <= {limit}?"} --> b'],
  ["unquoted-label", "flowchart LR\n  subgraph Data (EU)\n  a\n  end", 2, '"Data (EU)"', '  subgraph "Data (EU)"'],
  ["unquoted-label", "flowchart LR\n  a[/api/refunds] --> b", 2, '["/api/refunds"]', '  a["/api/refunds"] --> b'],
  ["nested-quotes", 'flowchart LR\n  a["the "new" API"]', 2, "", '  a["the #quot;new#quot; API"]'],
  ["word-end", "flowchart LR\n  begin --> end", 2, 'end_["end"]', '  begin --> end_["end"]'],
  ["word-end", "sequenceDiagram\n  A->>end: ask", 2, "end_"],
  ["missing-end", "flowchart LR\n  subgraph stores\n  a --> b", 2, "end"],
  ["missing-end", "sequenceDiagram\n  alt found\n  A->>B: ask\n  else gone\n  A->>C: ask", 2, "end"],
  ["surplus-end", "sequenceDiagram\n  A->>B: ask\n  end", 3, ""],
  ["wrong-arrow", "flowchart LR\n  a -> b\n  b -> c", 2, "-->", "  a --> b"],
  ["wrong-arrow", "flowchart LR\n  a → b", 2, "-->", "  a --> b"],
  ["wrong-arrow", "sequenceDiagram\n  A => B: ask", 2, "->>", "  A->>B: ask"],
  ["wrong-arrow", "stateDiagram-v2\n  new -> paid", 2, "-->", "  new --> paid"],
  ["semicolon", "sequenceDiagram\n  A->>B: check; then store", 2, "#59;", "  A->>B: check#59; then store"],
  ["missing-colon", "sequenceDiagram\n  A->>B", 2, ":"],
  ["missing-colon", "sequenceDiagram\n  A->>B: ask\n  Note over A - waits", 3, ":"],
  ["participant-alias", "sequenceDiagram\n  participant A: Refund API", 2, "A as Refund API", "  participant A as Refund API"],
  ["attribute-order", "erDiagram\n  REFUND {\n    id: bigint PK\n  }", 3, "bigint id", "    bigint id PK"],
  ["direction", "flowchart DOWN\n  a --> b", 1, "TD"],
  ["direction", "flowchart lr\n  a --> b", 1, "LR", "flowchart LR"],
  ["header", "flowchat LR\n  a --> b", 1, "flowchart", "flowchart LR"],
  ["header", "sequence diagram\n  A->>B: ask", 1, "sequenceDiagram", "sequenceDiagram"],
  ["comment", "flowchart LR\n  a --> b // usual way", 2, "%% usual way", "%% usual way"],
  ["second-diagram", "flowchart LR\n  a --> b\n\ngraph TD\n  c --> d", 4, ""],
  ["stray-text", "sequenceDiagram\n  A->>B: ask\nThen B thinks about it.", 3, "%% Then B thinks about it."],
  ["unclosed-label", "flowchart LR\n  a[Refund API --> b\n  b --> c", 2, "]"],
  ["comment", "% the usual way\nflowchart LR\n  a --> b", 1, "%% the usual way", "%% the usual way"],
  ["comment", "flowchart LR\n  % the usual way\n  a --> b", 2, "%% the usual way", "%% the usual way"],
  ["missing-header", "participant A\nA->>B: ask", 1, "sequenceDiagram", "sequenceDiagram"],
  ["missing-header", "client[Client] --> api[Refund API]\napi --> db[(Refunds)]", 1, "flowchart TB"],
  ["missing-header", "ORDER ||--o{ REFUND : has", 1, "erDiagram", "erDiagram"],
  ["missing-source", "flowchart LR\n  --> c", 2, "source_ --> c"],
  ["missing-source", "sequenceDiagram\n  ->>B: ask", 2, "source_ ->>B: ask"],
  ["missing-target", "flowchart LR\n  b --> c\n  a -->", 3, "a --> target_"],
  ["missing-target", "sequenceDiagram\n  A->>: ask\n  B-->>A: yes", 2, "A->> target_: ask"],
  ["missing-target", "erDiagram\n  ORDER ||--o{ : has", 2, "ORDER ||--o{ target_ : has"],
  ["missing-quote", 'flowchart LR\n  a["Refund API] --> b["Orders"]\n  b --> c', 2, "", '  a["Refund API"] --> b["Orders"]'],
  ["missing-quote", 'flowchart LR\n  a[Refund API"] --> b', 2, "", '  a["Refund API"] --> b'],
  ["missing-quote", 'erDiagram\n  ORDER ||--o{ REFUND : "is paid back by\n', 2, "", '  ORDER ||--o{ REFUND : "is paid back by"'],
  ["attribute-keys", "erDiagram\n  REFUND {\n    uuid order_id FK UK\n  }", 3, "FK, UK", "    uuid order_id FK, UK"],
  ["reserved-word", "sequenceDiagram\n  participant Link\n  A->>Link: ask", 2, "participant Link_ as Link", "  participant Link_ as Link"],
  ["reserved-word", "sequenceDiagram\n  participant Create as Creation\n  A->>Create: ask", 2, "", "  participant Create_ as Creation"],
  ["reserved-word", "flowchart LR\n  call --> api", 2, 'call_["call"]', '  call_["call"] --> api'],
  ["inactive-participant", "sequenceDiagram\n  A->>B: ask\n  deactivate B", 3, "activate B"],
];

describe("the common mistakes are named, and mended where nothing else can be meant", () => {
  it.each(MISTAKES)("%s: %s", (id, text, line, instead, mended) => {
    const mistake = parseDiagram(text).problem?.mistake;
    expect(mistake).toMatchObject({ id, line, ...(instead && { instead }) });
    expect(mistake?.mended?.split("\n")[line - 1]).toBe(mended);
    if (mistake?.mended !== undefined) expect(parseDiagram(mistake.mended).problem).toBeUndefined();
  });
});

it("several mistakes are mended together, and the first is told", () => {
  const text = 'flowchart LR\n  a[Refund (new)] -> b[Order (old)]\n  b --> c["the "last" one"]';
  const mistake = parseDiagram(text).problem?.mistake;
  expect(mistake).toMatchObject({ id: "unquoted-label", line: 2 });
  expect(mistake?.mended).toBe('flowchart LR\n  a["Refund (new)"] --> b["Order (old)"]\n  b --> c["the #quot;last#quot; one"]');
});

it("what is mended in part is not offered as mended", () => {
  const mistake = parseDiagram("flowchart LR\n  a -> b\n  c ~~~~> ((( d").problem?.mistake;
  expect(mistake).toMatchObject({ id: "wrong-arrow", line: 2 });
  expect(mistake?.mended).toBeUndefined();
});
