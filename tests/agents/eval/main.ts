/** What `npm run eval:faults` bundles. */

import { FAULTS } from "../fake/faults.ts";
import { EXAMPLES } from "../fake/run.ts";
import { generateWith, type Mishap } from "./faulted.ts";

const KINDS: readonly (readonly [string, Mishap])[] = [
  ...FAULTS,
  ["SIGKILL before the answer, then --resume", "kill"],
  ["SIGKILL after it, then --resume", "kill after"],
];

/**
 * Generates a worked example once for each of its calls, with another kind of fault at each.
 *
 * @param from the kind that the first call meets; so many runs of the evaluation as there are kinds meet each at every call
 * @param tell takes a line for each run
 */
export async function evaluateFaults(from: number, tell: (line: string) => void): Promise<{ text: string; passed: boolean }> {
  const [key] = EXAMPLES;
  if (!key) throw new Error("there is no worked example");
  const quiet = await generateWith(key, 0, undefined);
  const calls = quiet.paid.length;
  const totals = { same: 0, paid: 0, repeated: 0 };
  for (let call = 1; call <= calls; call++) {
    const [name, mishap] = KINDS[(from + call - 1) % KINDS.length] ?? [];
    const { documents, paid, repeated, finished } = await generateWith(key, call, mishap);
    const isSame = finished && documents.join("\n") === quiet.documents.join("\n");
    totals.same += isSame ? 1 : 0;
    totals.paid += paid.length;
    totals.repeated += repeated;
    tell(`call ${call}\t${isSame ? "same documents" : "OTHER DOCUMENTS"}\t${paid.length} paid\t${repeated} repeated\t${name}`);
  }
  return {
    text: `${calls} runs, each with a fault at another of ${calls} calls: ${totals.same} came to the same documents, ${totals.paid} calls paid, ${totals.repeated} repeated needlessly (bar: ${calls} and 0)`,
    passed: quiet.finished && totals.same === calls && totals.repeated === 0,
  };
}
