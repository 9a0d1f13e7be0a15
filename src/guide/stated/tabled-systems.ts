import type { AlignedDocument, Model } from "../../model/types.ts";
import type { StatedSystem } from "./types.ts";

/** What the columns of a table of systems are called: who it is, what for, and what happens without it. */
const SYSTEM = /^(?:(?:external |third[- ]party )?(?:systems?|services?|providers?|apis?)|dependency|integration)$/i;
const PURPOSE = /^(?:used? for|used by us for|usage|purpose|why|what for|role|reason|description|does)\b/i;
const FALLBACK = /\b(?:down|unavailable|away|fails?|failure|outage|fallback|without it)\b/i;

/** @returns the systems that a table of the PRD lists with what they are used for, below whatever heading it stands */
export function tabledSystems({ documents: { prd } }: Model): StatedSystem[] {
  return prd ? prd.markdown.allSections.flatMap(({ tables }) => tables.flatMap((table) => systemsOf(prd, table))) : [];
}

function systemsOf(
  prd: AlignedDocument,
  { header, rows, span }: AlignedDocument["markdown"]["sections"][number]["tables"][number],
): StatedSystem[] {
  const at = (pattern: RegExp) => header.findIndex(({ text }, index) => index > 0 && pattern.test(text.trim()));
  const [purpose, fallback] = [at(PURPOSE), at(FALLBACK)];
  if (!SYSTEM.test(header[0]?.text.trim() ?? "") || purpose === -1) return [];
  return rows.flatMap((row) => {
    const name = row[0]?.text.trim() ?? "";
    const { file, line } = prd.place(row[0]?.span ?? span);
    if (name === "") return [];
    return [{ name, internal: false, purpose: row[purpose]?.text ?? "", fallback: row[fallback]?.text ?? "", sources: [{ file, line }] }];
  });
}
