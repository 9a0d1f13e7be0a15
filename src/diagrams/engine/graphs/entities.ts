import type { Graph } from "../../types.ts";
import type { Places } from "../places.ts";
import { link } from "./link.ts";

/** What is read of Mermaid's store of an entity relationship diagram. */
interface ErDb {
  getEntities(): Map<
    string,
    { id: string; alias: string; attributes: { type: string; name: string; keys?: string[]; comment?: string }[] }
  >;
  getRelationships(): { entityA: string; entityB: string; roleA: string }[];
}

export function readEntities(db: ErDb, places: Places): Graph {
  const entities = [...db.getEntities()];
  const names = new Map(entities.map(([name, { id }]) => [id, name]));
  return {
    groups: [],
    nodes: entities.map(([name, { alias }]) => ({ id: name, label: alias || name, role: "part", groups: [], line: places.ofName(name) })),
    arrows: db
      .getRelationships()
      .map(({ entityA, entityB, roleA }) =>
        link(
          names.get(entityA) ?? entityA,
          names.get(entityB) ?? entityB,
          roleA,
          places.ofArrow(names.get(entityA) ?? entityA, names.get(entityB) ?? entityB),
        ),
      ),
    entities: entities
      .filter(([, { attributes }]) => attributes.length > 0)
      .map(([name, { attributes }]) => {
        const line = places.opening(name);
        return {
          name,
          line,
          attributes: attributes.map((attribute) => ({
            type: attribute.type,
            name: attribute.name.replace(/^\*/, ""),
            keys: (attribute.keys ?? []).join(", "),
            comment: attribute.comment ?? "",
            line: places.after(line, attribute.type, attribute.name),
          })),
        };
      }),
  };
}
