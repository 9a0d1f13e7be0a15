import { drawnLines } from "./text.ts";

export interface ErEntity {
  name: string;
  attributes: { name: string; type: string; keys: string; comment: string; line: number }[];
  /** Line within the diagram's text, from 1. */
  line: number;
}

const ATTRIBUTE = /^\s*([\w[\](),-]+)\s+(\*?[\w-]+)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?\s*$/;

/** @returns the entities of an entity relationship diagram that state attributes. */
export function readEr(text: string): ErEntity[] {
  const entities: ErEntity[] = [];
  let open: ErEntity | undefined;
  for (const [index, line] of drawnLines(text).entries()) {
    const begun = /^\s*("?)([\p{L}\p{N}_-]+)\1(?:\[("?)[^\]]*\3\])?\s*\{\s*$/u.exec(line);
    const attribute = ATTRIBUTE.exec(line);
    if (begun) open = { name: begun[2] ?? "", attributes: [], line: index + 1 };
    else if (open && /^\s*\}/.test(line)) {
      entities.push(open);
      open = undefined;
    } else if (open && attribute) {
      const [, type = "", name = "", keys = "", comment = ""] = attribute;
      open.attributes.push({ type, name: name.replace(/^\*/, ""), keys, comment, line: index + 1 });
    }
  }
  return entities;
}
