export type Outcome = "accepted" | "rejected" | "unavailable";

/** Owned by who sends, in its own words: nothing of a vendor's library is in it. */
export interface Notifier {
  send(recipient: string, template: string, values: Readonly<Record<string, string>>): Promise<Outcome>;
}

/** For tests and local work; held by the same contract tests as the vendors' adapters. */
export class MemoryNotifier implements Notifier {
  readonly sent: { recipient: string; template: string }[] = [];

  async send(recipient: string, template: string): Promise<Outcome> {
    if (recipient === "") return "rejected";
    this.sent.push({ recipient, template });
    return "accepted";
  }
}
