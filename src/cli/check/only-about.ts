import { type CheckedFeatures, type FeatureKey, formatKey, type WordedFinding } from "../../core.ts";

/**
 * Of what was found in all features, keeps what is in some of them, and what contradicts one of them elsewhere: the other
 * feature is told with that alone.
 */
export function onlyAbout(keys: readonly FeatureKey[], { verdicts, across }: CheckedFeatures): CheckedFeatures {
  const names = new Set(keys.map(formatKey));
  const own = verdicts.filter(({ key }) => names.has(formatKey(key)));
  if (!across) return { verdicts: own };
  const isIn = (file: string, { folder }: { folder: string }) => file.startsWith(`${folder}/`);
  const isAbout = ({ place, related = place }: WordedFinding) =>
    own.some((verdict) => isIn(place.file, verdict) || isIn(related.file, verdict));
  const findings = across.findings.filter(isAbout);
  const others = verdicts.filter((verdict) => !own.includes(verdict) && findings.some(({ place }) => isIn(place.file, verdict)));
  return {
    verdicts: [...own, ...others.map((verdict) => ({ ...verdict, findings: [], stale: [], failed: [] }))],
    // What the baseline has of the other features was not asked for.
    across: { ...across, stale: [], findings },
  };
}
