interface Step {
  name: string;
  act(sagaId: string): Promise<void>;
  /** Absent behind the pivot: from there the saga only goes forward. */
  compensate?(sagaId: string): Promise<void>;
}

/** Both directions are idempotent by the saga's id; how far it came is stored before and after each step. */
export async function run(
  sagaId: string,
  steps: readonly Step[],
  store: (state: string) => Promise<void>,
): Promise<"completed" | "compensated" | "needs a person"> {
  for (const [index, step] of steps.entries()) {
    await store(`${step.name}: begun`);
    try {
      await step.act(sagaId);
      await store(`${step.name}: done`);
    } catch {
      if (index > 0 && steps[index - 1]?.compensate === undefined) return "needs a person";
      // The step itself may have taken effect before it failed.
      for (const done of steps.slice(0, index + 1).reverse())
        try {
          await done.compensate?.(sagaId);
          await store(`${done.name}: compensated`);
        } catch {
          return "needs a person";
        }
      return "compensated";
    }
  }
  return "completed";
}
