import { spawn } from "node:child_process";
import type { Io } from "./io.ts";

/** How each system opens a file with the program that its user has chosen for it. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/**
 * Opens files in the user's own editor or browser: `GROUNDPLAN_OPEN` names the program, else the system chooses.
 *
 * @returns whether a program took all of them
 */
export async function openFiles(paths: readonly string[], { env }: Pick<Io, "env">, platform: string): Promise<boolean> {
  const [program = "", ...given] = env.GROUNDPLAN_OPEN ? [env.GROUNDPLAN_OPEN] : (OPENERS[platform] ?? ["xdg-open"]);
  const started = await Promise.all(paths.map((path) => start(program, [...given, path], env)));
  return started.every(Boolean);
}

function start(program: string, given: readonly string[], env: Io["env"]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, given, { detached: true, stdio: "ignore", env });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
