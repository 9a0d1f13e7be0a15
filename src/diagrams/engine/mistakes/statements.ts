import { type Propose, type Repair, suspects } from "./types.ts";

/** `A->>B: check; then store`: a semicolon ends a statement. */
export const semicolon: Propose = (refused) => {
  if (refused.type !== "sequenceDiagram") return [];
  return suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    const text = /^([^:]*:)(.*;.*)$/.exec(line);
    if (!text) return [];
    const repaired = `${text[1]}${text[2]?.replace(/(#\w+)?;/g, (whole, entity?: string) => (entity ? whole : "#59;"))}`;
    if (repaired === line) return [];
    return [{ mistake: "semicolon", at, found: ";", instead: "#59;", lines: [repaired], certain: true }];
  });
};

/** `A->>B hello`, `Note over A - waits`: the text of a message and of a note follows a colon. */
export const missingColon: Propose = (refused) => {
  if (refused.type !== "sequenceDiagram") return [];
  return suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    if (line.includes(":")) return [];
    const note = /^(\s*note\s.*?)\s+-\s+(.*)$/i.exec(line);
    if (note)
      return [{ mistake: "missing-colon", at, found: line.trim(), instead: ":", lines: [`${note[1]}: ${note[2]}`], certain: false }];
    if (!/-(?:>|>>|x|\))/.test(line)) return [];
    return [{ mistake: "missing-colon", at, found: line.trim(), instead: ":", lines: [`${line}: …`], certain: false }];
  });
};

/** `participant api: Refund API`: the name that is shown follows the word `as`. */
export const participantAlias: Propose = (refused) => {
  if (refused.type !== "sequenceDiagram") return [];
  return suspects(refused).flatMap((at): Repair[] => {
    const [, before, id, name] = /^(\s*(?:participant|actor)\s+)([^\s:]+)\s*:\s*(.+)$/.exec(refused.lines[at] ?? "") ?? [];
    if (name === undefined) return [];
    const instead = `${id} as ${name}`;
    const found = (refused.lines[at] ?? "").slice(before?.length);
    return [{ mistake: "participant-alias", at, found, instead, lines: [`${before}${instead}`], certain: true }];
  });
};

/** `id: bigint PK` in an entity: the type stands before the name. */
export const attributeOrder: Propose = (refused) => {
  if (refused.type !== "erDiagram") return [];
  return suspects(refused).flatMap((at): Repair[] => {
    const [, before, name, type, rest] = /^(\s*)([\w-]+)\s*:\s*([\w[\]()-]+)(.*)$/.exec(refused.lines[at] ?? "") ?? [];
    if (type === undefined) return [];
    const found = `${name}: ${type}`;
    return [
      { mistake: "attribute-order", at, found, instead: `${type} ${name}`, lines: [`${before}${type} ${name}${rest}`], certain: true },
    ];
  });
};

/** `uuid order_id FK UK`: several keys of an attribute stand between commas. */
export const attributeKeys: Propose = (refused) => {
  if (refused.type !== "erDiagram") return [];
  return suspects(refused).flatMap((at): Repair[] => {
    const line = refused.lines[at] ?? "";
    const found = /\b(?:PK|FK|UK)(?:[ \t/|;&+]{1,9}(?:and )?(?:PK|FK|UK)){1,2}\b/.exec(line)?.[0];
    if (found === undefined) return [];
    const instead = (found.match(/PK|FK|UK/g) ?? []).join(", ");
    return [{ mistake: "attribute-keys", at, found, instead, lines: [line.replace(found, instead)], certain: true }];
  });
};
