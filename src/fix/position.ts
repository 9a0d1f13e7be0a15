import type { Section } from "../markdown/index.ts";
import type { Alignment } from "../model/types.ts";
import type { Level } from "./level.ts";

/** Where a missing section belongs, and the rank of its heading there. */
export interface Position {
  offset: number;
  depth: number;
  /** Its own subsections stand there already, without their heading: it goes in front of them. */
  adopts: boolean;
}

/** @returns the place that the template's order gives a missing section: in front of what follows it, else behind what precedes it. */
export function positionOf(level: Level): Position {
  const { document, alignment, siblings, parent } = level;
  const text = document.markdown.text;
  const home = parent?.sections[0];
  const end = home?.span.end ?? text.length;
  const order = standing(siblings, home?.span.start ?? 0, end);
  const own = siblings.indexOf(alignment);
  const next = order.find(({ at }) => at > own)?.section;
  const previous = order.findLast(({ at }) => at < own)?.section;
  const depth = next?.depth ?? previous?.depth ?? (home ? home.depth + 1 : alignment.template.depth);
  const limit = next?.span.start ?? previous?.span.end ?? end;
  const orphan = firstOrphan(level, previous?.heading.end ?? home?.heading.end ?? 0, limit, depth);
  return { offset: lineStart(text, orphan?.heading.start ?? limit), depth, adopts: orphan !== undefined };
}

interface Standing {
  section: Section;
  at: number;
}

/** The siblings that stand in the template's order, with those misspelt ones that will once they are renamed. */
function standing(siblings: readonly Alignment[], from: number, to: number): Standing[] {
  const inside = (section: Section | undefined): section is Section =>
    section !== undefined && section.span.start >= from && section.span.start < to;
  const kept = siblings.flatMap(({ sections: [section], misplaced, template }, at): Standing[] =>
    inside(section) && !misplaced && !template.repeated ? [{ section, at }] : [],
  );
  const misspelt = siblings.flatMap(({ misspelt: section }, at): Standing[] =>
    inside(section) && kept.every((other) => other.at < at === other.section.span.start < section.span.start) ? [{ section, at }] : [],
  );
  return [...kept, ...misspelt].sort((a, b) => a.at - b.at);
}

/** Where only a heading was lost, its subsections now stand under the section before it, with nothing else behind them. */
function firstOrphan({ alignment, document }: Level, from: number, to: number, depth: number): Section | undefined {
  const children = alignment.children.flatMap(({ sections }) => sections);
  const between = document.markdown.allSections.filter(({ span }) => span.start >= from && span.start < to);
  const first = between.find((section) => children.includes(section));
  if (!first || first.depth <= depth) return undefined;
  const behind = between.slice(between.indexOf(first)).filter((section) => section.depth <= first.depth);
  return behind.every((section) => children.includes(section)) ? first : undefined;
}

/** A heading may be indented; at the end of the text there is no line to go back to. */
function lineStart(text: string, offset: number): number {
  return offset >= text.length ? text.length : text.lastIndexOf("\n", offset - 1) + 1;
}
