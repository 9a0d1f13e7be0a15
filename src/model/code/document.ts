import type { CodeBlock, MarkdownDocument, Span } from "../../markdown/index.ts";
import { containersOf } from "./containers.ts";
import { findCode } from "./find.ts";
import { languageNamed } from "./languages.ts";
import { isDefining } from "./mermaid.ts";
import type { CodeFact } from "./types.ts";

/** A stretch of code with its place in the document. */
export interface PlacedCode extends CodeFact {
  /** The words, as they stand there. */
  found: string;
  /** The block that it stands in, if it stands in one. */
  block?: CodeBlock;
  span: Span;
}

/** @returns the code in a document, wherever it stands, in the order of blocks, inline code and prose. */
export function codeIn(markdown: MarkdownDocument): PlacedCode[] {
  return containersOf(markdown).flatMap(({ text, container, block, spanOf }) =>
    findCode(text, container)
      .filter(({ kind }) => !(block && container.form === "label" && isDefining(block)) || kind === "sql")
      .map((fact) => ({ ...fact, found: text.slice(fact.start, fact.end), ...(block && { block }), span: spanOf(fact) })),
  );
}

/** @returns whether code is what its block says that it holds: a team that lets the language pass has let the code pass. */
export function isNamed({ kind, language, block }: PlacedCode): boolean {
  const named = block && languageNamed(block.language);
  return named !== undefined && (named === language || (language === "" && kind !== "sql"));
}
