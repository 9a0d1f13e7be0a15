/** A drawing that is not Mermaid. */
export type Drawing = { form: "tool"; tool: string } | { form: "tree" | "ascii" };

const TOOLS: readonly [string, RegExp][] = [
  ["PlantUML", /@start(?:uml|mindmap|json|yaml|gantt|salt)\b|^[ \t]{0,80}!(?:include|theme)\b/m],
  ["Graphviz", /^[ \t]{0,80}(?:strict[ \t]{1,9})?(?:di)?graph[ \t]{1,9}(?:"[^"\n]{0,80}"|\w{1,80})?\s{0,9}\{[\s\S]{0,2000}?(?:->|--)/m],
  ["D2", /^[\w.]{1,80}[ \t]{0,9}->[ \t]{0,9}[\w.]{1,80}[ \t]{0,9}:[ \t]{0,9}\S/m],
];

/** Names of languages that draw, and that are not Mermaid. */
const LANGUAGES: Readonly<Record<string, string>> = {
  plantuml: "PlantUML",
  puml: "PlantUML",
  uml: "PlantUML",
  dot: "Graphviz",
  graphviz: "Graphviz",
  d2: "D2",
  ditaa: "ditaa",
  svgbob: "Svgbob",
  pikchr: "Pikchr",
  structurizr: "Structurizr",
  nomnoml: "nomnoml",
  wavedrom: "WaveDrom",
};

/** Languages of blocks that hold no code: what looks like a drawing there is one. */
const PLAIN = new Set(["", "text", "txt", "plain", "plaintext", "ascii", "asciiart", "art", "diagram", "flow", "none"]);

/** @returns what the text of a block draws, under the language that the block names. */
export function drawingIn(text: string, language: string): Drawing | undefined {
  const tool = toolOf(text, language);
  if (tool) return { form: "tool", tool };
  return isTree(text) ? { form: "tree" } : isDrawn(text, language) ? { form: "ascii" } : undefined;
}

function toolOf(text: string, language: string): string | undefined {
  if (Object.hasOwn(LANGUAGES, language)) return LANGUAGES[language];
  return language === "" || language === "text" ? TOOLS.find(([, marks]) => marks.test(text))?.[0] : undefined;
}

/** Branches drawn down the left side, with names behind them. */
function isTree(value: string): boolean {
  if (/[┌┐╔╗╭╮]/.test(value)) return false;
  return (value.match(/^[ \t│|]{0,80}(?:[├└]──|[|`+]--(?=\s))[ \t]{0,9}\S/gm) ?? []).length >= 2;
}

/** Boxes, or arrows from one to another, over several lines. In code an arrow may be an operator, or end a comment. */
function isDrawn(value: string, language: string): boolean {
  const corners = (value.match(/[┌┐└┘├┤┬┴┼╔╗╚╝╭╮╰╯]|\+-{2,200}\+?/g) ?? []).length;
  const rulers = (value.match(/^[ \t]{0,80}[|│][^\n]{0,400}[|│][ \t]{0,80}\r?$/gm) ?? []).length;
  const arrows = (value.match(/-->|==>|<--|──[>▶►]|[▼▲▶◀↓↑]/g) ?? []).length;
  if (corners >= 4 || (corners >= 2 && rulers >= 1)) return true;
  return PLAIN.has(language) && (arrows >= 3 || (arrows >= 1 && rulers >= 2));
}
