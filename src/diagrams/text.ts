/** The kinds of diagram that Mermaid 11 knows, by the word that they begin with. */
export const DIAGRAM_TYPES = [
  "flowchart",
  "graph",
  "sequenceDiagram",
  "classDiagram",
  "classDiagram-v2",
  "stateDiagram",
  "stateDiagram-v2",
  "erDiagram",
  "journey",
  "gantt",
  "pie",
  "quadrantChart",
  "requirementDiagram",
  "requirement",
  "gitGraph",
  "C4Context",
  "C4Container",
  "C4Component",
  "C4Dynamic",
  "C4Deployment",
  "mindmap",
  "timeline",
  "zenuml",
  "sankey",
  "sankey-beta",
  "xychart",
  "xychart-beta",
  "block",
  "block-beta",
  "packet",
  "packet-beta",
  "kanban",
  "architecture",
  "architecture-beta",
  "radar-beta",
  "treemap",
  "treemap-beta",
  "info",
  "flowchart-elk",
  "swimlane-beta",
  "treeView-beta",
  "venn-beta",
  "ishikawa-beta",
] as const;

/** Front matter, directives and comments are no part of what is drawn; their lines stay, empty. */
export function drawnLines(text: string): string[] {
  const blank = (part: string) => part.replace(/[^\n]/g, "");
  return text
    .replace(/^\s*---\n[\s\S]*?\n---(?=\n|$)/, blank)
    .replace(/%%\{[\s\S]*?\}%%/g, blank)
    .split("\n")
    .map((line) => (/^\s*%%/.test(line) ? "" : line));
}

/** @returns the word that a diagram begins with; empty for a block that draws nothing. */
export function diagramType(text: string): string {
  const first = drawnLines(text).find((line) => line.trim() !== "") ?? "";
  return /^\s*([A-Za-z][\w-]*)/.exec(first)?.[1] ?? "";
}

/** @returns a label with its entities (`#quot;`, `#35;`) as the characters that they stand for. */
export function plainLabel(label: string): string {
  return (
    label
      // The marks under which Mermaid hides entities from its grammars.
      .replace(/\uFB02\u00B0\u00B0(\d+)\u00B6\u00DF/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
      .replace(/\uFB02\u00B0(\w+)\u00B6\u00DF/g, (whole, name: string) => ENTITIES[name] ?? whole)
      .trim()
  );
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", nbsp: " ", semi: ";", colon: ":" };

/** What a reader sees first of a label: without quotes, line breaks, markup and remarks in brackets. */
export function labelName(label: string): string {
  const [first = ""] = plainLabel(label)
    .replace(/^(["'`]{1,9})([\s\S]*?)\1$/, "$2")
    .split(/<br\s*\/?>|\\n|\n/i);
  return first
    .replace(/<[^>]{0,300}>/g, "")
    .replace(/[*`"]/g, "")
    .replace(/(?<!\s)\s*[([{].*$/s, "")
    .trim();
}
