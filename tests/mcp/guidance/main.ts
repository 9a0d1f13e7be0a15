import { DIALOGUES } from "./dialogues/index.ts";
import { replay, sayUntold } from "./replay.ts";
import type { Outcome } from "./types.ts";

/** What designing one feature may take. */
const BARS = { calls: 25, read: 20_000, ratio: 1.5 };

/**
 * Replays every dialogue against the server.
 *
 * @param tell takes a line
 * @returns what misses its bar, and one line on all of them
 */
export async function evaluate(tell: (line: string) => void): Promise<{ missed: string[]; figure: string }> {
  const missed: string[] = [];
  const all: Outcome[] = [];
  for (const dialogue of DIALOGUES) {
    const outcome = await replay(dialogue);
    all.push(outcome);
    const { feature } = dialogue;
    const { calls, read, ratio } = figuresOf(outcome);
    const { contradiction, gap, form } = outcome.rewrites;
    tell(
      `${feature}: ${calls} calls, ${Math.round(read)} tokens read, ${ratio.toFixed(2)} written per kept; mended ${contradiction} contradictions, ${gap} gaps, ${form} of form`,
    );
    const byTool = [...outcome.calls].map(([tool, one]) => `${tool} ${one.calls} (${Math.round(one.read)})`);
    tell(`  ${byTool.join(", ")}`);
    for (const line of sayUntold(outcome.untold)) tell(line);
    if (outcome.stuck !== undefined) missed.push(`${feature} is stuck: ${outcome.stuck}`);
    if (calls > BARS.calls) missed.push(`${feature}: ${calls} calls, at most ${BARS.calls}`);
    if (read > BARS.read) missed.push(`${feature}: ${Math.round(read)} tokens read, at most ${BARS.read}`);
    if (ratio > BARS.ratio) missed.push(`${feature}: ${ratio.toFixed(2)} written per kept, at most ${BARS.ratio}`);
    if (form > 0) missed.push(`${feature}: ${form} passages rewritten for form, none may be`);
  }
  const figures = all.map(figuresOf);
  const most = (values: readonly number[]) => Math.max(...values);
  const figure = `at most ${most(figures.map(({ calls }) => calls))} calls, ${Math.round(most(figures.map(({ read }) => read)))} tokens read, ${most(figures.map(({ ratio }) => ratio)).toFixed(2)} written per kept`;
  return { missed, figure };
}

function figuresOf({ calls, read, written, kept }: Outcome): { calls: number; read: number; ratio: number } {
  const count = [...calls.values()].reduce((sum, one) => sum + one.calls, 0);
  return { calls: count, read, ratio: written / Math.max(1, kept) };
}
