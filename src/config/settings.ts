import picomatch from "picomatch";
import type { Config, LineBudget, Settings } from "./config.ts";

/** The globs of a configuration are asked of every file, and for every finding. */
const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** @returns whether a path, relative to the workspace, matches one of the globs. */
export function matchesAny(path: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const matches = matchers.get(globs) ?? picomatch(globs as string[], { dot: true });
  matchers.set(globs, matches);
  return matches(path);
}

/** Resolves what is set for one file: the general settings, then each override that matches it, in order. */
export function settingsFor(config: Settings & Pick<Config, "overrides">, file: string): Settings {
  const matching = config.overrides.filter(({ files }) => matchesAny(file, files));
  return matching.reduce<Settings>(
    (settings, { checks, lines, allowLanguages }) => ({
      checks: { ...settings.checks, ...checks },
      lines: { ...settings.lines, ...lines },
      allowLanguages: allowLanguages ?? settings.allowLanguages,
    }),
    { checks: config.checks, lines: config.lines, allowLanguages: config.allowLanguages },
  );
}

/** The bounds that a document must keep: those of its template, changed by what the team has set. */
export function lineBudget(
  template: { min: number; max: number } | undefined,
  set: LineBudget | undefined,
): { min: number; max: number } | undefined {
  const min = set?.min ?? template?.min;
  const max = set?.max ?? template?.max;
  if (min === undefined && max === undefined) return undefined;
  return { min: min ?? 0, max: max ?? Number.MAX_SAFE_INTEGER };
}
