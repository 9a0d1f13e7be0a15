import type { CodeBlock } from "../../markdown/index.ts";
import type { AlignedDocument, BlockContent, CodeFound, RefusedBlock } from "../types.ts";
import { codeIn, isLetPass, type PlacedCode } from "./document.ts";
import { languageNamed } from "./languages.ts";
import { isMermaid } from "./mermaid.ts";
import { isPayload } from "./output.ts";

/**
 * Reads the facts of the no-code rule. A block that is refused as a whole is not taken apart.
 *
 * @returns the blocks that are neither Mermaid nor in a language that the team lets pass, each with what it holds, and the
 * code that stands outside of them
 */
export function readCode(document: AlignedDocument | undefined): { blocks: RefusedBlock[]; code: CodeFound[] } {
  if (!document) return { blocks: [], code: [] };
  const { markdown, settings, kind, place } = document;
  const found = codeIn(markdown);
  const held = new Map(found.map((code) => [code.block, code]));
  const refused = new Set(markdown.blocks.filter((block) => !isMermaid(block) && !settings.allowLanguages.includes(block.language)));
  const outside = found.filter((code) => !(code.block && refused.has(code.block)) && !isLetPass(code));
  return {
    blocks: [...refused].map((block) => {
      const { form, language, span } = block;
      return { document: kind, form, language, holds: contentOf(block, held.get(block)), place: place(span) };
    }),
    code: outside.map((code) => ({ ...nameOf(code), document: kind, found: code.found, place: place(code.span) })),
  };
}

function contentOf(block: CodeBlock, held: PlacedCode | undefined): BlockContent | undefined {
  if (held) return nameOf(held);
  return isPayload(block.value) ? { kind: "payload", language: "", construct: "payload" } : undefined;
}

/** A fence names the language, where the words alone leave it open. */
function nameOf({ kind, language, construct, block }: PlacedCode): BlockContent {
  return { kind, language: language || (block && kind !== "drawing" ? (languageNamed(block.language) ?? "") : ""), construct };
}
