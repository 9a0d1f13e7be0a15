import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The built command, while it runs. */
export interface Running {
  /** Null where it was killed. */
  status: Promise<number | null>;
  kill(): void;
}

/** Starts the built command against a fake of the API. */
export function runCommand(args: readonly string[], cwd: string, url: string): Running {
  const env = { ...process.env, ANTHROPIC_API_KEY: "test-key", ANTHROPIC_BASE_URL: url };
  const child = spawn(process.execPath, [resolve("dist/cli.js"), ...args], { cwd, env, stdio: "ignore" });
  return {
    status: new Promise((done) => child.on("close", done)),
    kill: () => void child.kill("SIGKILL"),
  };
}
