import { describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";

/** Every kind of diagram that Mermaid knows, drawn in its smallest form. */
const DRAWN = [
  "flowchart LR\n  a --> b",
  "graph TD\n  a --> b",
  "sequenceDiagram\n  A->>B: ask\n  B-->>A: answer",
  "classDiagram\n  A <|-- B",
  "stateDiagram-v2\n  [*] --> a",
  "erDiagram\n  A ||--o{ B : has",
  "journey\n  section Day\n    Work: 5: me",
  "gantt\n  dateFormat YYYY-MM-DD\n  section A\n  Task :a1, 2026-01-01, 3d",
  'pie\n  "a" : 3',
  "quadrantChart\n  x-axis Low --> High\n  a: [0.3, 0.6]",
  'requirementDiagram\n  requirement r {\n    id: 1\n    text: "the text"\n    risk: high\n    verifymethod: test\n  }',
  "gitGraph\n  commit",
  'C4Context\n  Person(u, "User")',
  'C4Container\n  Container(a, "API")',
  "mindmap\n  root\n    a",
  "timeline\n  2026 : start",
  "sankey-beta\na,b,3",
  "xychart-beta\n  bar [1, 2]",
  "block-beta\n  a b",
  'packet-beta\n  0-7: "type"',
  "kanban\n  todo\n    a[Task]",
  "architecture-beta\n  service db(database)[Orders]",
  "radar-beta\n  axis a, b, c\n  curve x{1, 2, 3}",
  'treemap-beta\n"a"\n  "b": 3',
];

describe("Mermaid's own verdict, without a browser", () => {
  it.each(DRAWN)("%s", (text) => {
    expect(parseDiagram(text).problem).toBeUndefined();
  });

  it("does not depend on what was read before", () => {
    const texts = [...DRAWN, "flowchart LR\n  a[b", "pie\n  x : y", "sequenceDiagram\n  A->>B: %%{init: {}}%% x"];
    // With another comment it is another text, which is read anew.
    const first = texts.map((text) => parseDiagram(`%% 1\n${text}`).problem);
    const again = texts.toReversed().map((text) => parseDiagram(`%% 2\n${text}`).problem);
    expect(again.toReversed()).toEqual(first);
  });
});

describe("a graph", () => {
  it.each([
    'block\n  block\n    a["A"] b\n  end',
    "flowchart LR\n  subgraph one\n    a --> b\n  end",
    "stateDiagram-v2\n  state fork <<fork>>\n  a --> fork",
  ])("depends on nothing but the text: %j", (text) => {
    const first = parseDiagram(`${text}\n%% 1`).graph;
    expect(first.nodes.length).toBeGreaterThan(0);
    expect(parseDiagram(`${text}\n%% 2`).graph).toEqual(first);
  });

  it("has no group for a block without a name", () => {
    expect(parseDiagram('block\n  block\n    a["A"] b\n  end').graph).toMatchObject({
      groups: [],
      nodes: [
        { label: "A", groups: [] },
        { label: "b", groups: [] },
      ],
    });
  });

  it("has the line of each arrow, by whole names in their order", () => {
    const { arrows } = parseDiagram("flowchart LR\n  ab --> a\n  b --> ab\n  a --> ab\n  a --> b & c\n  é --> a").graph;
    expect(arrows.map(({ from, to, line }) => `${from} ${to} ${line}`)).toEqual(["ab a 2", "b ab 3", "a ab 4", "a b 5", "a c 5", "é a 6"]);
  });
});

describe("where Mermaid stops, in the lines that were written", () => {
  it.each([
    ["flowchart LR\n  a --> b\n  c ~~~~> ((( d", 3],
    ["%% a comment\n%% another\nflowchart LR\n  a --> b\n  c ~~~~> ((( d", 5],
    ["---\ntitle: Refunds\n---\nflowchart LR\n  a --> b\n  c ~~~~> ((( d", 6],
    ['%%{init: {"theme": "dark"}}%%\nflowchart LR\n\n  %% here\n  c ~~~~> ((( d', 5],
    ["pie\n  %% shares\n  one : two", 3],
    ["---\ntitle: [\n---\nflowchart LR\n  a --> b", 3],
    ["erDiagram\n  A {\n    int\n  }", 3],
    ["flowchart LR\r\n  a --> b\r\n  c ~~~~> ((( d", 3],
    // Mermaid ends a line at a carriage return, files do at a newline.
    ["flowchart LR\n  a --> b\r  c ~~~~> ((( d", 2],
    ["sequenceDiagram\rparticipant c\no", 2],
    ["flowchart\r[", 1],
  ])("%j", (text, line) => {
    expect(parseDiagram(text).problem).toMatchObject({ kind: "syntax", line });
  });
});

describe("bad input ends in a verdict, in bounded time", () => {
  it.each<[string, string, string | undefined]>([
    ["nothing at all", "", "empty"],
    ["only comments", "%% soon\n%% very soon", "empty"],
    ["only front matter", "---\ntitle: Refunds\n---\n", "empty"],
    ["no kind of diagram", "drawing of refunds", "type"],
    ["a megabyte", `flowchart LR\n${"  a --> b\n".repeat(100_000)}`, "size"],
    ["a million backticks", "`".repeat(1_000_000), "size"],
    ["groups in groups in groups", `flowchart LR\n${"subgraph x\n".repeat(2_000)}a\n${"end\n".repeat(2_000)}`, undefined],
    ["brackets in brackets", `flowchart LR\n  a${"[".repeat(20_000)}`, "syntax"],
    [
      "a front matter that reaches for prototypes",
      "---\n__proto__:\n  polluted: yes\nconfig:\n  __proto__: {polluted: yes}\n---\nflowchart LR\n  a",
      undefined,
    ],
    ["a bomb of aliases", `---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n---\nflowchart LR\n  a`, undefined],
    [
      "a directive that brings script",
      `%%{init: {"securityLevel": "loose", "themeCSS": "</style><script>alert(1)</script>"}}%%\nflowchart LR\n  a`,
      undefined,
    ],
    ["a click that loads an address", 'flowchart LR\n  a --> b\n  click a "javascript:alert(1)"', undefined],
    ["labels from right to left", 'flowchart LR\n  a["طلب استرداد"] --> b["订单服务 🚀"]', undefined],
    ["control characters", "flowchart LR\n  a[\u0000\u202e] --> b", undefined],
  ])("%s", (_, text, kind) => {
    const { problem } = parseDiagram(text);
    if (kind !== undefined || problem) expect(problem?.kind).toMatch(kind ?? /syntax|time/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("a text that Mermaid does not get done with is given up, and the next one is read", () => {
    const classes = Array.from({ length: 2_400 }, (_, n) => `class C${n}`).join("\n");
    const slow = `classDiagram\n${classes}\n${Array.from({ length: 1_400 }, (_, n) => `C${n}<|--C${n + 1}`).join("\n")}`;
    expect(parseDiagram(slow).problem?.kind ?? "drawn").toMatch(/^(?:time|drawn)$/);
    expect(parseDiagram("flowchart LR\n  a --> after").problem).toBeUndefined();
  });
});

it("columns behind a carriage return count from the newline before it", () => {
  const { problem } = parseDiagram("flowchart LR\n  a --> b\r  c ~~~~> ((( d");
  const { problem: alone } = parseDiagram("flowchart LR\n  c ~~~~> ((( d");
  expect(problem?.column).toBe((alone?.column ?? 0) + "  a --> b\r".length);
});
