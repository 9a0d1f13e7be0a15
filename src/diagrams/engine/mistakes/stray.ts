import { DIAGRAM_TYPES } from "../../text.ts";
import { type Propose, type Repair, suspects } from "./types.ts";

/** `% main path`, `a --> b // main path`: Mermaid's comments are lines that begin with two percent signs. */
export const comment: Propose = (refused) =>
  suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    const percent = /^\s*%(?![%{])\s*(.*)$/.exec(line)?.[1];
    if (percent !== undefined)
      return [{ mistake: "comment", at, found: line.trim(), instead: `%% ${percent}`, lines: [`%% ${percent}`], certain: true }];
    const [, before, mark, remark] = /^(.*?)(?:^|\s)(\/\/|%(?!%)|#)\s+(.*)$/.exec(line) ?? /^(.*?)(?:^|\s)(\/\/)(.*)$/.exec(line) ?? [];
    if (before === undefined || remark === undefined) return [];
    const lines = before.trim() === "" ? [`%% ${remark}`] : [`%% ${remark}`, before];
    // What begins with a number sign may be an entity of a text.
    return [{ mistake: "comment", at, found: `${mark} ${remark}`, instead: `%% ${remark}`, lines, certain: mark === "//" }];
  });

/** Two diagrams in one block. */
export const secondDiagram: Propose = ({ lines }) => {
  const begins = (line: string) => (DIAGRAM_TYPES as readonly string[]).includes(/^\s*([A-Za-z][\w-]*)(?=\s|$)/.exec(line)?.[1] ?? "");
  const first = lines.findIndex(begins);
  const at = lines.findIndex(
    (line, index) => index > first && /^\s*(?:flowchart|graph|sequenceDiagram|erDiagram|classDiagram)\b/.test(line),
  );
  if (first === -1 || at === -1) return [];
  const found = (lines[at] ?? "").trim();
  // The rest goes, to see whether the first diagram stands on its own.
  return [{ mistake: "second-diagram", at, removes: lines.length - at, found, instead: "", lines: [], certain: false }];
};

/** What looks like a line of a diagram is a mistake of another kind. */
const STATEMENT = /[-~=]>|--|-[.)x]|==|[[{]|^\s*(?:note|else|and|option|participant|actor|loop|alt|opt|par|end|class|state|subgraph)\b/i;

/** A sentence between the lines of a diagram. */
export const strayText: Propose = (refused) =>
  suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    if (at === 0 || STATEMENT.test(line) || line.trim().split(/\s+/).length < 4) return [];
    return [{ mistake: "stray-text", at, found: line.trim(), instead: `%% ${line.trim()}`, lines: [`%% ${line.trim()}`], certain: false }];
  });
