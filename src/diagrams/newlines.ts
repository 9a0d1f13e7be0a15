import type { Parsed } from "./types.ts";

/**
 * Mermaid ends a line at a carriage return as well; places are given in lines that end with a newline, as files are
 * counted everywhere else.
 *
 * @param text the contents of the block, as written
 * @param parsed with the lines that Mermaid counts
 */
export function countNewlines(text: string, parsed: Parsed): Parsed {
  if (!/\r(?!\n)/.test(text)) return parsed;
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  const place = <Placed extends { line: number; column?: number }>(placed: Placed): Placed => {
    const start = starts[placed.line - 1] ?? text.length;
    const before = text.slice(0, start);
    const lead = start - (before.lastIndexOf("\n") + 1);
    return {
      ...placed,
      line: before.split("\n").length,
      ...(placed.column !== undefined && { column: placed.column + lead }),
    };
  };
  const { graph, problem } = parsed;
  return {
    ...parsed,
    graph: {
      ...graph,
      nodes: graph.nodes.map(place),
      arrows: graph.arrows.map(place),
      entities: graph.entities.map((entity) => ({ ...place(entity), attributes: entity.attributes.map(place) })),
    },
    ...(problem && { problem: { ...place(problem), ...(problem.mistake && { mistake: place(problem.mistake) }) } }),
  };
}
