import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";
import { openRenderer, type Renderer } from "../../src/render/renderer.ts";

const browser = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "chromium")));

/** Where the stand-ins for the browser could go wrong: labels with markup, colours, configuration, shapes, icons. */
const TEXTS = [
  'flowchart LR\n  a["<b>Refund</b> API<br/>v2"] --> b("`**bold**`")',
  "flowchart LR\n  a@{ shape: cyl, label: Orders } --> b@{ shape: doc }",
  "flowchart LR\n  a@{ shape: nosuchshape }",
  "sequenceDiagram\n  box Aqua Backend\n  participant A\n  end\n  A->>A: think",
  "sequenceDiagram\n  box rgb(1, 2, 3) Backend\n  participant A\n  end\n  A-)A: think",
  "sequenceDiagram\n  A->>B: x\n  deactivate B",
  '%%{init: {"flowchart": {"htmlLabels": false}}}%%\nflowchart LR\n  a["x < y"] --> b',
  "---\nconfig:\n  theme: forest\n---\nclassDiagram\n  class List~Refund~ {\n    +int size\n  }",
  "classDiagram\n  class A {\n    +String name",
  'erDiagram\n  REFUND ||--o{ LINE : "has"\n  LINE {\n    decimal(10) amount PK "the sum"\n  }',
  "erDiagram\n  REFUND ||--o LINE",
  'C4Context\n  Person(u, "User")\n  System_Ext(s, "Gateway")\n  Rel(u, s, "pays")',
  "stateDiagram-v2\n  state fork <<fork>>\n  [*] --> fork\n  fork --> a",
  "architecture-beta\n  group api(cloud)[API]\n  service db(database)[Orders] in api",
  "pie showData\n  \"a\" : 3.5\n  'b' : 2",
  "mindmap\n  root((mind))\n    ::icon(fa fa-book)\n    a",
  "xychart-beta\n  x-axis [a, b]\n  bar [1, two]",
];

describe.skipIf(!browser)("the verdict without a browser is the browser's", () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(process.env);
  });
  afterAll(() => renderer.close());

  it.each(TEXTS)("%s", async (text) => {
    const drawn = await renderer.draw(text, "svg", "default").then(
      () => true,
      () => false,
    );
    expect(parseDiagram(text).problem === undefined).toBe(drawn);
  });
});
