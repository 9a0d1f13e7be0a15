import { type Parameter, parametersOf } from "../../model/interfaces/parameters.ts";
import type { Interface } from "../../model/types.ts";
import { change } from "./change.ts";
import { changedRules } from "./rules.ts";
import type { InterfaceChange } from "./types.ts";
import { changedType } from "./values.ts";

const WAY = { taken: true, given: false };

/** @returns how parameters, arguments and options of an interface changed; those of its path are told apart by their place in it */
export function* changedParameters(before: Interface, after: Interface): Generator<InterfaceChange> {
  const [were, are] = [parametersOf(before), parametersOf(after)];
  const renamed = renamedInPath(before.name, after.name);
  const nowOf = ({ name }: Parameter) => are.find((each) => each.name === (renamed.get(name) ?? name));
  const known = new Set<Parameter>();
  for (const [was, is] of renamed)
    yield change("parameter-renamed", `${after.name}, ${is}`, was, is, false, "what is sent stands at the same place", after.place);
  for (const parameter of were) {
    const now = nowOf(parameter);
    if (now) {
      known.add(now);
      yield* changedParameter(`${after.name}, ${now.name}`, parameter, now, after);
    } else {
      const at = `${after.name}, ${parameter.name}`;
      yield change("parameter-removed", at, parameter.name, "", true, "who gives it is refused, or not understood", after.place);
    }
  }
  for (const parameter of are) {
    if (known.has(parameter)) continue;
    const { name, required } = parameter;
    const because = required ? "who calls it does not give it yet" : "who does not know it is not touched";
    yield change("parameter-added", `${after.name}, ${name}`, "", name, required, because, after.place);
  }
}

function* changedParameter(at: string, was: Parameter, is: Parameter, { place }: Interface): Generator<InterfaceChange> {
  if (was.in !== undefined && is.in !== undefined && was.in !== is.in)
    yield change("parameter-moved", at, was.in, is.in, true, "who gives it where it was is not understood", place);
  if (was.required !== is.required) {
    const because = is.required ? "who left it out is refused" : "who gives it may go on";
    yield change(is.required ? "parameter-required" : "parameter-optional", at, was.text, is.text, is.required, because, place);
  }
  yield* changedType(at, was.dataType, is.dataType, WAY, [was.text, is.text], place);
  yield* changedRules(at, was.text, is.text, WAY, place);
}

/** @returns the names of what stands in a path, where the other path has another one at the same place */
function renamedInPath(before: string, after: string): Map<string, string> {
  const [were, are] = [before, after].map((name) => [...name.matchAll(/[{:<](\w{1,80})[}>]?/g)].map(([, each = ""]) => each));
  const pairs = (were ?? []).map((was, index) => [was, are?.[index] ?? was] as const);
  return new Map(pairs.filter(([was, is]) => was !== is));
}
