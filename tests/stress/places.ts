import type { DocumentKind } from "../../src/core.ts";

/** Where in the worked example a long text is put. */
export interface Place {
  document: DocumentKind;
  /** The heading before which it stands: at the end of the section that is there. */
  before: string;
  /** What leads in to it, so that it is read as what stands there. */
  lead?: string;
}

const STRUCTURE = "### LongPart\n\n**Purpose**: What is long.\n\n";

export const PLACES: readonly Place[] = [
  { document: "prd", before: "## Non-Functional Requirements" },
  { document: "prd", before: "## Functional Requirements" },
  { document: "prd", before: "## Security Requirements" },
  { document: "research", before: "## Components in Scope" },
  { document: "research", before: "## Existing Interfaces" },
  { document: "contracts", before: "## Interfaces", lead: STRUCTURE },
  { document: "contracts", before: "## Error Codes" },
  { document: "data-design", before: "## Indexes", lead: "### long_parts\n\n" },
  { document: "architecture", before: "## System Architecture Diagram" },
  { document: "architecture", before: "## Data Flow" },
  { document: "architecture", before: "## Integration Points" },
  { document: "architecture", before: "## Related Documents" },
  { document: "backend-design", before: "## Interface Specifications", lead: STRUCTURE },
  { document: "backend-design", before: "## Error Handling" },
  { document: "backend-design", before: "## Related Documents" },
];
