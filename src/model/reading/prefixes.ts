import type { MarkdownDocument } from "../../markdown/index.ts";
import { isKnownPrefix, isStandard } from "../requirements/ids.ts";

const LEADING =
  /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,4}[.)])[ \t]{1,8}|#{1,6}[ \t]{1,8}|\|[ \t]{0,8})?(?:\[[ xX]\][ \t]{1,4})?[*_`[(]{0,6}([A-Z]{1,12}(?:[-_][A-Z]{1,12}){0,3})[-_ \u00a0.]?\d{1,6}(?:\.\d{1,4}){0,3}[a-z]?[\])*_`]{0,6}[ \t]{0,4}(?:[:：|.)–—-]|\]\(|$|(?<=\])(?=[ \t]))/gmu;

const HEADING = /^#{1,6}[ \t]{1,8}[*_`[(]{0,6}(?=[A-Z]{2}|[A-Z]-\d{2})([A-Z]{1,12})-\d{1,6}[a-z]?[\])*_`]{0,6}[ \t\u3000]{1,4}\p{L}/gmu;

/** `**S1** As a guest`: what stands out in bold is parted from what follows. */
const BOLD =
  /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,4}[.)])[ \t]{1,8})?(?:\*\*|__)([A-Z]{1,12}(?:[-_][A-Z]{1,12}){0,3})[-_]?\d{1,6}(?:\.\d{1,4}){0,3}(?:\*\*|__)[ \t]{1,4}\p{L}/gmu;

const TITLED = /^([A-Z]{1,12}(?:[-_][A-Z]{1,12}){0,3})[-_]\d{1,6}(?:\.\d{1,4}){0,3}[ \t\u3000]{1,4}(?=\p{L})/gmu;

/** @returns the prefixes with which at least two lines begin whose ids nothing parts from their titles: `FR-001 User accounts`. */
export function seriesIn({ prose }: MarkdownDocument): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const [, prefix = ""] of prose.matchAll(TITLED)) if (isKnownPrefix(prefix)) seen.set(prefix, (seen.get(prefix) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count >= 2).map(([prefix]) => prefix));
}

/** @returns the prefixes of a document's own with which at least two of its lines begin, each with another number. */
export function prefixesIn({ prose }: MarkdownDocument): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const [, prefix = ""] of [...prose.matchAll(LEADING), ...prose.matchAll(HEADING), ...prose.matchAll(BOLD)]) {
    if (isKnownPrefix(prefix) || isStandard(prefix)) continue;
    seen.set(prefix, (seen.get(prefix) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 2).map(([prefix]) => prefix));
}
