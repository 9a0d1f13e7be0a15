import { explainOrigins, formatKey, keptOrigins, type Review } from "../../core.ts";
import type { Style } from "../../report/style.ts";
import { reportOrigins } from "./report.ts";
import { composeDraft, type Drafted } from "./write.ts";

/** @returns where the lines of a feature's draft are from: as it was kept with it, or as the inputs would give it where nothing was drafted */
export function explain(drafted: Drafted, before: Review, asData: boolean, style: Style): string {
  const { workspace, key } = drafted;
  const kept = keptOrigins(workspace, key);
  const told = explainOrigins(workspace, before, kept ?? composeDraft(drafted), kept && "draft-sources.json");
  if (asData) return `${JSON.stringify({ version: 1, ...key, ...told }, null, 2)}\n`;
  const how = kept
    ? ""
    : style.dim(`Nothing of ${formatKey(key)} was drafted: this is what \`groundplan draft\` would write, and from where.\n\n`);
  return `${how}${reportOrigins(told, style)}`;
}
