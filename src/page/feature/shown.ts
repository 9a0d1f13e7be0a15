import type { Root } from "mdast";
import { type DocumentKind, type Model, OUTPUT_KINDS, type Place, readTree } from "../../core.ts";

/** A document as it stands on a page. */
export interface ShownDocument {
  kind: DocumentKind;
  file: string;
  /** The id of the document on the page; ids of what is in it begin with it. */
  id: string;
  title: string;
  tree: Root;
  /** The id that the documents' own links give a heading, by its line. */
  anchors: ReadonlyMap<number, string>;
  /** The first and the last line of each block that stands at the top. */
  blocks: readonly { from: number; to: number }[];
}

/** @returns both outputs of a feature, as far as they are there */
export function shownDocuments({ documents }: Model, id: string): ShownDocument[] {
  return OUTPUT_KINDS.flatMap((kind): ShownDocument[] => {
    const document = documents[kind];
    if (!document) return [];
    const { markdown, file } = document;
    const tree = readTree(markdown.text);
    return [
      {
        kind,
        file,
        id: `${id}.${kind}`,
        title: TITLES[kind],
        tree: { ...tree, children: tree.children.filter((node) => node.type !== "heading" || node.depth > 1) },
        anchors: new Map(markdown.allSections.map(({ heading, anchor }) => [heading.line, anchor])),
        blocks: tree.children.flatMap(({ position }) => (position ? [{ from: position.start.line, to: position.end.line }] : [])),
      },
    ];
  });
}

const TITLES: Readonly<Record<(typeof OUTPUT_KINDS)[number], string>> = {
  architecture: "Architecture",
  "backend-design": "Backend design",
};

/** @returns the id of the block that a line stands in */
export function blockId({ id, blocks }: ShownDocument, line: number): string {
  const block = blocks.find(({ from, to }) => from <= line && line <= to);
  return block ? `${id}.L${block.from}` : id;
}

/** @returns the address of a place on the page that shows it; undefined where no document on it holds the place */
export function addressOfPlace(documents: readonly ShownDocument[], { file, line }: Place): string | undefined {
  const document = documents.find((shown) => shown.file === file);
  return document && `#${blockId(document, line)}`;
}
