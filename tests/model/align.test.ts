import { describe, expect, it } from "vitest";
import { loadShipped } from "../../src/context/shipped.ts";
import { parseTemplate } from "../../src/context/template.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { alignDocument, withChildren } from "../../src/model/documents/align.ts";
import { readValues } from "../../src/model/documents/items.ts";
import { readItems } from "../../src/model/documents/records.ts";
import { sectionNames } from "../../src/model/documents/section-names.ts";

const template = parseTemplate(
  "---\nkind: architecture\n---\n\n# {T}\n\n## Overview\n\n{x}\n\n## Parts & Pieces\n\n### {Part Name}\n\n**Purpose**: {x}\n\n**Needs**: {x}\n\n## Data Flow\n\n<!-- facts: flows -->\n\n{x}\n\n## Paging (if applicable)\n\n<!-- when: api -->\n\n{x}\n",
  "t.md",
);
const align = (text: string, applies = (_: string) => false) =>
  alignDocument(readMarkdown(text), template.sections, applies, sectionNames(loadShipped().lexicon));

describe("a document beside its template", () => {
  it.each([
    ["as the template writes it", "# D\n\n## Overview\n\n## Parts & Pieces\n\n## Data Flow\n"],
    ["in another case and with numbers", "# D\n\n## 1. overview\n\n## 2) PARTS AND PIECES\n\n## 3 Data flow\n"],
    ["by a synonym of its heading", "# D\n\n## Overview\n\n## Parts & Pieces\n\n## Data Flow Diagrams\n"],
    ["in another language", "# D\n\n## Overview\n\n## Parts & Pieces\n\n## 3. Datenflüsse\n"],
    ["without a title", "## Overview\n\n## Parts & Pieces\n\n## Data Flow\n"],
    ["with sections of its own", "# D\n\n## Overview\n\n## Glossary\n\n## Parts & Pieces\n\n## History\n\n## Data Flow\n"],
  ])("finds every section: %s", (_, text) => {
    const alignments = align(text).slice(0, 3);
    expect(alignments.map(({ sections }) => sections.length)).toEqual([1, 1, 1]);
    expect(alignments.filter(({ misplaced }) => misplaced)).toEqual([]);
  });

  it("tells a misspelt heading from a missing one", () => {
    const [overview, , flow] = align("# D\n\n## Parts & Pieces\n\n## Dataa Flow\n\n## Something else\n");
    expect([overview?.sections, overview?.misspelt]).toEqual([[], undefined]);
    expect(flow?.misspelt?.title).toBe("Dataa Flow");
  });

  it("of a changed order, blames as few sections as possible", () => {
    const alignments = align("# D\n\n## Data Flow\n\n## Overview\n\n## Parts & Pieces\n");
    expect(alignments.filter(({ misplaced }) => misplaced).map(({ template: { title } }) => title)).toEqual(["Data Flow"]);
  });

  it("requires an optional section only where its condition holds", () => {
    expect(align("# D\n").map(({ required }) => required)).toEqual([true, true, true, false]);
    expect(align("# D\n", (when) => when === "api").map(({ required }) => required)).toEqual([true, true, true, true]);
  });
});

describe("a repeated section", () => {
  const items = (text: string) => {
    const parts = align(text)[1]?.children[0];
    return parts ? readItems(parts, ({ line, column }) => ({ file: "d.md", line, column })) : [];
  };
  const expected = [
    { name: "Store", purpose: "keeps", needs: "Disk" },
    { name: "Index", purpose: "finds", needs: "Store" },
  ];
  it.each([
    [
      "as headings with fields",
      "### Store\n\n**Purpose**: keeps\n\n**Needs**: Disk\n\n### Index\n\n**Purpose**: finds\n\n**Needs**: Store\n",
    ],
    [
      "as headings with lists of fields",
      "### Store\n\n- **Purpose**: keeps\n- **Needs**: Disk\n\n### Index\n\n- **needs**: Store\n- **purpose**: finds\n",
    ],
    [
      "as headings with subheadings",
      "### Store\n\n#### Purpose\n\nkeeps\n\n#### Needs\n\nDisk\n\n### Index\n\n#### Purpose\n\nfinds\n\n#### Needs\n\nStore\n",
    ],
    ["as a table", "| Part | Purpose | Needs |\n| --- | --- | --- |\n| Store | keeps | Disk |\n| Index | finds | Store |\n"],
    [
      "as a table with columns in another order",
      "| Needs | Part | Note | Purpose |\n| --- | --- | --- | --- |\n| Disk | Store | n | keeps |\n| Store | Index | n | finds |\n",
    ],
    [
      "as two tables that name the same parts",
      "| Part | Purpose |\n| --- | --- |\n| Store | keeps |\n| Index | finds |\n\n| Part | Needs |\n| --- | --- |\n| Index | Store |\n| store | Disk |\n",
    ],
    [
      "as a table, and what it does not say below headings",
      "| Part | Purpose |\n| --- | --- |\n| Store | keeps |\n| Index | finds |\n\n### Store\n\n**Needs**: Disk\n\n### Index\n\n**Needs**: Store\n",
    ],
    [
      "as a table whose columns bear the labels that teams write",
      "| Part | Summary | Needs |\n| --- | --- | --- |\n| Store | keeps | Disk |\n| Index | finds | Store |\n",
    ],
  ])("gives the same facts %s", (_, text) => {
    expect(
      items(`# D\n\n## Parts & Pieces\n\n${text}`).map(({ name, values }) => ({
        name,
        purpose: values.Purpose?.text,
        needs: values.Needs?.text,
      })),
    ).toEqual(expected);
  });

  it("keeps two parts of one name apart where both say the same things", () => {
    const twice = "### Store\n\n**Purpose**: keeps\n\n**Needs**: Disk\n\n### Store\n\n**Purpose**: sells\n\n**Needs**: Till\n";
    expect(items(`# D\n\n## Parts & Pieces\n\n${twice}`).map(({ values }) => values.Needs?.text)).toEqual(["Disk", "Till"]);
  });

  it("does not take any table for one", () => {
    expect(items("# D\n\n## Parts & Pieces\n\n| Term | Meaning |\n| --- | --- |\n| a | b |\n")).toEqual([]);
  });
});

