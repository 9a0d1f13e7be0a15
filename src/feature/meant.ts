import { KnownError } from "../findings/errors.ts";
import { closest } from "../text/names.ts";
import { featureKey, formatKey } from "./key.ts";
import type { FeatureKey } from "./types.ts";

/** Which features people mean who write a key shorter, in other capitals or with stray blanks. */

/** Words with what stands between words in a key; all else is no other way to write a name. */
const SPOKEN = /^[\p{L}\p{N}\p{M}]+(?:(?:[-_.]| {1,3})[\p{L}\p{N}\p{M}]+)*$/u;

/** `E01-F02 Refunds` is e1, f2, refunds: as people say it. */
function wordsOf(name: string): string[] {
  const said = name.trim();
  if (!SPOKEN.test(said)) return [];
  return said
    .normalize("NFKC")
    .toLowerCase()
    .split(/[-_.]| {1,3}/)
    .map((word) => word.replace(/^(\p{L}{0,9})0+(?=\d)/u, "$1"));
}

const begins = (words: readonly string[], short: readonly string[]) => short.length > 0 && short.every((word, at) => words[at] === word);

/** From what is written alike to what is said alike; the first that fits anything counts. */
const LIKENESSES: readonly ((name: string, given: string) => boolean)[] = [
  (name, given) => name === given,
  (name, given) => wordsOf(given).join() === wordsOf(name).join() && wordsOf(given).length > 0,
  (name, given) => begins(wordsOf(name), wordsOf(given)),
];

function mostAlike<Item>(items: readonly Item[], nameOf: (item: Item) => string, given: string): Item[] {
  for (const isLike of LIKENESSES) {
    const alike = items.filter((item) => isLike(nameOf(item), given));
    if (alike.length > 0) return alike;
  }
  return [];
}

/**
 * @param epic undefined: any
 * @returns the features whose keys are the given ones, or are said alike, or begin with them; of these the ones most alike
 */
export function meantFeatures(all: readonly FeatureKey[], epic: string | undefined, feature: string): FeatureKey[] {
  const within = epic === undefined || epic.trim() === "" ? all : featuresOf(all, epic);
  // Assistants put the epic before the feature as well.
  const given = feature.slice(feature.lastIndexOf("/") + 1);
  const alike = mostAlike(within, (key) => key.feature, given);
  return alike.length > 0 ? alike : within.filter((key) => begins(wordsOf(key.feature), wordsOf(inEpic(key.epic, given))));
}

/** @returns the features of the epics whose keys are most alike to the given one. */
export function featuresOf(all: readonly FeatureKey[], epic: string): FeatureKey[] {
  return mostAlike(all, (key) => key.epic, epic);
}

/** @returns the one feature whose key is the given one, but for capitals, blanks and what stands between its words. */
export function sameFeature(all: readonly FeatureKey[], epic: string, feature: string): FeatureKey | undefined {
  const [same, second] = meantFeatures(all, epic, feature).filter(
    (key) => LIKENESSES[1]?.(key.epic, epic) && LIKENESSES[1]?.(key.feature, feature),
  );
  return second ? undefined : same;
}

/**
 * Finds the one feature that is meant.
 *
 * @throws KnownError (`key`) for what can be no key, (`unknown-feature`, `target`) where there is none, or more than one, naming the nearest
 */
export function meantFeature(all: readonly FeatureKey[], epic: string, feature: string): FeatureKey {
  const [found, second] = meantFeatures(all, epic, feature);
  if (found && !second) return found;
  if (found) throw ambiguous(`${epic}/${feature}`, meantFeatures(all, epic, feature));
  featureKey(epic.trim(), feature.trim());
  throw missing(all, epic, feature);
}

function ambiguous(given: string, found: readonly FeatureKey[]): KnownError {
  return new KnownError("target", `"${given}" means more than one feature`, `Name one of ${found.slice(0, 8).map(formatKey).join(", ")}.`);
}

function missing(all: readonly FeatureKey[], epic: string, feature: string): KnownError {
  const names = all.map(formatKey);
  const [elsewhere] = meantFeatures(all, undefined, feature);
  const nearest =
    (elsewhere && formatKey(elsewhere)) ??
    closest(`${epic}/${feature}`, names) ??
    names.find((name) =>
      name.endsWith(
        `/${closest(
          feature,
          all.map((key) => key.feature),
        )}`,
      ),
    );
  return new KnownError("unknown-feature", `no feature ${epic.trim()}/${feature.trim()}`, nearest ? `Did you mean ${nearest}?` : "");
}

