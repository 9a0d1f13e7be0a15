import { closest, KnownError } from "../../core.ts";
import type { Connection } from "./client.ts";
import { AttemptFailed, sortError } from "./errors.ts";
import { repeat } from "./repeat.ts";
import type { Patience } from "./types.ts";

/** What a run needs to know of its model. */
export interface ModelFacts {
  id: string;
  /** The most tokens of an answer. */
  maxOutput: number;
  /** It can be told how much effort to make. */
  effort: boolean;
  /** What the user should know. */
  notice?: string;
}

const UNKNOWN = { maxOutput: 32_000, effort: true };

/**
 * Looks the model up in the API's live list.
 *
 * @throws KnownError (`model`) where there is no such model, or it is retired; (`no-key`, `api-key`) where the API lets nobody in
 */
export async function checkModel(connection: Connection, id: string, patience: Patience, signal: AbortSignal): Promise<ModelFacts> {
  const models = await repeat(
    () => listModels(connection),
    patience,
    signal,
    () => {},
  );
  if (!models) return { id, ...UNKNOWN, notice: "The API has no list of models: the model's name was not checked." };
  const model = models.find((candidate) => candidate.id === id);
  const usable = models.filter(({ lifecycle }) => lifecycle !== "retired").map((candidate) => candidate.id);
  if (!model || model.lifecycle === "retired") {
    const suggestion = closest(id, usable);
    throw new KnownError(
      "model",
      model ? `the model ${id} is retired` : `no model "${id}"`,
      `${suggestion && suggestion !== id ? `Did you mean ${suggestion}? ` : ""}The models are: ${usable.slice(0, 10).join(", ")}.`,
    );
  }
  const ends = model.retires_at ? ` and ends on ${model.retires_at.slice(0, 10)}` : "";
  return {
    id,
    maxOutput: model.max_tokens ?? UNKNOWN.maxOutput,
    effort: model.capabilities?.effort.supported ?? UNKNOWN.effort,
    ...(model.lifecycle === "deprecated" && { notice: `The model ${id} is deprecated${ends}.` }),
  };
}

async function listModels({ sdk, client }: Connection) {
  try {
    const all = [];
    for await (const model of client.models.list({ limit: 100 })) all.push(model);
    return all;
  } catch (thrown) {
    const sorted = sortError(thrown, sdk);
    // A gateway may offer messages and nothing else.
    if (!(sorted instanceof AttemptFailed) && sorted.code === "api-model") return undefined;
    throw sorted;
  }
}
