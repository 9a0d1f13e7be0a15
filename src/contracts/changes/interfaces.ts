import type { DataStructure, ErrorCode, Interface, InterfaceFacts } from "../../model/types.ts";
import { hasWord, interfaceKey, nameKey } from "../../text/names.ts";
import { withoutPlaces } from "../../text/paths.ts";
import { responsesOf } from "../export/parts.ts";
import { changedAccess } from "./access.ts";
import { change } from "./change.ts";
import { directionsOf } from "./directions.ts";
import { changedFields } from "./fields.ts";
import { firstOf } from "./first-of.ts";
import { changedParameters } from "./parameters.ts";
import type { InterfaceChange } from "./types.ts";

type Facts = Pick<InterfaceFacts, "structures" | "interfaces" | "errors">;

/**
 * Compares the interfaces of two states of a design, as those who use them would: an answer may give more and ask less.
 *
 * @returns in the order of the document: interfaces, structures, error codes
 */
export function changesBetween(before: Facts, after: Facts): InterfaceChange[] {
  return [...interfaceChanges(before, after), ...structureChanges(before, after), ...errorChanges(before.errors, after.errors)];
}

function* interfaceChanges(before: Facts, after: Facts): Generator<InterfaceChange> {
  const key = ({ kind, name }: Interface) => `${kind} ${interfaceKey(name)}`;
  const now = new Map(after.interfaces.map((each) => [key(each), each]));
  for (const own of before.interfaces) {
    const other = now.get(key(own));
    if (!other) yield change("interface-removed", own.name, own.name, "", true, "who calls or receives it no longer can", own.place);
    else if (withoutNames(other.name) !== withoutNames(own.name))
      yield change("interface-removed", own.name, own.name, other.name, true, "its name changed", other.place);
    else yield* changedInterface(own, other, [...before.structures, ...after.structures]);
  }
  const known = new Set(before.interfaces.map(key));
  for (const own of after.interfaces)
    if (!known.has(key(own))) yield change("interface-added", own.name, "", own.name, false, "nobody uses it yet", own.place);
}

function* changedInterface(before: Interface, after: Interface, structures: readonly DataStructure[]): Generator<InterfaceChange> {
  yield* changedParameters(before, after);
  yield* changedAccess(before, after);
  for (const label of ["Request body", "Response", "Payload", "Returns"]) {
    const [was, is] = [before.values[label]?.text ?? "", after.values[label]?.text ?? ""];
    const [a, b] = [namesIn(was, structures), namesIn(is, structures)];
    if (a.join() !== b.join()) {
      const lost = a.some((name) => !b.includes(name)) || (label === "Request body" && b.length > 0);
      yield change(
        "body-changed",
        `${after.name}, ${label}`,
        a.join(", "),
        b.join(", "),
        lost,
        lost ? "what travels is another structure" : "more is given",
        after.place,
      );
    }
  }
  for (const label of ["Usage", "Signature"]) {
    const [was, is] = [before.values[label]?.text.trim() ?? "", after.values[label]?.text.trim() ?? ""];
    if (was !== "" && is !== "" && was.replace(/\s+/g, " ") !== is.replace(/\s+/g, " "))
      yield change(
        "usage-changed",
        `${after.name}, ${label}`,
        was,
        is,
        losesWords(was, is),
        "read both: words of the former form are gone",
        after.place,
      );
  }
  const [were, are] = [statusesOf(before), statusesOf(after)];
  for (const status of were)
    if (!are.has(status)) {
      const success = /^[23]/.test(status);
      yield change(
        "status-removed",
        after.name,
        status,
        "",
        success,
        success ? "who waits for it is not answered so" : "one failure fewer",
        after.place,
      );
    }
  for (const status of are)
    if (!were.has(status)) yield change("status-added", after.name, "", status, false, "a further answer", after.place);
}

/** `/refunds/{refundId}` and `/refunds/{id}` are one path to who calls it. */
const withoutNames = (name: string) => withoutPlaces(name.replaceAll("`", ""));

function namesIn(text: string, structures: readonly DataStructure[]): string[] {
  return [...new Set(structures.map(({ name }) => name))].filter((name) => hasWord(text, name)).sort();
}

function losesWords(before: string, after: string): boolean {
  const words = new Set(after.match(/[\p{L}\p{N}_-]+/gu));
  return (before.match(/[\p{L}\p{N}_-]+/gu) ?? []).some((word) => !words.has(word));
}

function statusesOf({ values }: Interface): Set<string> {
  return new Set([...responsesOf(values.Response, [], []), ...responsesOf(values["Error responses"], [], [])].map(({ status }) => status));
}

function* structureChanges(before: Facts, after: Facts): Generator<InterfaceChange> {
  const [were, are] = [directionsOf(before), directionsOf(after)];
  const byName = ({ name }: DataStructure) => nameKey(name);
  const [had, has] = [firstOf(before.structures, byName), firstOf(after.structures, byName)];
  for (const structure of before.structures) {
    const { name } = structure;
    const now = has.get(byName(structure));
    const way = {
      taken: were.taken.has(name) || are.taken.has(name),
      given: were.given.has(name) || are.given.has(name),
    };
    // Of what no interface uses it is not known which way it travels.
    const both = way.taken || way.given ? way : { taken: true, given: true };
    if (now) yield* changedFields(structure, now, both);
    else
      yield change(
        "structure-removed",
        name,
        name,
        "",
        way.taken || way.given,
        way.taken || way.given ? "interfaces used it" : "no interface used it",
        structure.place,
      );
  }
  for (const structure of after.structures)
    if (!had.has(byName(structure)))
      yield change("structure-added", structure.name, "", structure.name, false, "nobody uses it yet", structure.place);
}

function* errorChanges(before: readonly ErrorCode[], after: readonly ErrorCode[]): Generator<InterfaceChange> {
  const byCode = ({ code }: ErrorCode) => code;
  const [had, has] = [firstOf(before, byCode), firstOf(after, byCode)];
  for (const error of before) {
    const now = has.get(error.code);
    if (!now)
      yield change("error-removed", error.code, error.code, "", true, "who handles it waits in vain, or meets another code", error.place);
    else if (statusIn(now) !== statusIn(error) && statusIn(now) && statusIn(error))
      yield change("error-status", error.code, error.status, now.status, true, "who decides by the status decides otherwise", now.place);
  }
  for (const error of after)
    if (!had.has(error.code)) yield change("error-added", error.code, "", error.code, false, "a further failure", error.place);
}

function statusIn({ status }: ErrorCode): string | undefined {
  return /\d{1,3}/.exec(status)?.[0];
}
