import type { DocumentKind } from "../config/config.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { titleKey } from "../text/names.ts";
import type { Review } from "./feature.ts";

/** @returns the findings of a review that stand in one top section of a document. */
export function findingsIn({ findings, model }: Review, kind: DocumentKind, title: string): WordedFinding[] {
  const document = model.documents[kind];
  const span = document?.alignments.find(({ template }) => titleKey(template.title) === titleKey(title))?.sections[0]?.span;
  if (!document || !span) return [];
  // The length is the document's; a missing top section stands at the next one's heading.
  const concernsWhole = (finding: WordedFinding) =>
    finding.check === "line-count" || (finding.check === "missing-section" && String(finding.arguments.heading).startsWith("## "));
  return findings
    .filter((finding) => !concernsWhole(finding))
    .filter(({ place }) => place.file === document.file && place.line >= span.line && place.line < Math.max(span.endLine, span.line + 1));
}
