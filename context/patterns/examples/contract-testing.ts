/** What one consumer relies on: the fields that it reads, by type and not by value. */
export interface Contract {
  consumer: string;
  request: { method: string; path: string; given: string };
  answer: { status: number; fields: Readonly<Record<string, "string" | "number" | "boolean">> };
}

/** Runs in the provider's build against its real handler; the answer says which consumer would break, and by what. */
export async function verify(
  contract: Contract,
  call: (request: Contract["request"]) => Promise<{ status: number; body: Record<string, unknown> }>,
) {
  const { status, body } = await call(contract.request);
  const broken = Object.entries(contract.answer.fields).filter(([name, type]) => typeof body[name] !== type);
  return [
    ...(status === contract.answer.status ? [] : [`${contract.consumer}: expected ${contract.answer.status}, got ${status}`]),
    ...broken.map(([name, type]) => `${contract.consumer}: expected ${name} as ${type}`),
  ];
}
