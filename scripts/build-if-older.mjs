// Builds where something that the build is made of is newer than it: what `npm ci` has built is not built again.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["src", "context", "scripts", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder is as new as the last name that came or went.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

// From the first to the last that a build writes: one that broke off, or left the types out, is done again.
const built = Math.min(...["dist/cli.js", "dist/context.json", "dist/types/index.d.ts"].map(timeOf));
if (built < Math.max(...SOURCES.map(newest)))
  process.exitCode = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status ?? 1;
