import { CATALOGUE_CHECKS } from "../checks/catalogue.ts";
import { toFinding } from "../checks/define.ts";
import { byPlace, wordFinding } from "../checks/run.ts";
import type { Config } from "../config/config.ts";
import { settingsFor } from "../config/settings.ts";
import type { Catalogue } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";

/**
 * Judges a catalogue of patterns on a day. Pure, as {@link review} is.
 *
 * @param today as YYYY-MM-DD
 */
export function reviewCatalogue(catalogue: Catalogue, config: Config, today: string): WordedFinding[] {
  const found = CATALOGUE_CHECKS.flatMap((check) => Array.from(check.inspect(catalogue, today), (report) => toFinding(check, report)));
  return found
    .flatMap((finding) => {
      const level = settingsFor(config, finding.place.file).checks[finding.check] ?? finding.severity;
      return level === "off" ? [] : [wordFinding({ ...finding, severity: level })];
    })
    .sort(byPlace);
}
