import type { Config, LineBudget, Settings } from "./config.ts";
import { readGlob } from "./glob.ts";

type Matcher = (path: string) => boolean;

/** The globs of a configuration are asked of every file, and for every finding. */
const matchers = new WeakMap<readonly string[], Matcher>();

/**
 * Says whether globs mean a path, as an ignore file would: a folder means all below it, a word without a slash means what is
 * called so anywhere, and one that begins with `!` takes out what those before it mean.
 *
 * @param path relative to the workspace
 */
export function matchesAny(path: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const matches = matchers.get(globs) ?? matcherOf(globs);
  matchers.set(globs, matches);
  return matches(path);
}

function matcherOf(globs: readonly string[]): Matcher {
  const each = globs.map((glob) => {
    const matchers = meant(glob.replace(/^!/, "")).map(readGlob);
    return { takesOut: glob.startsWith("!"), matches: (path: string) => matchers.some((matches) => matches(path)) };
  });
  return (path) => each.reduce((matched, { takesOut, matches }) => (matched !== takesOut || !matches(path) ? matched : !takesOut), false);
}

function meant(glob: string): string[] {
  const words = glob.replace(/^\//, "").replace(/\/$/, "");
  const anywhere = words === glob.replace(/\/$/, "") && !words.includes("/") ? [words, `**/${words}`] : [words];
  return anywhere.flatMap((one) => [one, `${one}/**`]);
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
