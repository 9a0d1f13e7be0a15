import type { Section, Span, Table } from "../../markdown/index.ts";
import { outputs } from "../query.ts";
import type { AlignedDocument, Model } from "../types.ts";

/**
 * @returns all that both outputs say, diagrams included, without what the template says: headings and the headers of
 *   tables; and without the addresses of links, so that a link to a pattern does not yet speak of it
 */
export function statedInOutputs(model: Model): string {
  return outputs(model).flatMap(saidIn).join("\n");
}

function saidIn({ markdown }: AlignedDocument): string[] {
  const { prose, preamble, allSections } = markdown;
  return [preamble, ...allSections].flatMap((section) => [
    ...without(prose, section, headersOf(section)),
    ...section.blocks.map(({ value }) => value),
  ]);
}

function headersOf({ tables, fields }: Section): Pick<Span, "start" | "end">[] {
  const headerOf = ({ header }: Table) => {
    const [first, last] = [header[0], header.at(-1)];
    return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
  };
  return [...tables, ...fields.flatMap((field) => field.tables)].flatMap(headerOf).sort((a, b) => a.start - b.start);
}

/** A section's own text up to its first subsection, without some stretches. */
function without(text: string, { heading, span, sections }: Section, gaps: readonly Pick<Span, "start" | "end">[]): string[] {
  const starts = [heading.end, ...gaps.map(({ end }) => end)];
  const ends = [...gaps.map(({ start }) => start), sections[0]?.span.start ?? span.end];
  return starts.map((start, index) => text.slice(start, ends[index]));
}
