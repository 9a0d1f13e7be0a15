import { posix } from "node:path";
import type { Config } from "./config.ts";

const PATHS = ["plan", "templates", "patterns", "decisions", "overview", "baseline"] as const satisfies readonly (keyof Config)[];

/** @returns a configuration in which each path and each glob is written in the one way in which paths are compared. */
export function normalised(config: Partial<Config>): Partial<Config> {
  const paths = PATHS.flatMap((key) => (config[key] === undefined ? [] : [[key, normalPath(config[key])]]));
  return {
    ...config,
    ...Object.fromEntries(paths),
    ...(config.ignore && { ignore: config.ignore.map(normalGlob) }),
    ...(config.overrides && { overrides: config.overrides.map((one) => ({ ...one, files: one.files.map(normalGlob) })) }),
  };
}

/** `./docs//plan/` is docs/plan. */
export function normalPath(path: string): string {
  return posix.normalize(path).replace(/^\.\//, "").replace(/\/$/, "");
}

function normalGlob(glob: string): string {
  const [, not = "", words = ""] = /^(!?)(.*)$/s.exec(glob.trim()) ?? [];
  return not + words.replace(/^(?:\.\/+)+/, "").replace(/(?<=[^/])\/{2,99}/g, "/");
}
