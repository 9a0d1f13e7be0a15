import type { Interface } from "../../model/types.ts";
import { change } from "./change.ts";
import type { InterfaceChange } from "./types.ts";

const LABEL = "Authentication and authorization";
const OPEN = /^\W{0,3}(?:none|no(?:t required| authentication| authorization)?|public|anonymous|open)\b/i;
/** `refunds:write`, `orders.read`: what a token must hold. */
const SCOPE = /(?<![\w:.@/-])[a-z][\w-]{1,60}(?:[:.][a-z*][\w-]{0,60}){1,3}(?![\w:/@-])/g;

/**
 * @returns how it changed who may call an interface. What is only worded otherwise cannot be told from what means something
 *   else: it is given to read, and breaks nobody.
 */
export function* changedAccess(before: Interface, after: Interface): Generator<InterfaceChange> {
  const [was, is] = [before, after].map(({ values }) => values[LABEL]?.text.replace(/\s+/g, " ").trim() ?? "") as [string, string];
  if (was === is) return;
  const at = `${after.name}, ${LABEL.toLowerCase()}`;
  const say = (breaking: boolean, because: string) => change("access-changed", at, was, is, breaking, because, after.place);
  const [wasOpen, isOpen] = [was, is].map((text) => text === "" || OPEN.test(text));
  if (wasOpen && isOpen) return;
  if (isOpen) yield say(false, "who signs in may go on");
  else if (wasOpen) yield say(true, "who does not sign in is refused");
  else {
    const had = new Set(was.match(SCOPE));
    const more = (is.match(SCOPE) ?? []).filter((scope) => !had.has(scope));
    if (more.length > 0) yield say(true, `who has not ${more.join(", ")} is refused`);
    else yield say(false, "read both: it is worded otherwise");
  }
}
