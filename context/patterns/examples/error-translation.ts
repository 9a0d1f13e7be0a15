interface Problem {
  status: number;
  code: string;
  retryable: boolean;
}

/** What the provider may answer, in the words of the own interface. */
const TABLE: Readonly<Record<string, Problem>> = {
  card_declined: { status: 422, code: "PAYMENT_DECLINED", retryable: false },
  card_velocity_exceeded: { status: 422, code: "PAYMENT_DECLINED", retryable: false },
  rate_limited: { status: 503, code: "PAYMENT_UNAVAILABLE", retryable: true },
};
const UNKNOWN: Problem = { status: 502, code: "PAYMENT_PROVIDER_ERROR", retryable: false };

/** @param countUnknown a rising number of unknown codes is an alarm */
export function translate(foreignCode: string, traceId: string, countUnknown: () => void) {
  const known = Object.hasOwn(TABLE, foreignCode) ? TABLE[foreignCode] : undefined;
  if (!known) countUnknown();
  const { status, code, retryable } = known ?? UNKNOWN;
  return { type: `https://errors.example.com/${code.toLowerCase()}`, title: code, status, code, retryable, traceId };
}
