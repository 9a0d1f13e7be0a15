import { labelName } from "../text.ts";
import type { Arrow, DiagramNode, Graph } from "../types.ts";
import { isPlainName, PLAIN_TEXT } from "./words.ts";

const NAME = "[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z][A-Za-z0-9_]*)*";
const DECLARED = new RegExp(`^(participant|actor) (${NAME.replace("*)*", "*)*?")})(?: as (${PLAIN_TEXT}+))?$`, "u");
const MESSAGE = new RegExp(`^(${NAME})(->>|-->>|-\\)|--\\)|-x|--x)(${NAME}): ?(${PLAIN_TEXT.replace("_-]", ":_-]")}+)$`, "u");
const NOTE = new RegExp(`^Note (?:over|left of|right of) (${NAME}): ?${PLAIN_TEXT}+$`, "u");
const OPENS = new RegExp(`^(alt|opt|loop|par|critical|break) ${PLAIN_TEXT}+$`, "u");
const CONTINUES = new RegExp(`^(else|and|option)(?: ${PLAIN_TEXT}+)?$`, "u");
/** Which block a branch may continue. */
const CONTINUED: Readonly<Record<string, string>> = { else: "alt", and: "par", option: "critical" };
const KINDS: Readonly<Record<string, Arrow["kind"]>> = {
  "->>": "call",
  "-->>": "reply",
  "-)": "notice",
  "--)": "notice",
  "-x": "lost",
  "--x": "lost",
};

/** @returns what a sequence diagram draws; nothing where a line is not of the simplest form. */
export function readPlainSequence(lines: readonly string[]): Graph | undefined {
  const nodes = new Map<string, DiagramNode>();
  const arrows: Arrow[] = [];
  const open: { word: string; block: number; branch: number }[] = [];
  let blocks = 0;
  const meet = (id: string, line: number) => {
    if (!nodes.has(id)) nodes.set(id, { id, label: labelName(id) || id, role: "part", groups: [], line });
  };
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (line === "" || index === 0) continue;
    const message = MESSAGE.exec(line);
    if (message) {
      const [, from = "", arrow = "", to = "", text = ""] = message;
      if (!isParty(from) || !isParty(to) || /^(?:no)?wrap:/.test(text)) return undefined;
      meet(from, at);
      meet(to, at);
      const branches = open.map(({ block, branch }) => `${block}.${branch}`);
      arrows.push({ from, to, text: text.trim(), kind: KINDS[arrow] ?? "call", branches, line: at });
      continue;
    }
    const declared = DECLARED.exec(line);
    if (declared) {
      const [, word, id = "", label = id] = declared;
      // Whoever is declared again, or after the first message, is a case for Mermaid.
      if (!isParty(id) || nodes.has(id) || arrows.length > 0) return undefined;
      nodes.set(id, { id, label: labelName(label) || id, role: word === "actor" ? "actor" : "part", groups: [], line: at });
      continue;
    }
    const opened = OPENS.exec(line)?.[1];
    const continued = CONTINUES.exec(line)?.[1];
    const last = open.at(-1);
    if (opened) open.push({ word: opened, block: blocks++, branch: 0 });
    else if (line === "end" && last) open.pop();
    else if (continued && last && last.word === CONTINUED[continued]) last.branch++;
    else if (nodes.has(NOTE.exec(line)?.[1] ?? "")) continue;
    else return undefined;
  }
  if (open.length > 0) return undefined;
  return { nodes: [...nodes.values()], arrows, entities: [], groups: [] };
}

function isParty(name: string): boolean {
  return name.split(" ").every(isPlainName);
}
