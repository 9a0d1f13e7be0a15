import { isFlowchart, type Propose, type Repair, suspects } from "./types.ts";

/** What people write for an arrow, and what Mermaid knows; by kind of diagram. */
const FLOWCHART: readonly (readonly [RegExp, string])[] = [
  [/(?<=\s|^)(?:→|⟶|—>|–>|-->>|->>|->)(?=\s|$|\|)/gu, "-->"],
  [/(?<=\s|^)(?:⇒|=>)(?=\s|$|\|)/gu, "==>"],
  [/(?<=\s|^)<->(?=\s|$|\|)/gu, "<-->"],
  [/(?<=\s|^)<-(?=\s|$)/gu, "<--"],
  [/(?<=[\p{L}\p{N}_\])}])(?:->>|-->>|->)(?=[\p{L}\p{N}_|])/gu, "-->"],
];

const SEQUENCE: readonly (readonly [RegExp, string])[] = [
  [/(?<!\s)\s*(?:→|⟶|⇒|—>|–>|==>|=>|->>>)\s*/u, "->>"],
  [/(?<!\s)\s*(?:-->>>|--->>|--->|<--)\s*/u, "-->>"],
];

const STATES: readonly (readonly [RegExp, string])[] = [[/\s(?:→|⟶|->>|->|=>|==>)\s/gu, " --> "]];

/** `a -> b` in a flowchart, `A => B: ask` in a sequence diagram. */
export const wrongArrow: Propose = (refused) => {
  const { type, lines } = refused;
  const arrows = isFlowchart(type) ? FLOWCHART : type === "sequenceDiagram" ? SEQUENCE : /^stateDiagram/.test(type) ? STATES : [];
  return suspects(refused).flatMap((at) =>
    arrows.flatMap(([wrong, right]): Repair[] => {
      const line = lines[at] ?? "";
      const found = new RegExp(wrong.source, "u").exec(line)?.[0].trim();
      if (found === undefined) return [];
      return [{ mistake: "wrong-arrow", at, found, instead: right.trim(), lines: [line.replace(wrong, right)], certain: true }];
    }),
  );
};
