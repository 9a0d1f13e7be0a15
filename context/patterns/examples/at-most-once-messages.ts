export interface Mail {
  id: string;
  state: "waiting" | "sending" | "sent" | "unknown";
}

export interface Store {
  /** Conditional: answers false where somebody else has taken it. */
  move(id: string, from: Mail["state"], to: Mail["state"]): Promise<boolean>;
}

/** The provider has no key for repetitions: what may have been sent is not sent again, and a person looks. */
export async function send(store: Store, mail: Mail, post: () => Promise<"accepted" | "refused">): Promise<Mail["state"]> {
  if (!(await store.move(mail.id, "waiting", "sending"))) return mail.state;
  // Refused for certain may be repeated; no answer may not.
  const answer = await post().catch(() => "no answer" as const);
  const next = answer === "accepted" ? "sent" : answer === "refused" ? "waiting" : "unknown";
  await store.move(mail.id, "sending", next);
  return next;
}
