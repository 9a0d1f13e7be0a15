interface Step {
  name: string;
  /** "refused" is an answer; who throws does not know the outcome. Idempotent by the saga's id. */
  act(sagaId: string): Promise<"done" | "refused">;
  /** Absent at the pivot and behind it: from there the saga only goes forward. */
  compensate?(sagaId: string): Promise<void>;
}

type End = "completed" | "compensated" | "needs a person";

interface Ports {
  /** How far the saga came, before and after each step: after a crash it goes on from there. */
  store(state: string): Promise<void>;
  /** Repeats until it answers or its time is over. */
  repeated<Result>(work: () => Promise<Result>): Promise<Result>;
}

export async function run(sagaId: string, steps: readonly Step[], ports: Ports): Promise<End> {
  for (const [index, step] of steps.entries()) {
    await ports.store(`${step.name}: begun`);
    const outcome = await ports.repeated(() => step.act(sagaId)).catch(() => "unknown" as const);
    await ports.store(`${step.name}: ${outcome}`);
    if (outcome === "done") continue;
    const isBehindPivot = index > 0 && steps[index - 1]?.compensate === undefined;
    // The pivot may have taken effect, and nothing takes it back: releasing the rest now would keep the money.
    if (isBehindPivot || (outcome === "unknown" && step.compensate === undefined)) return "needs a person";
    return compensate(sagaId, steps.slice(0, index + 1), ports);
  }
  return "completed";
}

/** Backwards, the failing step included: it may have taken effect before it failed. */
async function compensate(sagaId: string, steps: readonly Step[], { store, repeated }: Ports): Promise<End> {
  for (const step of steps.toReversed()) {
    if (step.compensate === undefined) continue;
    try {
      await repeated(async () => step.compensate?.(sagaId));
      await store(`${step.name}: compensated`);
    } catch {
      return "needs a person";
    }
  }
  return "compensated";
}
