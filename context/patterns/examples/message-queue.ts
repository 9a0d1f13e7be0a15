interface Message {
  id: string;
  attempt: number;
  body: unknown;
}

interface Ports {
  /** Stores the id and does the effect in one transaction; an id that is there already does nothing. */
  once(id: string, body: unknown): Promise<void>;
  retryIn(message: Message, seconds: number): Promise<void>;
  setAside(message: Message, reason: string): Promise<void>;
}

/** Acknowledged by returning, after the effect: what is delivered twice takes effect once. */
export async function handle(
  message: Message,
  { once, retryIn, setAside }: Ports,
  isTransient: (error: unknown) => boolean,
): Promise<void> {
  try {
    await once(message.id, message.body);
  } catch (error) {
    if (isTransient(error) && message.attempt < 5) await retryIn(message, 2 ** message.attempt * 10);
    else await setAside(message, String(error));
  }
}
