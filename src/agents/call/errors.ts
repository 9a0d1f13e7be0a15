import type Anthropic from "@anthropic-ai/sdk";
import { KnownError, messageOf } from "../../core.ts";
import type { Sdk } from "./client.ts";

/** An attempt that may be repeated. */
export class AttemptFailed extends Error {
  /** What the attempt had used when it failed; absent where it had not begun to cost. */
  readonly usage: Anthropic.Usage | undefined;
  /** How long the API asks to wait, in milliseconds. */
  readonly waitMs: number | undefined;
  /** The API asks for fewer calls at a time. */
  readonly limited: boolean;

  constructor(reason: string, usage?: Anthropic.Usage, waitMs?: number, limited = false) {
    super(reason);
    this.name = "AttemptFailed";
    this.usage = usage;
    this.waitMs = waitMs;
    this.limited = limited;
  }
}

const REPEATABLE = new Set([408, 409, 429, 500, 502, 503, 504, 529]);
/** What the API names in mid-stream, where there is no status any more. */
const REPEATABLE_TYPES = new Set(["overloaded_error", "api_error", "rate_limit_error", "timeout_error"]);

/**
 * Sorts what a call has thrown.
 *
 * @param usage what the attempt had used by then
 * @returns an attempt to repeat, or a mistake that the reader of its message can mend
 */
export function sortError(thrown: unknown, sdk: Sdk, usage?: Anthropic.Usage): AttemptFailed | KnownError {
  if (thrown instanceof KnownError || thrown instanceof AttemptFailed) return thrown;
  if (thrown instanceof sdk.APIConnectionError) return new AttemptFailed(`no connection: ${messageOf(thrown)}`, usage);
  if (!(thrown instanceof sdk.APIError)) return sortOther(thrown, usage);
  const { status, type } = thrown;
  const said = thrown.apiMessage ?? messageOf(thrown);
  if (status === undefined ? type === null || REPEATABLE_TYPES.has(type) : REPEATABLE.has(status))
    return new AttemptFailed(`${status ?? type ?? "broken stream"}: ${said}`, usage, waitOf(thrown.headers), status === 429);
  return refused(status, said);
}

/** A stream that broke off arrives as an error of Node's, or of the SDK about missing chunks. */
function sortOther(thrown: unknown, usage: Anthropic.Usage | undefined): AttemptFailed | KnownError {
  const said = messageOf(thrown);
  if (/resolve authentication|no credentials|profile/i.test(said)) return withoutKey();
  return new AttemptFailed(`broken stream: ${said}`, usage);
}

function refused(status: number | undefined, said: string): KnownError {
  if (status === 401 || status === 403)
    return new KnownError(
      "api-key",
      `the API refuses the key (${status}): ${said}`,
      "Check ANTHROPIC_API_KEY, and what it may be used for; a run that was begun goes on with --resume.",
    );
  if (status === 404)
    return new KnownError("api-model", `the API does not know what was asked for (404): ${said}`, "Name another model with --model.");
  if (status === 413)
    return new KnownError("api-too-large", `the request is too large for the API (413): ${said}`, "Shorten the feature's input documents.");
  return new KnownError(
    "api-request",
    `the API refuses the request (${status ?? "unknown"}): ${said}`,
    "Go on with --resume when this is mended.",
  );
}

/** @returns the three ways on for somebody who has no key. */
export function withoutKey(): KnownError {
  return new KnownError(
    "no-key",
    "no key for the Anthropic API: ANTHROPIC_API_KEY is not set",
    "Set it and repeat; or let your AI assistant write without a key of yours (`groundplan mcp`); or have the outline composed without a model (`groundplan draft`).",
  );
}

/** `retry-after` in seconds, or as a date. */
function waitOf(headers: Headers | undefined): number | undefined {
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
