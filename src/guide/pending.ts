import { OUTPUT_KINDS, type OutputKind } from "../config/config.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { allAlignments } from "../model/query.ts";
import type { Model } from "../model/types.ts";
import type { Review } from "../review/feature.ts";

/** Checks that hold one part of a design against others, with the families of facts whose sections may still bring what they miss. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  "undeclared-component": ["components", "system-diagram", "flows"],
  "unmotivated-component": ["coverage", "flows", "decisions", "patterns", "risks"],
  "unreachable-node": ["system-diagram"],
  "picture-mismatch": ["components", "system-diagram", "flows"],
  "undocumented-integration": ["internal-integrations", "external-integrations"],
  "unknown-technology": ["decisions"],
  "unowned-interface": ["components", "endpoints", "functions", "commands", "events"],
  "undefined-type": ["structures"],
  "unused-data-structure": ["endpoints", "functions", "commands", "events", "error-format"],
  "missing-error-case": ["errors", "endpoints", "functions", "commands", "events"],
  "status-mismatch": ["errors"],
  "weak-answer": ["components", "coverage", "flows"],
};

/** Checks that ask whether anything in the design says something, wherever that is. */
const ANYWHERE = new Set(["unmet-obligation", "value-drift", "missing-literal"]);

/** Findings of a section, or of a document, by whether it is time to mend them. */
export interface ByTime {
  now: WordedFinding[];
  /** What refers to a section that is not written yet; it counts as soon as that one stands. */
  pending: WordedFinding[];
}

/** Parts findings into those that are to be mended and those that wait for a section which is still to be written. */
export function byTime({ model }: Review, findings: readonly WordedFinding[]): ByTime {
  const missing = missingFamilies(model);
  const waits = (finding: WordedFinding) => isPending(model, missing, finding);
  return { now: findings.filter((finding) => !waits(finding)), pending: findings.filter(waits) };
}

/** The families of facts of each output whose sections are called for and not there. */
function missingFamilies({ documents }: Model): ReadonlyMap<OutputKind, ReadonlySet<string>> {
  return new Map(
    OUTPUT_KINDS.map((kind) => {
      const document = documents[kind];
      // A document that is not there yet has all of its sections before it.
      const absent = document ? allAlignments(document).filter(({ required, sections }) => required && sections.length === 0) : [];
      const families = absent.flatMap(({ template: { facts, title, repeated } }) => (repeated ? [] : [facts ?? title]));
      return [kind, new Set(document ? families : ["document"])];
    }),
  );
}

function isPending(model: Model, missing: ReadonlyMap<OutputKind, ReadonlySet<string>>, finding: WordedFinding): boolean {
  const { check, message, severity } = finding;
  const all = [...missing.values()];
  if (all.every(({ size }) => size === 0)) return false;
  if (check === "broken-link" && message.startsWith("fragment")) {
    const target = targetOf(model, finding);
    return target !== undefined && (missing.get(target)?.size ?? 0) > 0;
  }
  // What contradicts an input for certain does so whatever is still to come.
  if (ANYWHERE.has(check)) return severity === "warning";
  const awaited = REFERENCES[check] ?? [];
  return all.some((families) => (families.has("document") && awaited.length > 0) || awaited.some((facts) => families.has(facts)));
}

/** The output that a link to a heading leads to, if it is one of this feature. */
function targetOf({ files }: Model, { arguments: { url = "" }, place: { file } }: WordedFinding): OutputKind | undefined {
  const path = String(url).split("#", 1)[0]?.replace(/^\.\//, "") ?? "";
  const name = path === "" ? file.slice(file.lastIndexOf("/") + 1) : path;
  return OUTPUT_KINDS.find((kind) => files[kind] === name);
}
