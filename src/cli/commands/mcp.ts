import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { InvalidArgumentError } from "commander";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { serverOptions, serveStdio } from "../serve.ts";

interface Options extends WorkspaceOptions {
  http?: boolean;
  port: number;
  /** false: none is asked for. */
  token?: string | false;
}

export const configure: CommandModule["configure"] = (command, io) => {
  command
    .option("--root <folder>", "root of the project (default: CLAUDE_PROJECT_DIR, or the project around the working directory)")
    .option("--http", "serve Streamable HTTP on the loopback address, for several clients at once")
    .option("--port <number>", "port for --http; 0 takes one that is free", readPort, 7317)
    .option("--token <text>", "what clients have to bear (default: GROUNDPLAN_TOKEN, or a random one that is printed)")
    .option("--no-token", "ask for none: every process of this machine is served")
    .addHelpText(
      "after",
      "\nSpeaks the Model Context Protocol on stdin and stdout; an assistant starts it. For Claude Code:\n  $ claude mcp add groundplan -- npx -y groundplan mcp\n`groundplan init` adds it to the configuration of other assistants.\n\nOver HTTP, one server for several assistants on this machine:\n  $ groundplan mcp --http --port 7317",
    )
    .action(async ({ root, http, port, token }: Options) => {
      if (!http) return serveStdio(root, io);
      const { serveOverHttp } = await import("../../mcp/serve-http.ts");
      const chosen = token === false ? undefined : (token ?? io.env.GROUNDPLAN_TOKEN ?? randomBytes(24).toString("base64url"));
      const server = await serveOverHttp({ ...serverOptions(root, io), port, token: chosen });
      io.err(`Serving ${server.url}\n${tellToken(chosen, token === undefined && !io.env.GROUNDPLAN_TOKEN)}\nEnd it with Ctrl-C.\n`);
      await once(io.interrupt(), "abort");
      await server.close();
    });
};

/** A token that the person has set is theirs to know; it is not repeated. */
function tellToken(token: string | undefined, isRandom: boolean): string {
  if (token === undefined) return "No token is asked for: every process of this machine can read and write the project's documents.";
  return isRandom ? `Authorization: Bearer ${token}` : "Clients bear the token that was set.";
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  return port;
}
