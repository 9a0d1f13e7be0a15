import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface CliResult {
  status: number | null;
  out: string;
  err: string;
}

/** Runs the built command as a person does, in a folder. */
export function runCli(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("dist/cli.js"), ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}

const { version } = JSON.parse(readFileSync("node_modules/mermaid/package.json", "utf8"));

/** What `check` prints of one feature that is clean. */
export const NO_FINDINGS = `No findings in 1 feature. (Mermaid ${version})\n`;
