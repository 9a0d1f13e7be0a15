import type { Root } from "mdast";
import { boundMarks } from "./nesting.ts";
import { boundParagraphs } from "./paragraphs.ts";

type Parser = (text: string) => Root;

async function choose(): Promise<Parser> {
  try {
    const { markdownToMdast } = await import("./native.ts");
    return (text) => markdownToMdast(text, { features: { gfm: true, frontmatter: true } }) as Root;
  } catch {
    // No binary for this machine: the portable parser gives the same tree.
    const { parsePortably } = await import("./fallback.ts");
    return parsePortably;
  }
}

const parse = await choose();

/** What a text says, and where more of it stands in one paragraph than is read in one. */
export interface ParsedText {
  tree: Root;
  /** The offset at which the first paragraph was cut. */
  cut?: number;
}

/** Parses Markdown (without a byte order mark) to an mdast tree with positions, in bounded time. The only place that knows the parser. */
export function parseText(text: string): ParsedText {
  const { text: bounded, cut } = boundParagraphs(boundMarks(text));
  return { tree: parse(bounded), ...(cut !== undefined && { cut }) };
}
