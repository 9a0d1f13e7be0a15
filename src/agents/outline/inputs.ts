import type { AlignedDocument, Alignment, DocumentKind, Model, Row, Source } from "../../core.ts";
import { from } from "./origins.ts";

/** What columns of a table of integrations are called in words of their own. */
const MEANT: Readonly<Record<string, RegExp>> = {
  Purpose: /^(?:used? for|used by us for|usage|why|what for|role|reason)\b/,
  "When it is unavailable": /\b(?:down|unavailable|away|fails?|failure|outage|fallback|without it)\b/,
};

/**
 * @param columns what the columns are called, in their usual order
 * @returns the Markdown of a row's cell: by the column's name, or by its position where the table names its columns in words of its own
 */
export function cellOf(row: Row, column: string, columns: readonly string[]): string {
  const cells = Object.entries(row.cells).map(([name, cell]) => ({ name: name.trim().toLowerCase(), source: cell.source }));
  const named = cells.find(({ name }) => name === column.toLowerCase());
  if (named) return named.source;
  const meant = cells.find(({ name }) => MEANT[column]?.test(name));
  if (meant) return meant.source;
  const position = columns.indexOf(column);
  const there = cells[position]?.name ?? "";
  if (columns.some((other) => other !== column && MEANT[other]?.test(there))) return "";
  // Beside columns of known names, one that bears another is another.
  const usual = position > 0 && columns.some((other, at) => at > 0 && cells.some(({ name }) => name === other.toLowerCase()));
  return usual ? "" : (cells[position]?.source ?? "");
}

/** @returns the sections of an input that hold a family of facts, deepest included. */
export function sectionsOf(document: AlignedDocument | undefined, facts: string): Alignment["sections"] {
  return (document?.families.get(facts) ?? []).flatMap(({ sections }) => sections);
}

/** @returns the Markdown below the heading of an input's section, as it was written; empty where there is none. */
export function bodyOf(model: Model, kind: DocumentKind, facts: string): string {
  const document = model.documents[kind];
  const [section] = sectionsOf(document, facts);
  if (!document || !section) return "";
  const end = section.sections[0]?.span.start ?? section.span.end;
  const text = document.markdown.text;
  const comments = document.markdown.comments.filter(({ span }) => span.start >= section.heading.end && span.end <= end);
  let body = "";
  let at = section.heading.end;
  for (const { span } of comments) {
    body += text.slice(at, span.start);
    at = span.end;
  }
  return (body + text.slice(at, end)).replace(/\r\n?/g, "\n").trim();
}

/** @returns the lines of an input's section as they were written, each of which remembers where it stands */
export function linesOf(model: Model, kind: DocumentKind, facts: string): string[] {
  const body = bodyOf(model, kind, facts);
  const source = sourceOf(model, kind, facts);
  const lines = body === "" ? [] : body.split("\n");
  const isHead = (index: number) => /^\|[\s:|-]{3,}\|$/.test(lines[index + 1] ?? "") || /^\|[\s:|-]{3,}\|$/.test(lines[index] ?? "");
  return lines.map((line, index) => (line.trim() === "" || isHead(index) ? line : from(line, source)));
}

/** @returns the heading of an input's section */
export function sourceOf(model: Model, kind: DocumentKind, facts: string): Source | undefined {
  const document = model.documents[kind];
  const [section] = sectionsOf(document, facts);
  return document && section && document.place(section.heading);
}

/** @returns the labelled fields of an input's section, as Markdown by label in lower case. */
export function fieldsOf(model: Model, kind: DocumentKind, facts: string): Map<string, string> {
  const fields = sectionsOf(model.documents[kind], facts).flatMap((section) => section.fields);
  return new Map(
    fields.map(({ label, value, lists }) => [
      label.toLowerCase(),
      from(
        [value.source, ...lists.flatMap((list) => list.items.map(({ source }) => source))]
          .filter(Boolean)
          .join("; ")
          .replace(/(?<!\s)\s*\n\s*/g, " "),
        sourceOf(model, kind, facts),
      ),
    ]),
  );
}
