import { closest } from "../../../text/names.ts";
import { DIAGRAM_TYPES } from "../../text.ts";
import { isFlowchart, type Propose } from "./types.ts";

/** `flowchrt`, `sequencediagram`, `sequence diagram`. */
export const header: Propose = ({ lines, problem }) => {
  if (problem.kind !== "type") return [];
  const at = problem.line - 1;
  const line = lines[at] ?? "";
  return [/^\s*([\w-]+)/, /^\s*([\w-]+\s+\w+)/].flatMap((words) => {
    const found = words.exec(line)?.[1];
    if (found === undefined) return [];
    const joined = found.replace(/\s+/g, "").toLowerCase();
    const same = DIAGRAM_TYPES.find((type) => type.toLowerCase() === joined);
    const instead = same ?? closest(found, DIAGRAM_TYPES);
    if (instead === undefined || instead === found) return [];
    return [{ mistake: "header", at, found, instead, lines: [line.replace(found, instead)], certain: true }];
  });
};

const DIRECTIONS = ["TB", "TD", "BT", "LR", "RL"];

/** `flowchart LX`, `flowchart lr`. */
export const direction: Propose = ({ lines, type }) => {
  if (!isFlowchart(type)) return [];
  const at = lines.findIndex((line) => /^\s*(?:flowchart|graph)(?:-elk)?\b/.test(line));
  const line = lines[at] ?? "";
  const found = /^\s*(?:flowchart|graph)(?:-elk)?\s+([A-Za-z-]+)/.exec(line)?.[1];
  if (found === undefined || DIRECTIONS.includes(found)) return [];
  const same = DIRECTIONS.find((known) => known === found.toUpperCase());
  const near = DIRECTIONS.find((known) => [...known].some((letter) => found.toUpperCase().includes(letter)));
  const instead = same ?? near ?? "TB";
  return [{ mistake: "direction", at, found, instead, lines: [line.replace(found, instead)], certain: same !== undefined }];
};

/** What only one kind of diagram is written with, and the line that the others begin with. */
const SIGNS: readonly (readonly [sign: RegExp, header: string])[] = [
  [/^\s*\[\*\]\s*-->|-->\s*\[\*\]\s*$/m, "stateDiagram-v2"],
  [/^\s*(?:participant|actor|autonumber|activate)\b|^[^\n:|[\]]{1,60}?--?(?:>>|x|\))[+-]?[^\n:]{1,60}:/m, "sequenceDiagram"],
  [/[|}][|o](?:--|\.\.)[|o][|{]/, "erDiagram"],
  [/^\s*class\s+\w+\s*(?:\{|$)|<\|--/m, "classDiagram"],
  [/^\s*(?:subgraph\b|[\w-]{1,40}\s*(?:[[({>].*)?$)|-->|---|==>|-\.->/m, "flowchart TB"],
];

/** A diagram whose first line is already one of its statements. */
export const missingHeader: Propose = ({ lines, problem }) => {
  const isHeader = (line: string) => (DIAGRAM_TYPES as readonly string[]).includes(/^\s*([A-Za-z][\w-]*)/.exec(line)?.[1] ?? "");
  if (problem.kind !== "type" || lines.some(isHeader)) return [];
  const at = problem.line - 1;
  const line = lines[at] ?? "";
  // A first word that stands alone, or before a direction, was meant as a kind of diagram.
  if (/^\s*[A-Za-z][\w-]*(?:\s+[A-Z]{2})?\s*$/.test(line)) return [];
  const text = lines.slice(at).join("\n").slice(0, 20_000);
  const instead = SIGNS.find(([sign]) => sign.test(text))?.[1];
  if (instead === undefined) return [];
  return [
    { mistake: "missing-header", at, found: line.trim(), instead, lines: [instead, line], certain: !instead.startsWith("flowchart") },
  ];
};
