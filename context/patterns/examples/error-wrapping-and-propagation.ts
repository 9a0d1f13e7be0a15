/** Wraps where the meaning changes: what was attempted, with which id; the cause stays the cause. */
export async function charge(orderId: string, attempt: number, post: (path: string) => Promise<void>): Promise<void> {
  try {
    await post("/charges");
  } catch (cause) {
    throw new Error(`charging order ${orderId}, attempt ${attempt}`, { cause });
  }
}

/** At the boundary, once: the whole chain in one line. */
export function chainOf(error: unknown): string {
  const links: string[] = [];
  for (let link: unknown = error; link !== undefined && links.length < 10; link = link instanceof Error ? link.cause : undefined)
    links.push(link instanceof Error ? link.message : String(link));
  return links.join(": ");
}
