import { KnownError, messageOf } from "../findings/errors.ts";
import type { Diagram } from "../model/types.ts";
import { openRenderer, type PictureFormat, type Renderer, type Theme } from "./renderer.ts";

/** What became of one diagram. */
export interface Drawn {
  diagram: Diagram;
  /** Empty where it was not drawn. */
  pictures: { format: PictureFormat; bytes: Uint8Array }[];
  /** Mermaid's words, where it was not drawn. */
  problem?: string;
}

export interface DrawOptions {
  formats: readonly PictureFormat[];
  theme: Theme;
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the drawing and the browser; its reason is thrown. */
  signal?: AbortSignal;
  /** Called after each diagram; what it returns is awaited. */
  onDrawn?(drawn: Drawn, done: number, all: number): unknown;
}

/**
 * Draws diagrams for real, in one browser. One that cannot be drawn does not keep the others from it.
 *
 * @returns what became of each, in their order
 * @throws KnownError `no-renderer`, `no-browser`; the signal's reason
 */
export async function drawDiagrams(diagrams: readonly Diagram[], options: DrawOptions): Promise<Drawn[]> {
  if (diagrams.length === 0) return [];
  const renderer = await openRenderer(options.env, options.signal);
  const results: Drawn[] = [];
  try {
    // One after the other: a browser lets pages in the background wait for ever.
    for (const diagram of diagrams) {
      const drawn = await drawOne(renderer, diagram, options);
      options.signal?.throwIfAborted();
      results.push(drawn);
      await options.onDrawn?.(drawn, results.length, diagrams.length);
    }
  } finally {
    await renderer.close();
  }
  return results;
}

async function drawOne(renderer: Renderer, diagram: Diagram, { formats, theme }: DrawOptions): Promise<Drawn> {
  const pictures: Drawn["pictures"] = [];
  try {
    for (const format of formats) pictures.push({ format, bytes: await renderer.draw(diagram.block.value, format, theme) });
    return { diagram, pictures };
  } catch (thrown) {
    const [first = ""] = messageOf(thrown).split("\n");
    return { diagram, pictures: [], problem: first };
  }
}

/** Whether the diagrams of documents were seen to be drawn. */
export type Proof = { state: "proved"; drawn: Drawn[] } | { state: "not-proved"; reason: string; advice: string };

/**
 * Draws diagrams for the sake of the proof, where a browser is there.
 *
 * @returns what became of each, or why that is not known
 * @throws the signal's reason
 */
export async function proveDiagrams(
  diagrams: readonly Diagram[],
  options: Pick<DrawOptions, "env" | "signal" | "onDrawn">,
): Promise<Proof> {
  try {
    return { state: "proved", drawn: await drawDiagrams(diagrams, { formats: ["svg"], theme: "default", ...options }) };
  } catch (thrown) {
    if (options.signal?.aborted || !(thrown instanceof KnownError)) throw thrown;
    return { state: "not-proved", reason: thrown.message, advice: thrown.advice };
  }
}
