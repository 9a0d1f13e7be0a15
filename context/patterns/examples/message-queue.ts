interface Message {
  id: string;
  attempt: number;
  body: unknown;
}

interface Ports {
  /** In the transaction of the effect; false where the id is there already. */
  remember(id: string): Promise<boolean>;
  effect(body: unknown): Promise<void>;
  retryIn(message: Message, seconds: number): Promise<void>;
  setAside(message: Message, reason: string): Promise<void>;
}

/** Acknowledged by returning, after the effect: what is delivered twice takes effect once. */
export async function handle(
  message: Message,
  { remember, effect, retryIn, setAside }: Ports,
  isTransient: (error: unknown) => boolean,
): Promise<void> {
  try {
    if (await remember(message.id)) await effect(message.body);
  } catch (error) {
    if (isTransient(error) && message.attempt < 5) await retryIn(message, 2 ** message.attempt * 10);
    else await setAside(message, String(error));
  }
}
