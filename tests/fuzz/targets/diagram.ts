import { parseDiagram } from "../../../src/diagrams/parse.ts";
import { readMarkdown } from "../../../src/markdown/index.ts";
import { textsIn } from "../corpus.ts";
import { defineTarget, hold } from "../target.ts";

const diagrams = [...textsIn("docs"), ...textsIn("context")].flatMap((text) =>
  readMarkdown(text).blocks.flatMap(({ language, value }) => (language === "mermaid" ? [value] : [])),
);
const OTHERS = [
  "classDiagram\n  class Order {\n    +id: string\n    +refund(amount) Money\n  }\n  Order <|-- Refund\n",
  "stateDiagram-v2\n  [*] --> Pending\n  Pending --> Settled: paid\n  state Pending {\n    [*] --> Waiting\n  }\n",
  'C4Context\n  Person(agent, "Support agent")\n  System(shop, "Shop")\n  Rel(agent, shop, "refunds")\n',
  "gantt\n  title Release\n  section A\n  Build :a1, 2026-11-01, 3d\n",
  "architecture-beta\n  group api(cloud)[API]\n  service db(database)[Database] in api\n  service web(server)[Web] in api\n  db:L -- R:web\n",
  "---\ntitle: x\nconfig:\n  theme: dark\n---\nflowchart LR\n  a --> b\n",
];

/** Mermaid itself, in its thread; a text that it does not get done with is told after twenty seconds. */
export const diagram = defineTarget({
  name: "diagram",
  corpus: [...new Set([...diagrams, ...OTHERS])],
  patience: 25_000,
  run(input) {
    const { problem, graph } = parseDiagram(input);
    const lines = input.split("\n").length;
    hold(
      problem === undefined || (problem.line >= 1 && problem.line <= lines && problem.message !== ""),
      "a problem has its line and words",
    );
    hold(Array.isArray(graph.nodes), "there is a graph, if an empty one");
  },
});
