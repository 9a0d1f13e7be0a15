/** At most so many at once; the order of the results is that of the parts, whoever answers first. */
export async function fanOut<Part, Result>(
  parts: readonly Part[],
  atOnce: number,
  deadlineMs: number,
  ask: (part: Part, signal: AbortSignal) => Promise<Result>,
): Promise<{ part: Part; result?: Result; missing: boolean }[]> {
  const signal = AbortSignal.timeout(deadlineMs);
  const answers = parts.map((part): { part: Part; result?: Result; missing: boolean } => ({ part, missing: true }));
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < answers.length && !signal.aborted; at = next++) {
      const answer = answers[at];
      if (!answer) return;
      try {
        answer.result = await ask(answer.part, signal);
        answer.missing = false;
      } catch {
        // It stays marked as missing.
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}
