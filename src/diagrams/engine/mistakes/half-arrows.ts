import { isFlowchart, type Propose, type Repair, suspects } from "./types.ts";

const FLOW = String.raw`(?:<?--+>|<?==+>|<?-\.+->|---+|===+|-\.+-|--[xo])(?:\s*\|[^|]*\|)?`;
const MESSAGE = String.raw`(?:<<)?--?(?:>>|>|x|\))`;
const RELATION = String.raw`[|}][|o](?:--|\.\.)[|o][|{]`;
const OTHER = String.raw`(?:-->|--|\.\.>|<\|--|--\|>|\*--|o--)`;

/** The arrows of a kind of diagram, and what may follow the name that an arrow leads to. */
function arrowsOf(type: string): readonly [arrow: string, behind: string] | undefined {
  if (isFlowchart(type)) return [FLOW, String.raw`\s*;?\s*$`];
  if (type === "sequenceDiagram") return [MESSAGE, String.raw`[+-]?\s*(?::|$)`];
  if (type === "erDiagram") return [RELATION, String.raw`\s*(?::|$)`];
  if (/^(?:stateDiagram|classDiagram)/.test(type)) return [OTHER, String.raw`\s*(?::|$)`];
  return undefined;
}

/** `--> b`, `->>B: ask`: an arrow that begins nowhere. */
export const missingSource: Propose = (refused) => {
  const arrows = arrowsOf(refused.type);
  if (!arrows) return [];
  const arrow = new RegExp(`^(\\s*)(${arrows[0]})(?=\\s*[\\p{L}\\p{N}_"[])`, "u");
  // Below the header Mermaid names the header's line, at whose end it waits for a statement.
  const below = refused.problem.line < refused.lines.length ? [refused.problem.line] : [];
  return [...suspects(refused), ...below].flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    if (!arrow.test(line)) return [];
    const repaired = line.replace(arrow, "$1source_ $2");
    return [{ mistake: "missing-source", at, found: line.trim(), instead: repaired.trim(), lines: [repaired], certain: false }];
  });
};

/** `a -->`, `A->>: ask`: an arrow that leads nowhere. */
export const missingTarget: Propose = (refused) => {
  const arrows = arrowsOf(refused.type);
  if (!arrows) return [];
  const arrow = new RegExp(`(\\S\\s*${arrows[0]})(${arrows[1]})`, "u");
  return suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    if (!arrow.test(line)) return [];
    const repaired = line.replace(arrow, "$1 target_$2");
    return [{ mistake: "missing-target", at, found: line.trim(), instead: repaired.trim(), lines: [repaired], certain: false }];
  });
};
