import type { Flow, FlowLine, Inline } from "../../../markdown/index.ts";
import { citedIds, isKnownPrefix } from "../../requirements/ids.ts";
import { type Draft, record, recordDetail, type Scope, type Walk } from "../draft.ts";
import { below, isFact, isSetAside } from "../ground.ts";
import { columnRole, titleRole } from "../lexicon.ts";
import { readLine } from "../lines.ts";
import { signsOf } from "../signs.ts";
import { type Columns, showsPictures, tellingOf } from "./tellings.ts";

type Table = Extract<Flow, { form: "table" }>;

/** Reads the rows of a table, each as one block. */
export function readTable(walk: Walk, table: Table, scope: Scope): void {
  if (table.rows.length === 0) {
    readHeaderAlone(walk, table, scope);
    return;
  }
  const columns = columnsOf(walk, table);
  const states = columns.text !== -1 && (columns.id !== -1 || columns.priority !== -1);
  // A table with requirements in its header says by itself what it holds.
  const ground =
    states && scope.ground.role === undefined
      ? { role: "requirement" as const, by: table.header.map(({ text }) => text).join(", "), exact: false }
      : scope.ground;
  let group: Scope = { ...scope, ground };
  const known = tellingOf(walk, table, columns, scope);
  for (const { cells, span } of table.rows) {
    const filled = cells.filter(({ text }) => text.trim() !== "");
    if (filled.length === 0) continue;
    const given = { form: "row", text: filled.map(({ text }) => text).join("; "), span } as const;
    if (known?.of) recordDetail(walk, { ...scope, holder: known.of }, given);
    else if (showsPictures(filled)) record(walk, scope, { ...given, role: "context", by: "it shows a picture" });
    else if (filled.length === 1 && table.header.length > 1) group = groupOf(walk, filled[0]?.text ?? "", { ...scope, ground });
    else if (known) record(walk, scope, { ...given, role: known.role, by: known.by });
    else readRow(walk, cells, columns, group, table);
  }
}

/** A frame around a sentence is a table of one cell. */
function readHeaderAlone(walk: Walk, { header, span }: Table, scope: Scope): void {
  const filled = header.filter(({ text }) => text.trim() !== "");
  const [first] = filled;
  if (!first) return;
  const text = filled.map((cell) => cell.text.trim()).join("; ");
  const line: FlowLine = { ...first, text, span, wholly: false, struck: isStruck(filled), link: false };
  readLine(walk, { line, form: "row", signs: signsOf(text, walk.reader) }, scope);
}

function groupOf(walk: Walk, title: string, scope: Scope): Scope {
  const match = titleRole(walk.reader.lexicon, title);
  return { ...scope, ground: below(scope.ground, match, title) };
}

/** The id stands in the column that is headed so, or in the first. */
function columnsOf(walk: Walk, { header }: Table): Columns {
  const roles = header.map(({ text }) => columnRole(walk.reader.lexicon, text));
  return { id: roles.indexOf("id"), text: roles.indexOf("text"), priority: roles.indexOf("priority") };
}

