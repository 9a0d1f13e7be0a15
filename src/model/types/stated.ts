import type { Place } from "../../findings/finding.ts";
import type { Inline, Table } from "../../markdown/index.ts";

/** A statement with its place. */
export interface Stated {
  text: string;
  /** The Markdown it was written in. */
  source: string;
  place: Place;
}

/** What a label, or a table's cell, holds. */
export interface Value extends Stated {
  codes: string[];
  /** The items of lists that belong to it, with their own nested text. */
  items: Stated[];
  table?: Table;
}

/** A record of a repeated section: a heading with labelled fields, or a row of a table. */
export interface Item {
  name: string;
  /** Values by label, under the template's spelling of it. */
  values: Record<string, Value>;
  form: "section" | "row";
  place: Place;
}

/** A row of a table, by column. */
export interface Row {
  cells: Record<string, Inline>;
  place: Place;
}
