import type { Model } from "../../src/core.ts";
import type { AlignedDocument, Component, Diagram } from "../../src/model/types.ts";
import { type Edit, replace } from "./edit.ts";
import { type FoundRow, rowAt } from "./rows.ts";

/** @returns the components that stand in a table, with their rows. */
export function componentRows(model: Model): { component: Component; row: FoundRow }[] {
  return model.architecture.components.flatMap((component) => {
    const row = rowAt(model.documents.architecture, component.place);
    return row ? [{ component, row }] : [];
  });
}

/** @returns the diagrams of the architecture that draw the whole system. */
export function systemDiagrams({ diagrams }: Model): Diagram[] {
  return diagrams.filter(
    ({ document, type, nodes }) => document === "architecture" && /^(?:flowchart|graph)/.test(type) && nodes.length > 0,
  );
}

/** @returns the flows of the architecture that are drawn as sequences. */
export function sequenceDiagrams({ diagrams }: Model): Diagram[] {
  return diagrams.filter(({ document, type }) => document === "architecture" && type === "sequenceDiagram");
}

/** @returns the stretch of a diagram's source in its document. */
export function sourceOf({ markdown }: AlignedDocument, { place }: Diagram): { start: number; end: number; text: string } {
  const block = markdown.blocks.find(({ span }) => span.line === place.line);
  const { start, end } = block?.span ?? { start: 0, end: 0 };
  return { start, end, text: markdown.text.slice(start, end) };
}

/** @returns edits that write another name for a part, in every line of a diagram. */
export function renameIn(document: AlignedDocument, diagram: Diagram, name: string, other: string): Edit[] {
  const { start, text } = sourceOf(document, diagram);
  // A name may be part of a longer one.
  const whole = new RegExp(`(?<![\\w])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w])`, "g");
  return Array.from(text.matchAll(whole), ({ index }) => replace({ start: start + index, end: start + index + name.length }, other));
}

/** @returns the offset behind the last line that a diagram draws. */
export function lastDrawn(document: AlignedDocument, diagram: Diagram): number {
  const { start, text } = sourceOf(document, diagram);
  return start + text.lastIndexOf("\n");
}