function readRow(walk: Walk, cells: readonly Inline[], columns: Columns, scope: Scope, table: Table): void {
  const idCell = cells[Math.max(0, columns.id)];
  // A bare number counts the rows; what is stated stands beside it.
  const counted = isCount(idCell?.text ?? "");
  const first = !counted && idCell && idCell.text.trim() !== "" ? idCell : cells.find((cell) => cell !== idCell && cell.text.trim() !== "");
  if (!first) return;
  const ids = several(first.text);
  const text = rowText(cells, columns, first);
  const excluded = cells.some((cell, index) => cell !== first && excludedBy(walk, cell, index === columns.priority));
  for (const id of ids.length > 1 ? ids : [undefined]) {
    const source = id ? `${id}: ${text}` : leading(walk, first, text, cells);
    const line: FlowLine = { ...first, text: source, wholly: false, struck: isStruck(cells), link: false };
    const signs = { ...signsOf(source, walk.reader) };
    signs.shape ??= signsOf(text, walk.reader).shape;
    const shown = counted ? Number.parseInt(idCell?.text ?? "", 10) : undefined;
    if (columns.id !== -1 && idCell && !counted && IDENTIFIER.test(idCell.text.trim()) && ids.length <= 1) {
      const own = idCell.text.trim();
      signs.text = signs.text.startsWith(own) ? signs.text.slice(own.length).replace(/^\s{0,3}[:;]\s{0,3}/, "") : text;
      signs.id = {
        id: own,
        prefix: /^[\p{L}]{1,12}(?:[-_]\p{L}{1,12}){0,3}/u.exec(own)?.[0].toUpperCase() ?? "",
        separated: true,
        known: true,
      };
    }
    const draft = readLine(walk, { line, form: "row", signs: { ...signs, bare: false }, shown }, scope);
    draft.parts.push(...rest(cells, text, first));
    if (excluded && draft.role === "statement") Object.assign(draft, { role: "exclusion", excluded: "a cell of its row says so" });
    if (draft.role === "statement" && isFact(scope.ground) && !draft.own) demote(draft, scope, table);
  }
}

/** What stands in a column of ids is one, whatever its letters. */
const IDENTIFIER = /^(?=\S{0,40}\d)\p{L}[\p{L}\p{N}]{0,15}(?:[-_.][\p{L}\p{N}]{1,12}){0,4}$/u;

/** Rows below Integrations or Events are what the heading says, however they are worded. */
function demote(draft: Draft, { ground, frame }: Scope, { header }: Table): void {
  if (header.length < 2 || isSetAside(ground) || ground.role === "flow") return;
  for (let each: typeof frame | undefined = frame; each; each = each.above) each.statements--;
  draft.role = ground.role as Draft["role"];
}

/** "FR-15, FR-16" in one cell are two. */
function several(text: string): string[] {
  const ids = citedIds(text, isKnownPrefix);
  const left = ids.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return /^(?:and|und|et|y|e)?$/i.test(left.replace(/[\s,;/&+]/g, "")) ? ids.map(({ id }) => id) : [];
}

function leading(walk: Walk, first: Inline, text: string, cells: readonly Inline[]): string {
  const { id } = signsOf(first.text, walk.reader);
  if (id?.known) return text === first.text ? text : `${id.id}: ${text}`;
  if (id && first.text.trim().length <= 24 && /^[\p{L}\p{N}._ -]+$/u.test(first.text.trim())) return `${first.text.trim()}: ${text}`;
  return said(cells).join("; ");
}

/** What the cells say; a number that counts the rows says nothing. */
function said(cells: readonly Inline[]): string[] {
  return cells.map(({ text }) => text.trim()).filter((text, index) => text !== "" && !(index === 0 && isCount(text)));
}

function isCount(text: string): boolean {
  return /^\s*\d{1,6}\.?\s*$/.test(text);
}

function rowText(cells: readonly Inline[], { text }: Columns, first: Inline): string {
  const named = text === -1 ? undefined : cells[text];
  if (named && named.text.trim() !== "") return named.text;
  return said(cells.filter((cell) => cell !== first)).join("; ") || first.text;
}

function rest(cells: readonly Inline[], text: string, first: Inline): string[] {
  return cells.filter((cell) => cell !== first && cell.text.trim() !== "" && !text.includes(cell.text)).map((cell) => cell.text);
}

/** Its state says so; a priority may say it in more words. */
function excludedBy(walk: Walk, { text }: Inline, isPriority: boolean): boolean {
  const match = titleRole(walk.reader.lexicon, text);
  return match?.role === "exclusion" && (isPriority || (match.exact && match.phrase.length > 2));
}

function isStruck(cells: readonly Inline[]): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  return filled.length > 0 && filled.every(({ source }) => /^~~.{1,2000}~~$/s.test(source.trim()));
}
