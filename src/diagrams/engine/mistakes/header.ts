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
