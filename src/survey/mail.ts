import type { Project } from "./project.ts";
import { type Call, type Expr, endOf, walk } from "./syntax/tree.ts";

/** What sends a message is called so in most languages and libraries. */
const SENDS =
  /^(?:send_?(?:\w{1,30}_)?e?mails?(?:_?async)?|send[A-Z]\w{0,30}E?[Mm]ail|sendE?[Mm]ails?(?:Async)?|Send(?:E?Mail|MailAsync)|DialAndSend|deliver_(?:now|later)!?)$/;
/** What does something later is given the function, or is called on it. */
const LATER = /^(?:add_task|enqueue|enqueue_in|delay|apply_async|deliver_later!?|perform_later|perform_async|dispatch|addJob|schedule)$/;

/** Finds where messages to people are sent, and whether within the request or later. */
export function collectMail(project: Project): void {
  for (const source of project.sources.values())
    walk(source.tree, (e) => {
      if (e.t !== "call") return undefined;
      const sent = sentBy(e);
      if (sent) project.mail.push({ ...sent, file: source.path, line: e.line });
      return undefined;
    });
}

function sentBy(call: Call): { name: string; deferred: boolean } | undefined {
  const name = endOf(call.fn);
  if (LATER.test(name)) {
    const given: (Expr | undefined)[] = [...call.args, call.fn.t === "member" ? call.fn.of : undefined];
    const later = given.map(endOf).find((one) => SENDS.test(one));
    if (later) return { name: later, deferred: true };
  }
  return SENDS.test(name) ? { name, deferred: LATER.test(name) } : undefined;
}
