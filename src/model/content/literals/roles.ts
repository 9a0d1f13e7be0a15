import { addTo } from "../../../text/group.ts";
import type { Content, Literal } from "../types.ts";

/** A role that an interface of the backend design names, and the contracts do not. */
export interface WrongRole {
  literal: Literal;
  subject: string;
  agreed: string[];
}

const UNDER = "under:";

/** @returns the first role of each interface that the contracts give otherwise */
export function wrongRoles({ literals }: Content): WrongRole[] {
  const agreed = new Map<string, string[]>();
  const designed = new Map<string, Literal[]>();
  for (const literal of literals) {
    const subject = isRole(literal) ? literal.passage.keys.findLast((key) => key.startsWith(UNDER)) : undefined;
    if (subject === undefined) continue;
    if (literal.passage.document === "contracts") addTo(agreed, subject, literal.text);
    else if (literal.passage.document === "backend-design") addTo(designed, subject, literal);
  }
  return [...designed].flatMap(([under, own]) => {
    const expected = agreed.get(under);
    const wrong = expected && own.find(({ text }) => !expected.includes(text));
    return wrong ? [{ literal: wrong, subject: under.slice(UNDER.length), agreed: [...new Set(expected)] }] : [];
  });
}

/** "The role `agent` or `approver`", "the `agent` role": what guards beside it, such as a cookie, is none. */
const BEFORE = /\b(?:roles?|scopes?|permissions?)\b[^.;]{0,200}$/i;
const BEHIND = /^`(?:,?\s(?:or\s|and\s)?`[^`]{1,40}`){0,5}\s(?:roles?|scopes?|permissions?)\b/i;

function isRole({ marked, kind, at, text: name, passage: { keys, text } }: Literal): boolean {
  if (!marked || !["value", "field"].includes(kind)) return false;
  if (!BEFORE.test(text.slice(0, at)) && !BEHIND.test(text.slice(at + name.length))) return false;
  return keys.at(-1)?.startsWith("label:auth") === true && keys.some((key) => key.startsWith(UNDER) && key !== UNDER);
}
