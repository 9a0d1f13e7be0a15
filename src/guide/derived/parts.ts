import type { OutputKind } from "../../config/config.ts";
import { wordFor } from "../../context/standard-words.ts";
import type { TemplateSection } from "../../context/types.ts";
import type { Model } from "../../model/types.ts";
import { coverageRows } from "./coverage.ts";
import { relatedDocuments } from "./related.ts";

/** A section that follows from the others, as it should read now. */
export interface DerivedPart {
  /** The title, as the template has it. */
  title: string;
  /** Markdown below the heading. */
  body: string;
}

/** What is written from what is already there, by the family of facts that a section of the template holds. */
const COMPOSERS: Readonly<Record<string, (model: Model, kind: OutputKind, section: TemplateSection) => string[]>> = {
  coverage: (model, _, section) => {
    const [columns] = section.parts.flatMap((part) => (part.form === "table" ? [part.columns] : []));
    const rows = coverageRows(model);
    // A team whose table asks for more says itself what stands there.
    return columns?.length === 2 && rows.length > 0
      ? table(
          columns.map((column) => wordFor(section, column)),
          rows,
        )
      : [];
  },
  "related-documents": (model, kind) => relatedDocuments(model, kind),
};

/** @returns the sections of a document that follow from the others; those of which nothing can be said yet are left out */
export function derivedParts(model: Model, kind: OutputKind): DerivedPart[] {
  return model.context.templates[kind].sections.flatMap((section) => {
    const lines = COMPOSERS[section.facts ?? ""]?.(model, kind, section) ?? [];
    return lines.length === 0 ? [] : [{ title: section.title, body: lines.join("\n") }];
  });
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}
