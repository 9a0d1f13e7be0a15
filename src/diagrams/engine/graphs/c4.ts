import { labelName } from "../../text.ts";
import type { Graph, Role } from "../../types.ts";
import type { Places } from "../places.ts";
import { enclosing } from "./groups.ts";

/** What is read of Mermaid's store of a C4 diagram. */
interface C4Db {
  getC4ShapeArray(): { alias: string; label: { text: string }; typeC4Shape: { text: string }; parentBoundary: string }[];
  getRels(): { from: string; to: string; label: { text: string } }[];
  getBoundaries(): { alias: string; label: { text: string } | string; parentBoundary: string }[];
}

/** The boundary around everything, which nobody has written. */
const WHOLE = "global";

export function readC4(db: C4Db, places: Places): Graph {
  const boundaries = db.getBoundaries().filter(({ alias }) => alias !== WHOLE);
  const shapes = db.getC4ShapeArray();
  const inside = [...shapes, ...boundaries].filter(({ parentBoundary }) => parentBoundary !== WHOLE);
  const around = enclosing(
    boundaries.map(({ alias }) => ({
      id: alias,
      members: inside.filter(({ parentBoundary }) => parentBoundary === alias).map((part) => part.alias),
    })),
  );
  const groups = boundaries.map(({ alias, label }) => ({ id: alias, title: typeof label === "string" ? label : label.text }));
  return {
    groups,
    entities: [],
    nodes: shapes.map(({ alias, label, typeC4Shape }) => ({
      id: alias,
      label: labelName(label.text) || alias,
      role: roleOf(typeC4Shape.text),
      groups: around(alias).map((group) => groups.find(({ id }) => id === group)?.title ?? group),
      line: places.ofName(alias, label.text),
    })),
    arrows: db
      .getRels()
      .map(({ from, to, label }) => ({ from, to, text: label.text, kind: "link", branches: [], line: places.ofArrow(from, to) })),
  };
}

function roleOf(shape: string): Role {
  if (/person/.test(shape)) return "actor";
  if (/^external/.test(shape)) return "external";
  return /_db$/.test(shape) ? "store" : "part";
}
