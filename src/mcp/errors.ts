import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { KnownError } from "../core.ts";
import { wordError } from "./advice.ts";
import { seal } from "./shown/data.ts";

/** Runs what answers a resource or a prompt; there an error is the protocol's, with the same words. */
export async function guarded<Result>(root: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ProtocolError) throw thrown;
    const code = thrown instanceof KnownError ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
    throw new ProtocolError(code, seal(wordError(thrown, root)));
  }
}
