import { readMarkdown } from "../../markdown/index.ts";
import { codeIn, type PlacedCode } from "./document.ts";
import { isMermaid } from "./mermaid.ts";

/** What the two questions of the no-code rule answer for a piece of Markdown. */
export interface JudgedSnippet {
  blocks: number;
  mermaid: number;
  /** Policy: blocks that are not Mermaid. */
  refused: number;
  /** Content: the code in it; drawings are none. */
  code: PlacedCode[];
}

/** Answers both questions for one snippet, without a document around it: what `npm run eval:no-code` measures. */
export function judgeSnippet(text: string): JudgedSnippet {
  const markdown = readMarkdown(text);
  const mermaid = markdown.blocks.filter(isMermaid).length;
  const code = codeIn(markdown).filter(({ kind }) => kind !== "drawing");
  return { blocks: markdown.blocks.length, mermaid, refused: markdown.blocks.length - mermaid, code };
}
