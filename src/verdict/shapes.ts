import { INTERFACE_KINDS } from "../config/config.ts";
import type { FeatureKey } from "../feature/types.ts";
import { CATEGORIES, type Place, SEVERITIES, type WordedFinding } from "../findings/finding.ts";
import { STEP_IDS } from "../guide/steps.ts";
import type { Suppression } from "../model/types.ts";
import type { Family, JudgedFacts } from "../system/feature-facts.ts";
import type { SystemFeature } from "../system/types.ts";
import type { Entry } from "./entry.ts";
import { byName, count, listOf, oneOf, perhaps, record, type Shape, text, truth } from "./shape.ts";
import type { AcrossVerdict, Verdict } from "./types.ts";

/** A verdict as it is kept: of its checklist, how many findings stand against each line. */
export type MarkedVerdict = Omit<Verdict, "checklist"> & { checklist: number[] };

const place = record<Place>({ file: text, line: count, column: count, endLine: perhaps(count), endColumn: perhaps(count) });

const finding = record<WordedFinding>({
  check: text,
  category: oneOf(CATEGORIES),
  severity: oneOf(SEVERITIES),
  message: text,
  arguments: byName((value): value is string | number => text(value) || count(value)),
  place,
  related: perhaps(place),
  text,
  advice: text,
  page: text,
});

const told = {
  findings: listOf(finding),
  suppressed: count,
  baselined: count,
  stale: listOf(record<Verdict["stale"][number]>({ file: text, check: text })),
  lines: byName(text),
};

export const isVerdict: Shape<MarkedVerdict> = record<MarkedVerdict>({
  ...told,
  key: record<FeatureKey>({ epic: text, feature: text }),
  folder: text,
  progress: perhaps(record<NonNullable<Verdict["progress"]>>({ done: count, next: oneOf([...STEP_IDS, "finished"]), open: count })),
  failed: listOf(text),
  checklist: listOf(count),
});

export const isAcrossVerdict: Shape<AcrossVerdict> = record<AcrossVerdict>(told);

/** The first of two lines about a feature in a file of the cache; the second is read only when it is asked for. */
export const isHead = record<Omit<Entry, "line">>({ name: text, stamp: text, sources: listOf(text) });

const feature = record<SystemFeature>({ name: text, title: text, owner: text });
type Fact<Name extends Family> = JudgedFacts[Name] extends (infer One)[] ? One : never;
type Events = JudgedFacts["events"];

const taken = record<Events["components"][number]["consumes"][number]>({ name: text, clause: text, place, sourced: truth });

const events = record<Events>({
  feature,
  specified: listOf(text),
  codes: listOf(text),
  components: listOf(
    record<Events["components"][number]>({
      name: text,
      exposes: listOf(record<{ name: string; place: Place }>({ name: text, place })),
      consumes: listOf(taken),
    }),
  ),
  specifications: listOf(
    record<Events["specifications"][number]>({
      name: text,
      side: oneOf(["producers", "consumers", "none"]),
      party: perhaps(record({ name: text, feature, place })),
      sourced: truth,
    }),
  ),
});

const families: { [Name in Family]: Shape<JudgedFacts[Name]> } = {
  components: listOf(
    record<Fact<"components">>({ name: text, feature, place, purpose: text, words: text, dependencies: text, exposes: listOf(text) }),
  ),
  integrations: listOf(
    record<Fact<"integrations">>({
      feature,
      place,
      system: text,
      boundary: oneOf(["internal", "external"]),
      mechanism: text,
      purpose: text,
      fallback: text,
    }),
  ),
  choices: listOf(record<Fact<"choices">>({ feature, place, product: text, version: text, open: truth, layer: text, decided: truth })),
  errors: listOf(record<Fact<"errors">>({ code: text, feature, place, status: text, meaning: text })),
  events,
  interfaces: listOf(record<Fact<"interfaces">>({ key: text, name: text, kind: oneOf(INTERFACE_KINDS), feature, place, extends: truth })),
  fields: listOf(
    record<Fact<"fields">>({
      kind: oneOf(["structure", "entity"]),
      owner: text,
      name: text,
      type: text,
      family: text,
      values: text,
      feature,
      place,
    }),
  ),
  suppressions: listOf(record<Suppression>({ check: text, reason: text, file: text, from: count, to: count, place })),
};

/** A family of a feature's facts, as it is kept. */
export interface KeptFacts<Name extends Family> {
  feature: SystemFeature;
  facts: JudgedFacts[Name];
}

export const FACTS = Object.fromEntries(
  Object.entries<Shape<unknown>>(families).map(([family, facts]) => [
    family,
    record<{ feature: SystemFeature; facts: unknown }>({ feature, facts }),
  ]),
) as unknown as { [Name in Family]: Shape<KeptFacts<Name>> };
