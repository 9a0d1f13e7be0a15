import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { dataOf, type TestClient } from "../clients.ts";

const INSPECTOR = "@modelcontextprotocol/inspector@2.12.0";

/** The revisions of the protocol that the Inspector is told to speak. */
export const ERAS = ["modern", "legacy"] as const;
export type Era = (typeof ERAS)[number];

/** Fetches the Inspector; it is a program of its own, and no dependency. */
export function fetchInspector(folder: string): string {
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, INSPECTOR], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return join(folder, "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
}

/** One command of the Inspector: a process of its own, as when a person types it. */
export async function inspect(binary: string, target: readonly string[], era: Era, options: readonly string[]) {
  const args = [binary, "--cli", "--protocol-era", era, "--format", "json", ...options, "--", ...target];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 });
  // A tool that refuses ends the Inspector with a status of its own; what it said is on stdout all the same.
  const { stdout, stderr, code } = await run.then(
    (done) => ({ ...done, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
  return { stdout, stderr, code };
}

/** Calls tools through the Inspector, a process a call. */
export function inspectorClient(binary: string, target: readonly string[], era: Era, options: readonly string[]): Pick<TestClient, "call"> {
  return {
    async call(tool, input) {
      // The Inspector reads each value as JSON.
      const pairs = Object.entries(input).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      const told = await inspect(binary, target, era, [
        ...options,
        ...["--method", "tools/call", "--tool-name", tool],
        ...(pairs.length > 0 ? ["--tool-arg", ...pairs] : []),
      ]);
      if (told.stdout === "") throw new Error(`the Inspector says nothing of ${tool}: ${told.stderr}`);
      const { result } = JSON.parse(told.stdout);
      return { isError: result.isError === true, text: result.content[0]?.text ?? "", data: dataOf(result) };
    },
  };
}
