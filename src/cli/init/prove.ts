import { spawn } from "node:child_process";
import { platform } from "node:os";

/** npm may have to fetch the package first. */
const PATIENCE_MS = 60_000;

const HELLO = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "groundplan-init", version: "1" } },
};

/**
 * Starts a server as an assistant would, and says whether it answers.
 *
 * @returns undefined where it answers, otherwise why not, in one line
 */
export function whyNoAnswer(command: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  return new Promise((done) => {
    // npx is a script on Windows, which only a shell starts.
    const child = spawn(command, args, { cwd, stdio: ["pipe", "pipe", "pipe"], shell: platform() === "win32" && command === "npx" });
    let [out, err] = ["", ""];
    const end = (why: string | undefined) => {
      clearTimeout(timer);
      child.kill();
      done(why);
    };
    const lastWords = () =>
      err
        .trim()
        .split("\n")
        .findLast((line) => /error|cannot|not found|missing/i.test(line)) ?? err.trim().split("\n").at(-1);
    const timer = setTimeout(() => end(`no answer within ${PATIENCE_MS / 1000} seconds`), PATIENCE_MS);
    child.stdin.on("error", () => {});
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out = (out + text).slice(-100_000);
      if (/"serverInfo"\s?:\s?\{[^{}]{0,1000}"groundplan"/.test(out)) end(undefined);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err = (err + text).slice(-10_000);
    });
    child.on("error", (error) => end(error.message));
    child.on("close", () => end(lastWords() || "it ended without an answer"));
    child.stdin.write(`${JSON.stringify(HELLO)}\n`);
  });
}
