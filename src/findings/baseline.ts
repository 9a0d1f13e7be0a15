import * as z from "zod";
import { KnownError } from "./errors.ts";
import type { WordedFinding } from "./finding.ts";
import { fingerprints } from "./fingerprint.ts";

/** The findings that were there when groundplan was adopted: they are counted, and not reported. */
export interface Baseline {
  /** By file, the names of its findings with the check that each is of. */
  findings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const BaselineSchema = z.strictObject({
  version: z.literal(1),
  note: z.string().optional(),
  findings: z.record(z.string(), z.record(z.string(), z.string())),
});

/** In bytes: thousands of findings, each with its path and its fingerprint. */
export const LONGEST_BASELINE = 64 * 1024 * 1024;

export const NO_BASELINE: Baseline = { findings: {} };

/**
 * Reads a baseline from its text.
 *
 * @throws KnownError (`baseline`) where it cannot be read as one
 */
export function parseBaseline(text: string, file: string): Baseline {
  const conflict = text.split("\n").findIndex((line) => /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/.test(line));
  if (conflict !== -1)
    throw new KnownError(
      "baseline",
      `${file}:${conflict + 1}: a merge conflict that is not resolved`,
      "Keep the entries of both sides and remove the marks, or write it anew with `groundplan check --update-baseline`.",
    );
  try {
    return { findings: BaselineSchema.parse(JSON.parse(text.replace(/^\uFEFF/, ""))).findings };
  } catch {
    throw new KnownError(
      "baseline",
      `${file} is no baseline of this version`,
      "Write it anew with `groundplan check --update-baseline`, or remove it.",
    );
  }
}

/** @returns the text of a baseline that holds these findings, in an order that merges well. */
export function writeBaseline(findings: readonly WordedFinding[]): string {
  const names = fingerprints(findings);
  const entries = findings.map(({ place, check }, index) => ({ file: place.file, name: names[index] ?? "", check }));
  const files = [...new Set(entries.map(({ file }) => file))].sort();
  const byFile = files.map((file) => {
    const own = entries.filter((entry) => entry.file === file).sort((a, b) => (a.check + a.name < b.check + b.name ? -1 : 1));
    return [file, Object.fromEntries(own.map(({ name, check }) => [name, check]))];
  });
  const note =
    "Findings that were there when groundplan was adopted. Written by groundplan check --update-baseline; entries only leave it.";
  return `${JSON.stringify({ version: 1, note, findings: Object.fromEntries(byFile) }, null, 2)}\n`;
}

/** @returns the entries for files that are not looked at. @param isGone whether a file belongs to nothing that is there */
export function deadEntries({ findings }: Baseline, isGone: (file: string) => boolean): { file: string; check: string }[] {
  return Object.entries(findings).flatMap(([file, entries]) =>
    isGone(file) ? Object.values(entries).map((check) => ({ file, check })) : [],
  );
}

/**
 * Takes the findings of the baseline out, and tells which of its entries for these files no longer occur.
 *
 * @param ran whether a check was among those that ran: entries of the others cannot be said to be gone
 */
export function applyBaseline(
  findings: readonly WordedFinding[],
  { findings: known }: Baseline,
  folder: string,
  ran: (check: string) => boolean,
): { kept: Set<WordedFinding>; baselined: number; stale: { file: string; check: string }[] } {
  const names = fingerprints(findings);
  const kept = new Set(findings.filter(({ place }, index) => known[place.file]?.[names[index] ?? ""] === undefined));
  const present = new Set(names);
  const stale = Object.entries(known)
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([file, entries]) =>
      Object.entries(entries)
        .filter(([name, check]) => !present.has(name) && ran(check))
        .map(([, check]) => ({ file, check })),
    );
  return { kept, baselined: findings.length - kept.size, stale };
}
