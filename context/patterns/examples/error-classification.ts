/** Each class is named by what is done about it. */
export type Reaction = "refuse" | "repeat" | "look-up" | "degrade" | "report";

export class ClassifiedError extends Error {
  readonly reaction: Reaction;
  readonly code: string;

  constructor(reaction: Reaction, code: string, options?: ErrorOptions) {
    super(code, options);
    this.reaction = reaction;
    this.code = code;
  }
}

/** The gateway's adapter knows its failures; nobody behind it reads texts. */
export function classify(failure: { status?: number; timedOut?: boolean }, cause: unknown): ClassifiedError {
  const { status, timedOut } = failure;
  if (timedOut) return new ClassifiedError("look-up", "GATEWAY_OUTCOME_UNKNOWN", { cause });
  if (status === 429 || status === 503) return new ClassifiedError("repeat", "GATEWAY_BUSY", { cause });
  if (status === 402) return new ClassifiedError("refuse", "PAYMENT_DECLINED", { cause });
  return new ClassifiedError("report", "GATEWAY_UNCLASSIFIED", { cause });
}
