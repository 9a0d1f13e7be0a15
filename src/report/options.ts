import type { Category, Severity } from "../findings/finding.ts";
import type { AcrossVerdict } from "../verdict/types.ts";
import type { Style } from "./style.ts";

/** A check with the text of its page. */
export interface CheckPage {
  id: string;
  category: Category;
  severity: Severity;
  page: string;
}

/** What a report may need beside the reviews. */
export interface ReportOptions {
  /** Every check that ran, with its page. */
  checks: readonly CheckPage[];
  /** The version of groundplan. */
  version: string;
  /** The version of Mermaid that gave the verdict on the diagrams. */
  mermaid: string;
  style?: Style;
  /** The findings across features, where all features were looked at. */
  system?: AcrossVerdict;
}
