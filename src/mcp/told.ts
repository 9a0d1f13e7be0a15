import { byConsequence, type FeatureKey, fingerprints, formatKey, type WordedFinding } from "../core.ts";
import type { Session } from "./project.ts";
import { alike, countByCheck, lineOf, placeOf } from "./shown/brief-lines.ts";

/** An author mends a few findings at a time, the dearest first. */
export const MOST_FINDINGS = 10;
/** What was told before is named by its place; more of them are counted. */
const MOST_STILL = 12;

/** What each session's assistant has been told of a feature, by the names of the findings; nothing depends on it but what is told again. */
const told = new WeakMap<Session, Map<string, Set<string>>>();

function namesIn(session: Session, what: string): Set<string> {
  const all = told.get(session) ?? new Map<string, Set<string>>();
  told.set(session, all);
  const names = all.get(what) ?? new Set<string>();
  all.set(what, names);
  return names;
}

const toldOf = (session: Session, key: FeatureKey) => namesIn(session, `findings of ${formatKey(key)}`);
const toldThings = (session: Session, key: FeatureKey) => namesIn(session, `things of ${formatKey(key)}`);

/** What of a feature's findings an answer tells. */
export interface Telling {
  session: Session;
  key: FeatureKey;
  /** Every finding of the feature: what was told and is not among them is gone. */
  all: readonly WordedFinding[];
  /** Those that the answer is about. */
  concerned: readonly WordedFinding[];
}

/** @returns lines on what is new to the assistant, the dearest first; what was told before is only named, and what is gone is counted */
export function tellChanges({ session, key, all, concerned }: Telling): string[] {
  const known = toldOf(session, key);
  const names = namesOf(all);
  const present = new Set(names.values());
  const gone = [...known].filter((name) => !present.has(name));
  for (const name of gone) known.delete(name);
  const isKnown = (finding: WordedFinding) => known.has(names.get(finding) ?? "");
  const still = concerned.filter(isKnown);
  const fresh = concerned.filter((finding) => !isKnown(finding));
  const groups = alike(byConsequence(fresh));
  const shown = groups.slice(0, MOST_FINDINGS);
  for (const finding of shown.flat()) known.add(names.get(finding) ?? "");
  const rest = groups.slice(MOST_FINDINGS).flat();
  return [
    ...(gone.length + still.length > 0 ? [`Findings: ${fresh.length} new, ${gone.length} gone, ${still.length} still there.`] : []),
    ...shown.map(lineOf),
    ...(rest.length > 0 ? [`- and ${rest.length} more, told when these are mended: ${countByCheck(rest)}`] : []),
    ...(still.length > 0 ? [`Still there, told before (check_feature tells them again): ${namedByPlace(still)}.`] : []),
  ];
}

/** @returns the things that were not told before, by their names; from now on they are */
export function untold<Thing>(session: Session, key: FeatureKey, things: readonly Thing[], nameOf: (thing: Thing) => string): Thing[] {
  const known = toldThings(session, key);
  const fresh = things.filter((thing) => !known.has(nameOf(thing)));
  for (const thing of fresh) known.add(nameOf(thing));
  return fresh;
}

/** As {@link tellChanges}, of all that concerns the answer, told before or not. */
export function tellAll({ session, key, all, concerned }: Telling): string[] {
  const known = toldOf(session, key);
  const names = namesOf(all);
  const groups = alike(byConsequence(concerned));
  const shown = groups.slice(0, MOST_FINDINGS);
  for (const finding of shown.flat()) known.add(names.get(finding) ?? "");
  const rest = groups.slice(MOST_FINDINGS).flat();
  return [...shown.map(lineOf), ...(rest.length > 0 ? [`- and ${rest.length} more: ${countByCheck(rest)}`] : [])];
}

function namesOf(all: readonly WordedFinding[]): Map<WordedFinding, string> {
  const names = fingerprints(all);
  return new Map(all.map((finding, index) => [finding, names[index] ?? ""]));
}

function namedByPlace(findings: readonly WordedFinding[]): string {
  const named = findings.slice(0, MOST_STILL).map((finding) => `${placeOf(finding)} ${finding.check}`);
  const more = findings.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
