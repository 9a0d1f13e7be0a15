import { closest, hasWord, nameKey } from "../../text/names.ts";
import { readErrorUses } from "../interfaces/error-uses.ts";
import type { ErrorCode, Interface } from "../types/interfaces.ts";
import { textOf } from "./parameters.ts";
import type { Difference } from "./types.ts";

/**
 * Compares two tables of error codes. Of a table that is empty it says nothing.
 *
 * @param named what the interfaces of both say: a code that they name is told as missing there
 */
export function* compareErrors(
  agreed: readonly ErrorCode[],
  own: readonly ErrorCode[],
  named: { agreed: string; own: string },
  top: Difference["place"],
): Generator<Difference> {
  if (own.length === 0) return;
  const codes = own.map(({ code }) => code);
  for (const error of agreed) {
    const { code, place: related } = error;
    const found = own.find((other) => nameKey(other.code) === nameKey(code));
    const subjects = [code];
    if (!found) {
      if (code !== "" && !hasWord(named.own, code) && !hasWord(named.agreed, code) && closest(code, codes) === undefined)
        yield { kind: "missing-error", place: top, related, subjects, arguments: { code } };
      continue;
    }
    const at = { place: found.place, related, subjects };
    if (found.code !== code && !hasWord(named.own, code)) yield { kind: "error-letters", ...at, arguments: { code, found: found.code } };
    const [status, expected] = [statusOf(found), statusOf(error)];
    if (status && expected && status !== expected)
      yield { kind: "error-status", ...at, arguments: { code: found.code, found: status, expected } };
  }
}

/** An HTTP status, or the exit status of a command: a number of its own. */
function statusOf({ status }: ErrorCode): string | undefined {
  const numbers = status.match(/(?<![\d.-])\d{1,3}(?![\d.-])/g);
  return numbers?.length === 1 ? numbers[0] : undefined;
}

/** @returns the codes that an interface agreed to answer with and does not name. */
export function* compareCodes(agreed: Interface, own: Interface, codes: readonly string[]): Generator<Difference> {
  const used = readErrorUses([own], codes).map(({ code }) => code);
  // Of an interface that says nothing of its errors another check tells.
  if (used.length === 0) return;
  const text = textOf(own);
  for (const { code, place: related } of readErrorUses([agreed], codes))
    if (!hasWord(text, code) && closest(code, used) === undefined)
      yield { kind: "error-codes", place: own.place, related, subjects: [own.name, code], arguments: { name: own.name, code } };
}

/** The parts that state what an endpoint answers with. */
const ANSWERS = ["Response", "Error responses"];

/** @returns the statuses that an interface agreed to answer with and does not name. */
export function* compareStatuses(agreed: Interface, own: Interface, without: ReadonlySet<string>): Generator<Difference> {
  // Of a part that is missing another check tells.
  const parts = ANSWERS.filter((part) => /[\p{L}\p{N}]/u.test(own.values[part]?.text ?? "") || own.values[part]?.items.length);
  const found = statusesOf(own, parts);
  if (found.size === 0) return;
  for (const status of statusesOf(agreed, parts)) {
    if (!found.has(status) && !without.has(status))
      yield { kind: "status-codes", place: own.place, related: agreed.place, subjects: [own.name], arguments: { name: own.name, status } };
  }
}

function statusesOf({ values }: Interface, parts: readonly string[]): Set<string> {
  return new Set(parts.flatMap((part) => (values[part]?.text ?? "").match(/(?<![\d.-])[1-5]\d\d(?![\d.-])/g) ?? []));
}

/** @returns the status that stands before a code in what an interface says of its errors. */
export function statusBefore(code: string, { values }: Interface): string | undefined {
  const text = ANSWERS.map((part) => values[part]?.text ?? "").join("; ");
  const at = text.indexOf(code);
  return at === -1 ? undefined : /(?<![\d.-])([1-5]\d\d)[\s`:]{0,3}$/.exec(text.slice(Math.max(0, at - 8), at))?.[1];
}
