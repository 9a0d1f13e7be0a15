/** In the words of the domain; the provider's paths, types and codes end in its adapter. */
export interface PaymentProvider {
  refundPayment(paymentId: string, amountMinor: number, key: string): Promise<"refunded" | "declined" | "unknown">;
}

type Send = (path: string, body: unknown, headers: Record<string, string>) => Promise<{ status: number; body: { outcome?: string } }>;

export class AcmePayments implements PaymentProvider {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async refundPayment(paymentId: string, amountMinor: number, key: string): Promise<"refunded" | "declined" | "unknown"> {
    const request = { payment: paymentId, amount: amountMinor };
    try {
      const { status, body } = await this.#send("/v2/refunds", request, { "Idempotency-Key": key, "Acme-Version": "2026-05-01" });
      if (status === 201 && body.outcome === "ok") return "refunded";
      return status === 402 ? "declined" : "unknown";
    } catch {
      // It may have happened: look it up by the key before it is repeated.
      return "unknown";
    }
  }
}
