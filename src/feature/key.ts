import { KnownError } from "../findings/errors.ts";
import { visibleLine } from "../text/visible.ts";
import type { FeatureKey } from "./types.ts";

// One grammar for both folder names, on every system: letters of any script, blanks and most marks; nothing that nobody sees,
// that Windows refuses, or that a path, a URL, a command line or Markdown's code reads as more than a name.
const FORBIDDEN = /[\\/<>:"|?*`\t\n\r]|%[0-9a-f]{2}|\.\.|^[\s.-]|[\s.]$/iu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$/i;
/** File systems take 255 bytes for a name. */
const LONGEST_BYTES = 240;

/** @returns whether a folder's name can be an epic's or a feature's key. */
export function isKey(name: string): boolean {
  const fits = name !== "" && Buffer.byteLength(name) <= LONGEST_BYTES;
  return fits && !FORBIDDEN.test(name) && !RESERVED.test(name) && visibleLine(name) === name;
}

/** @returns whether two names are one: some systems keep a letter and its accent apart. */
export function isSameName(one: string, other: string): boolean {
  return one === other || one.normalize("NFC") === other.normalize("NFC");
}

/**
 * @param epic folder name of the epic
 * @param feature folder name of the feature
 * @throws KnownError (`key`) when one of them is not a plain folder name
 */
export function featureKey(epic: string, feature: string): FeatureKey {
  for (const [what, name] of [
    ["epic", epic],
    ["feature", feature],
  ] as const) {
    if (isKey(name)) continue;
    const shown = `"${visibleLine(name.length > 60 ? `${name.slice(0, 57)}...` : name)}"`;
    throw new KnownError(
      "key",
      `unexpected ${what} key ${shown}`,
      'A key is a folder name of letters, digits, blanks and marks, such as E01-F02-order-refunds: none of \\ / < > : " | ? * `, and no dot, dash or blank in front.',
    );
  }
  return { epic, feature };
}

/** @returns the key as people write it: `epic/feature`. */
export function formatKey(key: FeatureKey): string {
  return `${key.epic}/${key.feature}`;
}

/**
 * Some systems hold names that differ by capitals alone for one name, others for two; a plan must mean the same on all.
 *
 * @param all the features that there are
 * @throws KnownError (`key`) when an epic or feature exists whose name differs from the key's by capitals alone
 */
export function refuseTwinInCapitals({ epic, feature }: FeatureKey, all: readonly FeatureKey[]): void {
  const isTwin = (name: string, other: string) => name !== other && name.toLowerCase() === other.toLowerCase();
  const twin =
    all.find((other) => isTwin(epic, other.epic))?.epic ??
    all.find((other) => other.epic === epic && isTwin(feature, other.feature))?.feature;
  if (twin === undefined) return;
  throw new KnownError(
    "key",
    `unexpected key ${epic}/${feature}: ${twin} exists, which differs by capitals alone`,
    `Write ${twin} as it is, or choose another name: on Windows and macOS both would be one folder.`,
  );
}
