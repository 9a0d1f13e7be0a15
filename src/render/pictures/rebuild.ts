import { allowedAttributes, ELEMENTS } from "./attributes.ts";
import { type Piece, readPieces } from "./pieces.ts";

/**
 * Builds a drawing anew from what a drawing may consist of: shapes, words and references within it. No script, style, link, picture or
 * foreign element comes through, whatever the text that was drawn has led Mermaid to.
 *
 * @param markup SVG as a browser has serialised it
 * @param name begins the ids of the drawing
 * @returns undefined where the markup is not the SVG that was expected
 */
export function rebuildDrawing(markup: string, name: string): string | undefined {
  const pieces = readPieces(markup);
  if (!pieces) return undefined;
  const used = new Set([...markup.matchAll(/(?:url\(["']?#|href="#)([\w.:-]{1,200})/g)].map(([, id]) => id));
  const identify = (id: string) => `${name}-${id.replace(/[^\w-]/g, "-")}`;
  let built = "";
  const open: string[] = [];
  // Below what is left out, all is left out.
  let left = 0;
  for (const piece of pieces) {
    if (piece.form === "text") {
      if (left === 0) built += escaped(piece.text);
    } else if (piece.form === "close") {
      if (left > 0) left--;
      else if (open.length === 0) return undefined;
      else built += `</${open.pop()}>`;
    } else if (left > 0 || !isAllowed(piece, used)) left += piece.empty ? 0 : 1;
    else {
      built += element(piece, identify, open.length === 0);
      if (!piece.empty) open.push(piece.name);
    }
  }
  return open.length === 0 && left === 0 && built.startsWith("<svg ") ? built : undefined;
}

const SCALE = 0.85;
const LEAST_SCALE = 0.62;
/** In the width of ten letters; the style sheet has a rule for each. */
const LEAST_STEP = 160;
const LEAST_STEPS = 20;

type Opening = Extract<Piece, { form: "open" }>;

/** What is defined and not used is left out: Mermaid brings every arrow head that it knows. */
function isAllowed({ name, attributes }: Opening, used: ReadonlySet<string | undefined>): boolean {
  return ELEMENTS.has(name) && (!/^(?:marker|symbol|linearGradient|clipPath)$/.test(name) || used.has(attributes.get("id")));
}

function element({ name, attributes, empty }: Opening, identify: (id: string) => string, isRoot: boolean): string {
  const allowed = allowedAttributes(attributes, identify);
  if (isRoot) {
    const [, , width, height] = (allowed.get("viewBox") ?? "").split(/[\s,]+/);
    allowed.set("role", "img");
    // In a narrow place it is shrunk so far that its words can be read, and scrolls from there on.
    const least = Math.min(LEAST_STEPS, Math.floor((Number(width) * LEAST_SCALE) / LEAST_STEP));
    if (least > 0) allowed.set("class", `least-${least}`);
    // Mermaid's letters are as large as a page's headings.
    for (const [key, value] of Object.entries({ width, height }))
      if (Number(value) > 0) allowed.set(key, String(Math.ceil(Number(value) * SCALE)));
    allowed.delete("id");
  }
  return `<${name}${[...allowed].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}${empty ? "/" : ""}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
