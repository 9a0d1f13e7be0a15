import { shareWords } from "../../system/page/words.ts";
import type { Integration, SystemComponent, Told } from "../../system/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "contradictory-component",
  category: "system",
  severity: "error",
  messages: {
    owner: {
      text: 'Unexpected owner {owner} of the component "{name}": {other} describes it for {otherOwner}.',
      advice: "Let one feature describe it and the other list it under Integration Points, or give the two parts names of their own.",
    },
    purpose: {
      text: 'Unexpected purpose of the component "{name}": {other} describes another one.',
      advice: "Describe one component in the same words, or give the two parts names of their own.",
    },
    boundary: {
      text: '"{name}" is an external system here, and a part of our own system in {other}.',
      advice: "Decide who runs it, and list it in both features under the same heading of Integration Points.",
    },
  },
  *survey({ components, integrations }) {
    for (const { name, described } of components) {
      const [first, ...others] = described;
      if (!first) continue;
      for (const other of others) {
        if (other.feature.name === first.feature.name) continue;
        const told = { name, other: first.feature.name };
        const [owner, otherOwner] = [other.feature.owner, first.feature.owner];
        if (nameKey(owner) !== nameKey(otherOwner) && owner !== "" && otherOwner !== "")
          yield { message: "owner", place: other.place, related: first.place, arguments: { ...told, owner, otherOwner } };
        else if (!shareWords(other.purpose, first.words) && !shareWords(first.purpose, other.words))
          yield { message: "purpose", place: other.place, related: first.place, arguments: told };
      }
    }
    const inside = ownSides(components, integrations);
    for (const external of integrations.filter(({ boundary }) => boundary === "external")) {
      const own = (inside.get(nameKey(external.system)) ?? []).find(({ feature }) => feature.name !== external.feature.name);
      if (own)
        yield {
          message: "boundary",
          place: external.place,
          related: own.place,
          arguments: { name: external.system, other: own.feature.name },
        };
    }
  },
});

/** By name, where features have something as a component, or as a system of our own. */
function ownSides(components: readonly SystemComponent[], integrations: readonly Integration[]): Map<string, Told[]> {
  const sides = new Map<string, Told[]>(components.map(({ key, described }) => [key, [...described]]));
  for (const integration of integrations.filter(({ boundary }) => boundary === "internal")) {
    const key = nameKey(integration.system);
    const known = sides.get(key);
    if (known) known.push(integration);
    else sides.set(key, [integration]);
  }
  return sides;
}
