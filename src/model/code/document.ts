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

/**
 * A block of code is one defect, however many lines of it are code; each label of a diagram is one of its own.
 *
 * @returns the code in a document, wherever it stands, in the order of blocks, inline code and prose
 */
export function codeIn(markdown: MarkdownDocument): readonly PlacedCode[] {
  const found = known.get(markdown) ?? findIn(markdown);
  known.set(markdown, found);
  return found;
}

const known = new WeakMap<MarkdownDocument, readonly PlacedCode[]>();

function findIn(markdown: MarkdownDocument): PlacedCode[] {
  return containersOf(markdown).flatMap(({ text, container, block, spanOf }) =>
    findCode(text, container)
      .slice(0, container.form === "block" ? 1 : undefined)
      .filter(({ kind }) => !(block && container.form === "label" && isDefining(block)) || kind === "sql")
      .map((fact) => ({ ...fact, found: text.slice(fact.start, fact.end), ...(block && { block }), span: spanOf(fact) })),
  );
}

/** Languages of settings: code of any other kind in such a block is not what the block says. */
const SETTINGS = new Set(["YAML", "TOML", "INI", "properties", "environment", "HCL", "Dockerfile", "nginx"]);

/** @returns whether a team that lets the language of the block pass has let this code pass; SQL in another language is not meant. */
export function isLetPass({ kind, block }: PlacedCode): boolean {
  const named = block && languageNamed(block.language);
  if (named === undefined || kind === "drawing") return false;
  if (SETTINGS.has(named)) return kind === "configuration";
  return kind !== "sql" || named === "SQL";
}
