import type { Flow, Inline } from "../../../markdown/index.ts";
import type { BlockRole } from "../../types.ts";
import type { Draft, Scope, Walk } from "../draft.ts";
import { isFact, isSetAside, isStating } from "../ground.ts";
import { columnRole, titleRole } from "../lexicon.ts";
import { signsOf } from "../signs.ts";

type Table = Extract<Flow, { form: "table" }>;

/** Which column of a table holds what; -1 where none does. */
export interface Columns {
  id: number;
  text: number;
  priority: number;
}

/** What all rows of a table tell of. */
interface Telling {
  role: BlockRole;
  by: string;
  /** The statement that they tell of. */
  of?: Draft;
}

/** @returns what a table tells of whose rows state nothing by themselves: of a statement, of the document, or of data. */
export function tellingOf(walk: Walk, table: Table, columns: Columns, scope: Scope): Telling | undefined {
  // Fields may be called "id", "name" and "status", as what describes a document is.
  if (describesFields(walk, table, scope)) return { role: "structure", by: "the columns of a field" };
  const { lexicon } = walk.reader;
  const details = table.rows.filter((row) => titleRole(lexicon, row.cells[0]?.text ?? "")?.detail).length;
  const pairs = columns.id === -1 && details > 0 && details * 2 >= table.rows.length;
  // Actor, trigger and outcome in two columns below "UC-1: Book" tell of it.
  const of = pairs && table.header.length <= 2 && scope.owner?.role === "statement" ? scope.owner : undefined;
  if (of) return { role: "context", by: "it belongs to the statement above", of };
  if ((pairs && !isStating(scope.ground) && !isFact(scope.ground)) || isHistory(walk, table, columns, scope))
    return { role: "context", by: "it describes the document" };
  return undefined;
}

/** Who changed what and when: most of its columns describe the document. */
function isHistory(walk: Walk, { header }: Table, { id, text }: Columns, { ground }: Scope): boolean {
  if (id !== -1 || text !== -1 || isStating(ground) || isFact(ground)) return false;
  return header.filter((cell) => titleRole(walk.reader.lexicon, cell.text)?.detail).length >= 3;
}

/** A name, and pictures of it. */
export function showsPictures(filled: readonly Inline[]): boolean {
  const others = filled.slice(1);
  return others.length > 0 && others.every(isPicture);
}

function isPicture({ source }: Inline): boolean {
  return /^!\[[^\]]{0,200}\]\([^)]{1,500}\)$/.test(source.trim());
}

/** A table of names and types describes data, whatever heading it stands below. */
function describesFields(walk: Walk, { header, rows }: Table, { ground }: Scope): boolean {
  if (isSetAside(ground) || ground.role === "structure") return false;
  const [first, ...others] = header.map(({ text }) => columnRole(walk.reader.lexicon, text));
  if (first !== "field" || !others.includes("type")) return false;
  return rows.every(({ cells }) => signsOf(cells[0]?.text ?? "", walk.reader).id?.known !== true);
}
