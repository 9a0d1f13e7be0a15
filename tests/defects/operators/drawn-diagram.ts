import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { asBlocks } from "../words.ts";

/** A diagram is given another tool's name. */
function* otherTool(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, span } of document.markdown.blocks)
      if (language === "mermaid")
        for (const tool of ["plantuml", "dot", "d2"])
          yield mutant(`${tool} for a diagram`, [
            document,
            replace({ start: span.start, end: span.start + "```mermaid".length }, `${HERE}\`\`\`${tool}`),
          ]);
}

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

const TOOLS = {
  PlantUML: fence("plantuml", "@startuml\nClient -> Server : request\n@enduml"),
  "PlantUML without a name": fence("", "@startuml\nactor Agent\nAgent -> API : refund\n@enduml"),
  "PlantUML as text": fence("text", "@startuml\n[API] --> [Database]\n@enduml"),
  Graphviz: fence("", "digraph system {\n  api -> database;\n}"),
  "indented PlantUML": `The parts are:\n\n${HERE}    @startuml\n    Client -> Server : request\n    @enduml`,
};
const ASCII = {
  "boxes of signs": fence("", "+--------+      +----------+\n| Client | ---> | Database |\n+--------+      +----------+"),
  "boxes of lines": fence("text", "┌────────┐     ┌──────────┐\n│ Client │ ──▶ │ Database │\n└────────┘     └──────────┘"),
  "arrows from word to word": fence("", "Client --> API --> Service --> Database"),
  "indented boxes": `The parts are:\n\n${HERE}    +--------+\n    | Client |\n    +--------+\n        |\n    +--------+\n    | Server |\n    +--------+`,
  "boxes with a language": fence("bash", "+--------+      +----------+\n| Client | ---- | Database |\n+--------+      +----------+"),
};
const TREES = {
  "a tree of lines": fence("", "src/\n├── api/\n│   └── refunds.ts\n└── worker/"),
  "a tree of signs": fence("text", "src\n|-- api\n|   `-- refunds.ts\n`-- worker"),
  "a tree from a shell": fence("bash", "$ tree src\nsrc\n├── api\n└── worker"),
  "an indented tree": `The folders are:\n\n${HERE}    src\n    ├── api\n    └── worker`,
};

export default defineOperators("drawn-diagram", [
  { name: "other-tool", apply: otherTool, alsoExpected: ["missing-diagram"] },
  { name: "add-tool", apply: (model) => asBlocks(model, TOOLS), alsoExpected: ["line-count"] },
  { name: "draw-by-hand", apply: (model) => asBlocks(model, ASCII), alsoExpected: ["line-count"] },
  { name: "draw-tree", apply: (model) => asBlocks(model, TREES), alsoExpected: ["line-count"] },
]);
