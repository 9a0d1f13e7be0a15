import type { Root } from "mdast";

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

/** Parses Markdown (without a byte order mark) to an mdast tree with positions. The only place that knows the parser. */
export const parseTree: Parser = await choose();
