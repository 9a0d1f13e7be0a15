import type { Arrow, DiagramNode, ErEntity, Graph } from "../types.ts";
import { isPlainName, PLAIN_TEXT } from "./words.ts";

const NAME = "[A-Za-z][A-Za-z0-9_]*";
const RELATION = new RegExp(
  `^(${NAME}) (?:\\|\\||\\|o|\\}o|\\}\\|)(?:--|\\.\\.)(?:\\|\\||o\\||o\\{|\\|\\{) (${NAME}) : (?:(${NAME})|"(${PLAIN_TEXT}+)")$`,
  "u",
);
const OPENS = new RegExp(`^(${NAME}) ?\\{$`);
const ATTRIBUTE = new RegExp(
  `^([A-Za-z][A-Za-z0-9_]*(?:\\([0-9]+\\))?) (${NAME})(?: ((?:PK|FK|UK)(?:, ?(?:PK|FK|UK))*))?(?: "(${PLAIN_TEXT}+)")?$`,
  "u",
);

/** @returns what an entity relationship diagram draws; nothing where a line is not of the simplest form. */
export function readPlainEr(lines: readonly string[]): Graph | undefined {
  const nodes = new Map<string, DiagramNode>();
  const arrows: Arrow[] = [];
  const entities: ErEntity[] = [];
  let open: ErEntity | undefined;
  const meet = (name: string, line: number) => {
    if (!nodes.has(name)) nodes.set(name, { id: name, label: name, role: "part", groups: [], line });
    return isPlainName(name);
  };
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (line === "" || index === 0) continue;
    if (open) {
      const [, type, name, keys = "", comment = ""] = ATTRIBUTE.exec(line) ?? [];
      if (line === "}") open = undefined;
      else if (type === undefined || name === undefined || !isPlainName(type) || !isPlainName(name)) return undefined;
      else open.attributes.push({ type, name, keys: keys.replace(/, ?/g, ", "), comment, line: at });
      continue;
    }
    const [, from, to, word, words] = RELATION.exec(line) ?? [];
    const opened = OPENS.exec(line)?.[1];
    if (from !== undefined && to !== undefined) {
      if (!meet(from, at) || !meet(to, at) || (word !== undefined && !isPlainName(word))) return undefined;
      arrows.push({ from, to, text: word ?? words ?? "", kind: "link", branches: [], line: at });
    } else if (opened !== undefined && meet(opened, at) && !entities.some(({ name }) => name === opened)) {
      open = { name: opened, attributes: [], line: at };
      entities.push(open);
    } else return undefined;
  }
  return open
    ? undefined
    : { nodes: [...nodes.values()], arrows, entities: entities.filter(({ attributes }) => attributes.length > 0), groups: [] };
}
