import type Anthropic from "@anthropic-ai/sdk";
import type { Connection } from "./client.ts";
import { AttemptFailed, sortError } from "./errors.ts";
import type { ModelRequest } from "./types.ts";

/**
 * Makes one attempt at a call, as a stream. The SDK repeats nothing once a stream has begun, and waits forever
 * for one that has gone silent: both are dealt with here.
 *
 * @param idleMs silence after which the stream counts as dead
 * @param signal ends the attempt
 * @throws AttemptFailed, with what was used until then; KnownError where repeating would not help
 */
export async function attempt(
  { sdk, client }: Connection,
  request: ModelRequest,
  idleMs: number,
  signal: AbortSignal,
): Promise<Anthropic.Message> {
  const dead = new AbortController();
  let timer = setTimeout(() => dead.abort(), idleMs);
  let used: Anthropic.Usage | undefined;
  let ended = false;
  try {
    const stream = client.messages.stream(request, { signal: AbortSignal.any([signal, dead.signal]) });
    stream.on("streamEvent", (event, snapshot) => {
      clearTimeout(timer);
      timer = setTimeout(() => dead.abort(), idleMs);
      used = snapshot.usage;
      if (event.type === "message_stop") ended = true;
    });
    const message = await stream.finalMessage();
    if (!ended) throw new AttemptFailed("the stream ended before the answer did", used);
    return plain(message);
  } catch (thrown) {
    if (signal.aborted) throw new AttemptFailed("interrupted", used);
    if (dead.signal.aborted) throw new AttemptFailed(`no word for ${Math.round(idleMs / 1000)} s`, used);
    throw sortError(thrown, sdk, used);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer as the API sent it: without what the SDK adds for its parsers, so that it reads the same from a journal. */
function plain(message: Anthropic.Message & { parsed_output?: unknown }): Anthropic.Message {
  const { parsed_output: _, ...rest } = message;
  const content = rest.content.map((block) => {
    const { parsed_output: __, ...kept } = block as Anthropic.ContentBlock & { parsed_output?: unknown };
    return kept as Anthropic.ContentBlock;
  });
  return JSON.parse(JSON.stringify({ ...rest, content })) as Anthropic.Message;
}