/** The words at the beginning of a key that number it: E01-F02, F02, 002; a date and the name of a product number nothing. */
function numberOf(name: string): string[] {
  const raw = SPOKEN.test(name.trim())
    ? name
        .trim()
        .toLowerCase()
        .split(/[-_.]| {1,3}/)
    : [];
  const end = raw.findIndex((word) => !/^(?:[a-z]{0,4}\d{2,4}|[ef]\d{1,4})$/.test(word));
  const number = wordsOf(name).slice(0, end < 0 ? raw.length : end);
  return number.length > 1 && number.every((word) => /^\d+$/.test(word)) ? [] : number;
}

/** `F02` in the epic `E01-shop` is E01-F02. */
function inEpic(epic: string, feature: string): string {
  return [...numberOf(epic), feature.trim()].join("-");
}

/** What numbers a feature in its epic: `E01-F02` in E01 is F02. */
function numberWithin({ epic, feature }: FeatureKey): string {
  const [number, own] = [numberOf(feature), numberOf(epic)];
  return (number.length > own.length && begins(number, own) ? number.slice(own.length) : number).join();
}

const unnumberedWords = (name: string) => wordsOf(name).slice(numberOf(name).length);

/** Whether a short key means a name: it is its number, or its name without one. */
function isShortFor(name: string, short: string): boolean {
  const [number, rest] = [numberOf(short), unnumberedWords(short)];
  if (rest.length === 0) return number.length > 0 && number.join() === numberOf(name).join();
  return number.length === 0 && rest.join() === unnumberedWords(name).join();
}

/**
 * @returns the key to begin a feature under: that of the feature which is meant where it is there already, otherwise the given one, in the
 *   epic that is meant
 * @throws KnownError (`key`) for what can be no key, and (`twin`) where another feature or epic bears the same number
 */
export function keyToBegin(all: readonly FeatureKey[], epic: string, feature: string): FeatureKey {
  const own = epicToBegin(all, epic);
  const beside = all.filter((key) => key.epic === own);
  const isMeant = ({ feature: name }: FeatureKey) =>
    [feature, inEpic(own, feature)].some((given) => LIKENESSES[1]?.(name, given) || isShortFor(name, given));
  const meant = beside.filter(({ feature: name }) => name === feature.trim());
  const [found, second] = meant.length > 0 ? meant : beside.filter(isMeant);
  if (second) throw ambiguous(`${epic}/${feature}`, beside.filter(isMeant));
  if (found) return found;
  const key = featureKey(own, feature.trim());
  refuseTwin(key, all);
  return key;
}

function epicToBegin(all: readonly FeatureKey[], epic: string): string {
  const epics = [...new Set(all.map((key) => key.epic))];
  const given = epic.trim();
  if (epics.includes(given)) return given;
  const [alike, second] = epics.filter((name) => LIKENESSES[1]?.(name, given) || isShortFor(name, given));
  if (alike !== undefined && second === undefined) return alike;
  const number = numberOf(given).join();
  const twin = epics.find((name) => number !== "" && numberOf(name).join() === number);
  if (twin === undefined) return given;
  throw new KnownError("twin", `unexpected epic ${given}: ${twin} has the same number`, `Write ${twin}, or choose another number.`);
}

function refuseTwin(key: FeatureKey, all: readonly FeatureKey[]): void {
  const number = numberOf(key.feature);
  if (number.length === 0) return;
  // E01-F02 is one feature's in the whole plan; F02 is one in its epic.
  const isTwin = (other: FeatureKey) =>
    (number.length > 1 && numberOf(other.feature).join() === number.join()) ||
    (other.epic === key.epic && numberWithin(other) === numberWithin(key));
  const twin = all.find(isTwin);
  if (!twin) return;
  throw new KnownError(
    "twin",
    `unexpected key ${formatKey(key)}: ${formatKey(twin)} has the same number`,
    `Write ${formatKey(twin)} to go on with that feature, or choose a number that is free.`,
  );
}
