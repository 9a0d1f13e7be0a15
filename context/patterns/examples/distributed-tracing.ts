import { randomBytes } from "node:crypto";

interface TraceContext {
  traceId: string;
  spanId: string;
  /** The caller's span, below which this one stands. */
  parentId?: string;
  sampled: boolean;
}

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** W3C Trace Context: goes on with the caller's trace, or begins one. */
export function continueTrace(traceparent: string | undefined): TraceContext {
  const [, traceId, parentId, flags] = FORM.exec(traceparent ?? "") ?? [];
  const isKnown = traceId !== undefined && !/^0+$/.test(traceId);
  return {
    traceId: isKnown ? traceId : randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    ...(isKnown && parentId !== undefined && { parentId }),
    sampled: isKnown ? (Number.parseInt(flags ?? "00", 16) & 1) === 1 : true,
  };
}

/** For every outgoing call, and for the headers of every message. */
export const traceparent = ({ traceId, spanId, sampled }: TraceContext) => `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;