it.each([
  ["- **Arguments and options**: `a` text\n- **Output format**: a table\n", "a text", "a table"],
  ["- **Arguments**: `a` text\n- **Options**: `--b` flag\n- **Output**: a table\n", "a text; --b flag", "a table"],
])("reads a command's labels and their synonyms: %j", (text, given, output) => {
  const [section] = readMarkdown(`# verify\n\n${text}`).sections;
  const labels = ["Arguments and options", "Output format"];
  const values = section && readValues(section, labels, ({ line, column }) => ({ file: "d.md", line, column }));
  expect(labels.map((label) => values?.[label]?.text)).toEqual([given, output]);
});

describe("sections of the inputs below the headings of another language", () => {
  const { templates, lexicon } = loadShipped();
  const familiesOf = (kind: "contracts" | "data-design", titles: readonly string[]) =>
    alignDocument(
      readMarkdown(`# T\n\n${titles.map((title) => `## ${title}\n\nx\n`).join("\n")}`),
      templates.find((each) => each.kind === kind)?.sections ?? [],
      () => true,
      sectionNames(lexicon),
    )
      .flatMap(withChildren)
      .filter(({ sections, template: { repeated } }) => sections.length > 0 && !repeated)
      .map(({ template: { facts } }) => facts);

  it.each([
    ["Russian", ["Обзор", "Связи", "Сущности", "Сопоставление"]],
    ["Japanese", ["概要", "ER図", "テーブル定義", "マッピング"]],
    ["French", ["Aperçu", "Relations", "Entités", "Correspondance"]],
    ["Korean", ["개요", "엔티티 관계", "테이블 정의", "매핑"]],
    ["German", ["Überblick", "Beziehungen", "Entitäten", "Zuordnung"]],
  ])("a data design in %s", (_, titles) =>
    expect(familiesOf("data-design", titles)).toEqual(["overview", "relationships", "entities", "mapping"]),
  );

  it.each([
    ["Spanish", ["Estructuras de datos", "Endpoints", "Eventos", "Códigos de error"]],
    ["Japanese", ["データ構造", "エンドポイント", "イベント", "エラーコード"]],
    ["Chinese", ["数据结构", "接口列表", "事件", "错误码"]],
    ["English", ["DTOs", "Endpoints", "Events", "Errors"]],
  ])("contracts in %s, each part below a heading of its own", (_, titles) =>
    expect(familiesOf("contracts", titles)).toEqual(["structures", "endpoints", "events", "errors"]),
  );

  it("interfaces below a heading that names them all", () => {
    const document = readMarkdown("# T\n\n## Schnittstellen\n\n### Endpunkte\n\n#### GET /boats\n\nx\n");
    const contracts = templates.find(({ kind }) => kind === "contracts")?.sections ?? [];
    const found = alignDocument(document, contracts, () => true, sectionNames(lexicon)).flatMap(withChildren);
    expect(found.flatMap(({ template, sections }) => sections.map(({ title }) => `${template.title}: ${title}`))).toEqual([
      "Interfaces: Schnittstellen",
      "API Endpoints: Endpunkte",
      "{METHOD /path}: GET /boats",
    ]);
  });
});
