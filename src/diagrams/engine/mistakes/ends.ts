import { isFlowchart, type Propose, type Repair } from "./types.ts";

const OPENS = /^\s*(?:subgraph|alt|opt|loop|par|par_over|critical|break|rect|box)\b/;
const END = /^\s*end\s*(?:;\s*)?$/;

/** A block that is opened and never closed: `end` is put at the end of the text, to see whether it is all that lacks. */
export const missingEnd: Propose = ({ lines, type }) => {
  if (!isFlowchart(type) && type !== "sequenceDiagram") return [];
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (OPENS.test(line)) open.push(at);
    else if (END.test(line)) open.pop();
  }
  const at = open.at(-1);
  if (at === undefined) return [];
  const last = lines.length - 1;
  const closed = [lines[last] ?? "", ...open.map(() => "end")];
  return [{ mistake: "missing-end", at: last, tell: at, found: (lines[at] ?? "").trim(), instead: "end", lines: closed, certain: false }];
};

/** An `end` that closes nothing. */
export const surplusEnd: Propose = ({ lines, type }) => {
  if (!isFlowchart(type) && type !== "sequenceDiagram") return [];
  let open = 0;
  for (const [at, line] of lines.entries()) {
    if (OPENS.test(line)) open++;
    else if (END.test(line) && open-- === 0) return [{ mistake: "surplus-end", at, found: "end", instead: "", lines: [], certain: false }];
  }
  return [];
};

/** A node, or a participant, whose id is `end`: Mermaid takes it for the end of a block. */
export const wordEnd: Propose = ({ lines, type }) => {
  if (type === "sequenceDiagram") return endParticipant(lines);
  if (!isFlowchart(type)) return [];
  return lines.flatMap((line, at): Repair[] => {
    if (END.test(line) || !/(?<![\p{L}\p{N}_"|[(-])end(?![\p{L}\p{N}_"|\])])/u.test(line)) return [];
    let labelled = false;
    const repaired = line.replace(/(?<![\p{L}\p{N}_"|[({])end(?![\p{L}\p{N}_"|\])}])/gu, (_, offset: number) => {
      const shaped = /^[[({>@]/.test(line.slice(offset + 3));
      if (shaped || labelled) return "end_";
      labelled = true;
      return 'end_["end"]';
    });
    if (repaired === line) return [];
    return [{ mistake: "word-end", at, found: "end", instead: /end_\S*/.exec(repaired)?.[0] ?? "end_", lines: [repaired], certain: true }];
  });
};

function endParticipant(lines: readonly string[]): Repair[] {
  return lines.flatMap((line, at): Repair[] => {
    const repaired = line.replace(/((?:>>?|x|\)|,|over|of|participant|actor)\s*[+-]?)end(?=\s*(?:[:,-]|as\b|$))/gi, "$1end_");
    if (repaired === line) return [];
    return [{ mistake: "word-end", at, found: "end", instead: "end_", lines: [repaired], certain: false }];
  });
}
