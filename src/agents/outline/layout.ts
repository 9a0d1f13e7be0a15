/** How dense a document is written; chosen so that the whole fits its line budget. */
export interface Layout {
  components: "headings" | "table";
  structures: "headings" | "table";
  interfaces: "headings" | "table";
  /** Labelled fields on paragraphs of their own, or one below the other as a list. */
  fields: "paragraphs" | "list";
}

/** From the most readable layout to the densest. */
export const LAYOUTS: readonly Layout[] = [
  { components: "headings", structures: "headings", interfaces: "headings", fields: "paragraphs" },
  { components: "headings", structures: "headings", interfaces: "headings", fields: "list" },
  { components: "table", structures: "headings", interfaces: "headings", fields: "list" },
  { components: "table", structures: "headings", interfaces: "table", fields: "list" },
  { components: "table", structures: "table", interfaces: "headings", fields: "list" },
  { components: "table", structures: "table", interfaces: "table", fields: "list" },
];
