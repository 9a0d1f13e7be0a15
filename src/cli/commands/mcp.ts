import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { resolve } from "node:path";
import { KnownError, readRegular } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { readPort } from "../port.ts";
import { serverOptions, serveStdio } from "../serve.ts";

interface Options extends WorkspaceOptions {
  http?: boolean;
  port: number;
  /** false: none is asked for. */
  token?: string | false;
  tokenFile?: string;
}

export const configure: CommandModule["configure"] = (command, io) => {
  command
    .option("--root <folder>", "root of the project (default: CLAUDE_PROJECT_DIR, or the project around the working directory)")
    .option("--http", "serve Streamable HTTP on the loopback address, for several clients at once")
    .option("--port <number>", "port for --http; 0 takes one that is free", readPort, 7317)
    .option(
      "--token-file <file>",
      "file of what clients have to bear (default: the variable GROUNDPLAN_TOKEN, or a random one that is printed)",
    )
    .option("--token <text>", "the same on the command line, where every process of this machine can read it: better use one of the others")
    .option("--no-token", "ask for none: every process of this machine is served")
    .addHelpText(
      "after",
      "\nSpeaks the Model Context Protocol on stdin and stdout; an assistant starts it. For Claude Code:\n  $ claude mcp add groundplan -- groundplan mcp\n`groundplan init` adds it to the configuration of other assistants.\n\nOver HTTP, one server for several assistants on this machine:\n  $ groundplan mcp --http --port 7317",
    )
    .action(async ({ root, http, port, token, tokenFile }: Options) => {
      if (!http) return serveStdio(root, io);
      const { serveOverHttp } = await import("../../mcp/http/serve.ts");
      const set = token === false ? undefined : await tokenThatIsSet(token, tokenFile, io);
      const chosen = token === false ? undefined : (set ?? randomBytes(24).toString("base64url"));
      const server = await serveOverHttp({ ...serverOptions(root, io), port, token: chosen });
      io.err(`Serving ${server.url}\n${tellToken(chosen, set === undefined)}\nEnd it with Ctrl-C.\n`);
      await once(io.interrupt(), "abort");
      await server.close();
    });
};

/** @throws KnownError (`token`) for a file that cannot be read, and for a token that is easily guessed, be it that it is set to nothing */
async function tokenThatIsSet(token: string | undefined, file: string | undefined, { env, cwd }: Io): Promise<string | undefined> {
  const { requireToken } = await import("../../mcp/http/token.ts");
  if (token !== undefined) return requireToken(token, "--token");
  if (file !== undefined) return requireToken(readToken(resolve(cwd, file), file), file);
  return env.GROUNDPLAN_TOKEN === undefined ? undefined : requireToken(env.GROUNDPLAN_TOKEN, "GROUNDPLAN_TOKEN");
}

function readToken(path: string, told: string): string {
  const read = readRegular(path, 10_000, true);
  if (!("unread" in read)) return read.bytes.toString("utf8").trim();
  throw new KnownError("token", `cannot read ${told}: ${read.code}`, "Name a file that holds the token and nothing else.");
}

/** A token that the person has set is theirs to know; it is not repeated. */
function tellToken(token: string | undefined, isRandom: boolean): string {
  if (token === undefined) return "No token is asked for: every process of this machine can read and write the project's documents.";
  return isRandom ? `Authorization: Bearer ${token}` : "Clients bear the token that was set.";
}
