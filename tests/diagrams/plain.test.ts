import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainly } from "../../src/diagrams/plain/read.ts";
import { askThread } from "../../src/diagrams/thread.ts";
import type { Graph } from "../../src/diagrams/types.ts";

/** Words as people write them in diagrams; the awkward ones are rare, so that most diagrams can be read plainly. */
const plainWord = fc.constantFrom("api", "Order", "Service", "db", "queue", "ends", "o1", "v2", "A", "B", "C", "Refund", "one", "state");
const awkwardWord = fc.constantFrom(
  ..."end graph x default style class note loop as PK to option rect and u href wrap break box participant".split(" "),
);
const word = fc.oneof({ weight: 40, arbitrary: plainWord }, { weight: 1, arbitrary: awkwardWord });
const awkwardText = fc.constantFrom(
  "3 %",
  "50%",
  "user's",
  "a/b",
  "(new)",
  "x,",
  "what?",
  "--",
  "<br/>",
  "#1",
  ";",
  ":",
  "@",
  "ü",
  '"',
  "{",
  "->",
);
const text = fc
  .array(fc.oneof({ weight: 20, arbitrary: word }, { weight: 1, arbitrary: awkwardText }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" "));
const line = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((texts) => texts.join(""));

const shape = fc.oneof(
  fc.constant(""),
  line('["', text, '"]'),
  line('[("', text, '")]'),
  line('(["', text, '"])'),
  line("[", text, "]"),
  line("(", text, ")"),
  line('{"', text, '"}'),
);
const arrow = fc.oneof(fc.constantFrom(" --> ", " --- ", " -.-> ", " ==> ", " -> ", "-->"), line(" -->|", text, "| "));
const flowchart = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: line("  ", word, shape, arrow, word, shape) },
      { weight: 2, arbitrary: line("  ", word, shape) },
      { weight: 1, arbitrary: line("  ", word, " & ", word, arrow, word, arrow, word) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('  subgraph app["Application"]', "  subgraph data", "  end", "", "  %% a remark", "  direction LR"),
      },
    ),
    { maxLength: 8 },
  )
  .map((lines) => ["flowchart LR", ...lines].join("\n"));

const party = fc.oneof(word, line(word, " ", word));
const sequence = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: line("  ", party, fc.constantFrom("->>", "-->>", "-)", "--x", "->>+", "-->>-", "->"), party, ": ", text) },
      { weight: 2, arbitrary: line("  ", fc.constantFrom("participant ", "actor "), word, fc.constantFrom("", " as "), party) },
      { weight: 2, arbitrary: line("  ", fc.constantFrom("alt ", "opt ", "loop ", "par ", "else ", "and ", "critical ", "option "), text) },
      { weight: 2, arbitrary: fc.constant("  end") },
      { weight: 1, arbitrary: line("  Note over ", word, ": ", text) },
    ),
    { maxLength: 8 },
  )
  .map((lines) => ["sequenceDiagram", ...lines].join("\n"));

const er = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: line("  ", word, fc.constantFrom(" ||--o{ ", " }o--|| ", " ||..|{ ", " |o--o| ", " --o{ "), word, " : ", word),
      },
      { weight: 2, arbitrary: line("  ", word, " ||--o{ ", word, ' : "', text, '"') },
      { weight: 2, arbitrary: line("  ", word, " {") },
      {
        weight: 3,
        arbitrary: line(
          "    ",
          word,
          fc.constantFrom("", "(10)", "[]"),
          " ",
          word,
          fc.constantFrom("", " PK", " PK, FK", " XX"),
          fc.constantFrom("", ' "why"'),
        ),
      },
      { weight: 2, arbitrary: fc.constant("  }") },
    ),
    { maxLength: 7 },
  )
  .map((lines) => ["erDiagram", ...lines].join("\n"));

/** Mermaid keeps no lines; where they are found again is the one thing in which the two may differ. */
function drawn({ nodes, arrows, entities, groups }: Graph) {
  const unplaced = <T extends { line: number }>(list: readonly T[]) => list.map(({ line: _, ...rest }) => rest);
  return {
    nodes: unplaced(nodes),
    arrows: unplaced(arrows),
    groups: groups.toSorted((a, b) => a.id.localeCompare(b.id)),
    entities: unplaced(entities.map((entity) => ({ ...entity, attributes: unplaced(entity.attributes) }))),
  };
}

describe("what is read without Mermaid is what Mermaid reads", () => {
  it.each([
    ["flowcharts", flowchart],
    ["sequence diagrams", sequence],
    ["entity relationship diagrams", er],
  ])("%s", (_, diagrams) => {
    let plain = 0;
    fc.assert(
      fc.property(diagrams, (text) => {
        const read = readPlainly(text);
        if (!read) return;
        plain++;
        const parsed = askThread(text);
        expect(parsed?.problem).toBeUndefined();
        expect(drawn(read.graph)).toEqual(drawn(parsed?.graph as Graph));
      }),
      { numRuns: Number(process.env.RUNS ?? 600) },
    );
    // A law that is never put to the test proves nothing.
    expect(plain).toBeGreaterThan(10);
  });

  it.each([
    'flowchart TB\n  subgraph app["Application: refunds"]\n    api["Refund API"] --> service["Refund Service"]\n  end\n  service -->|reads, writes| db[("PostgreSQL 16")]',
    "sequenceDiagram\n  actor agent as Support Agent\n  participant api as Refund API\n  agent->>api: request, with its key\n  alt found\n    api-->>agent: 200 with the refund\n  else\n    api-->>agent: 404\n  end",
    'erDiagram\n  refunds ||--|{ refund_lines : "consists of"\n  refunds {\n    uuid id PK "the key"\n    varchar(40) state\n  }',
  ])("%s", (text) => {
    expect(readPlainly(text)?.graph).toEqual(askThread(text)?.graph);
  });
});
