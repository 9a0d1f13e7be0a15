import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { composeDocument } from "../../src/agents/outline/compose.ts";
import { parseLanguage } from "../../src/context/lexicon/parse.ts";
import { nextStep, OUTPUT_KINDS } from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const FEATURE = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${FEATURE.epic}/${FEATURE.feature}`;

/** The headings of both outputs, in the words of a team. */
const HEADINGS: Readonly<Record<"German" | "Chinese", Readonly<Record<string, string>>>> = {
  German: {
    "Architecture Overview": "Überblick über die Architektur",
    "Key Design Decisions": "Tragende Entscheidungen",
    "Architectural Patterns": "Verwendete Muster",
    "System Architecture Diagram": "Bild des Systems",
    "Component Details": "Bausteine im Einzelnen",
    "Data Flow": "Wege der Daten",
    "Integration Points": "Anbindungen",
    "Internal Integrations": "Anbindungen im Haus",
    "External Integrations": "Anbindungen nach außen",
    "Technology Stack": "Eingesetzte Technik",
    "Technical Risks & Mitigations": "Technische Risiken und Gegenmittel",
    "Requirements Coverage": "Abdeckung der Anforderungen",
    "Departures and Open Questions": "Abweichungen und Offenes",
    "Related Documents": "Verwandte Dokumente",
    "Interface Overview": "Überblick über die Schnittstellen",
    "Codebase Analysis": "Befund am Code",
    "DTO / Data Structures": "Datenstrukturen im Einzelnen",
    "Interface Specifications": "Beschreibung der Schnittstellen",
    "API Endpoints": "Endpunkte",
    "Error Handling": "Umgang mit Fehlern",
    "Error Codes": "Fehlernummern",
    "Error Response Format": "Form einer Fehlerantwort",
    "Recovery Strategies": "Wege aus dem Fehler",
    Pagination: "Blättern",
    "Rate Limiting": "Begrenzung der Last",
    Versioning: "Fassungen",
    "Cross-Domain Alignment": "Abgleich mit den Nachbarn",
    "Data Mapping": "Zuordnung der Daten",
    "Contract Alignment": "Abgleich mit den Verträgen",
    "Security Notes": "Hinweise zur Sicherheit",
  },
  Chinese: {
    "Architecture Overview": "架构总览",
    "Key Design Decisions": "关键决策说明",
    "Architectural Patterns": "采用的模式",
    "System Architecture Diagram": "系统全图",
    "Component Details": "各组件说明",
    "Data Flow": "数据流向",
    "Integration Points": "对接点",
    "Internal Integrations": "内部对接",
    "External Integrations": "外部对接",
    "Technology Stack": "所用技术",
    "Technical Risks & Mitigations": "技术风险与对策",
    "Requirements Coverage": "需求覆盖",
    "Departures and Open Questions": "偏离与待定",
    "Related Documents": "相关文档",
    "Interface Overview": "接口总览",
    "Codebase Analysis": "代码现状",
    "DTO / Data Structures": "数据结构说明",
    "Interface Specifications": "接口说明",
    "API Endpoints": "端点",
    "Error Handling": "错误处理办法",
    "Error Codes": "错误码一览",
    "Error Response Format": "错误响应的形式",
    "Recovery Strategies": "恢复办法",
    Pagination: "翻页",
    "Rate Limiting": "限流办法",
    Versioning: "版本办法",
    "Cross-Domain Alignment": "跨域对齐",
    "Data Mapping": "数据对应",
    "Contract Alignment": "契约对齐",
    "Security Notes": "安全说明",
  },
};

/** Labels, columns and answers as the lexicon's first phrase for each has them. */
function wordsIn(language: string): { labels: Record<string, string>; answers: Record<string, string> } {
  const { labels, answers } = parseLanguage(readFileSync(`context/lexicon/${language}.yaml`, "utf8"), language);
  const firsts = (all: Partial<Record<string, string[]>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, phrases]) => {
        const first = phrases?.[0];
        return first ? [[name, first.charAt(0).toUpperCase() + first.slice(1)]] : [];
      }),
    );
  return { labels: firsts(labels), answers: firsts(answers) };
}

type Words = ReturnType<typeof wordsIn>;

const inWordsOf = (headings: Readonly<Record<string, string>>, { labels, answers }: Words, text: string) =>
  text
    .replace(/^(#{2,4} )(.+?)( \(if applicable\))?$/gm, (whole, rank, title, optional = "") =>
      headings[title] === undefined ? whole : `${rank}${headings[title]}${optional}`,
    )
    .replace(/^((?:- )?\*\*)([^*\n]+)(\*\*:)/gm, (whole, before, label, after) => (labels[label] ? before + labels[label] + after : whole))
    .replace(/^\|(.+)\|(?=\n\|[ |-]+\|\n)/gm, (_, cells: string) => {
      const columns = cells.split("|").map((cell) => ` ${labels[cell.trim()] ?? cell.trim()} `);
      return `|${columns.join("|")}|`;
    })
    .replace(/\| (yes|no) (?=\|)/g, (_, answer) => `| ${answers[answer]} `)
    .replace(/\| (Applied|Declined)\b/g, (_, answer: string) => `| ${answers[answer.toLowerCase()]}`)
    // A link to a heading that bears another name now leads to the document.
    .replace(/(\(0[24][\w-]{1,30}\.md)#[\w-]{1,60}\)/g, "$1)");

/** The worked example in a workspace whose templates and outputs are translated: headings, labels, columns and answers. */
function workspaceIn(headings: Readonly<Record<string, string>>, words: Words): string {
  const root = makeWorkspace();
  copyExamples(root, "docs/plan/E00-examples", "docs/adr");
  mkdirSync(join(root, "context/templates"), { recursive: true });
  for (const name of readdirSync("context/templates").filter((each) => each.endsWith(".md")))
    writeFileSync(join(root, "context/templates", name), inWordsOf(headings, words, readFileSync(`context/templates/${name}`, "utf8")));
  translateOutputs(root, headings, words);
  return root;
}

const OUTPUTS = ["02-architecture.md", "04-backend-design.md"];

function translateOutputs(root: string, headings: Readonly<Record<string, string>>, words: Words): void {
  for (const file of OUTPUTS) writeFileSync(join(root, FOLDER, file), inWordsOf(headings, words, readFileSync(join(FOLDER, file), "utf8")));
}

/** What the facts of both outputs say, without places. */
function factsIn(root: string): unknown[] {
  const { architecture, backend } = reviewIn(root, FEATURE).model;
  const components = architecture.components.map(({ name, purpose, dependencies, interfaces }) => [
    name,
    purpose,
    dependencies,
    interfaces,
  ]);
  const interfaces = backend.interfaces.map(({ name, values }) => [name, Object.entries(values).map(([label, { text }]) => [label, text])]);
  const structures = backend.structures.map(({ name, fields }) => [name, fields.map(({ place: _, typePlace: __, ...field }) => field)]);
  const rows = [...architecture.stack, ...architecture.risks, ...architecture.externalIntegrations].map(({ cells }) =>
    Object.entries(cells).map(([column, { text }]) => [column, text]),
  );
  const errors = backend.errors.map(({ code, status, meaning }) => [code, status, meaning]);
  return [components, interfaces, structures, rows, errors];
}

const LANGUAGES = { German: "de", Chinese: "zh" } as const;

describe.each(Object.entries(HEADINGS))("templates in %s", (language, headings) => {
  const words = wordsIn(LANGUAGES[language as keyof typeof LANGUAGES]);
  const titles = Object.values(headings);

  it("check: what is right is right in these words, and what is missing is told in them", () => {
    const root = workspaceIn(headings, words);
    expect(reviewIn(root, FEATURE).findings.map(({ check, message, place }) => `${check} ${message} ${place.line}`)).toEqual([]);
    expect(factsIn(root)).toEqual(factsIn(process.cwd()));
    const file = join(root, FOLDER, "04-backend-design.md");
    const codes = headings["Error Codes"] ?? "";
    writeFileSync(file, readFileSync(file, "utf8").replace(`### ${codes}\n`, "### XYZ\n"));
    const told = reviewIn(root, FEATURE).findings.filter(({ check }) => check === "missing-section");
    expect(told.map(({ arguments: { title } }) => title)).toContain(codes);
    const steps = words.labels["Processing steps"] ?? "";
    writeFileSync(file, readFileSync(file, "utf8").replace(`**${steps}**`, "**XYZ**"));
    const texts = reviewIn(root, FEATURE).findings.map(({ text }) => text);
    expect(texts.some((text) => text.includes(`Expected **${steps}** for`))).toBe(true);
  });

  it("check: the shipped templates understand labels, columns and answers of the language too", () => {
    const root = makeWorkspace();
    copyExamples(root, "docs/plan/E00-examples", "docs/adr");
    translateOutputs(root, {}, words);
    expect(reviewIn(root, FEATURE).findings.map(({ check, message, place }) => `${check} ${message} ${place.line}`)).toEqual([]);
    expect(factsIn(root)).toEqual(factsIn(process.cwd()));
  });

  it("brief and draft: both name the sections as the team does", () => {
    const root = workspaceIn(headings, words);
    for (const file of ["02-architecture.md", "04-backend-design.md"]) writeFileSync(join(root, FOLDER, file), "# Refunds\n");
    const review = reviewIn(root, FEATURE);
    expect(JSON.stringify(nextStep(review))).toContain(headings["Architecture Overview"]);
    for (const column of ["Decision", "Rationale"]) expect(JSON.stringify(nextStep(review))).toContain(words.labels[column]);
    const sections = OUTPUT_KINDS.flatMap((kind) => composeDocument(review.model, kind));
    expect(sections.length).toBeGreaterThan(15);
    for (const { section } of sections) expect(titles).toContain(section);
    const written = sections.map(({ body }) => body).join("\n");
    expect(Object.keys(headings).filter((title) => new RegExp(`^#+ ${title}$`, "m").test(written))).toEqual([]);
    for (const label of ["Error responses", "Technology", "Mitigation"]) expect(written).toContain(words.labels[label]);
    expect(Object.keys(words.labels).filter((label) => label !== words.labels[label] && written.includes(`**${label}**:`))).toEqual([]);
  });
});
