/** How dense a document is written; chosen so that the whole fits its line budget. */
export interface Layout {
  components: "headings" | "table";
  structures: "headings" | "table";
  /** `compact`: headings, with the items of lists in their field's line. */
  interfaces: "headings" | "compact" | "table";
  /** Labelled fields in paragraphs of their own, or one below the other as a list. */
  fields: "paragraphs" | "list";
}

const both = ["headings", "table"] as const;

/** Every layout, those that read best first. */
export const LAYOUTS: readonly Layout[] = (["paragraphs", "list"] as const).flatMap((fields) =>
  both.flatMap((components) =>
    both.flatMap((structures) =>
      (["headings", "compact", "table"] as const).map((interfaces): Layout => ({ components, structures, interfaces, fields })),
    ),
  ),
);
