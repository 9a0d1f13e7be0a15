import { nameKey } from "../names.ts";
import type { Integration, System } from "../system/types.ts";
import { shareWords } from "../system/words.ts";
import { defineSystemCheck } from "./define.ts";

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
  *survey(system) {
    for (const { name, described } of system.components) {
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
    for (const external of system.integrations.filter(({ boundary }) => boundary === "external")) {
      const own = ownSide(external, system);
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

/** Where another feature has the system as a component, or as one of our own. */
function ownSide({ system: name, feature }: Integration, { components, integrations }: System) {
  const key = nameKey(name);
  const described = components.find((component) => component.key === key)?.described ?? [];
  const internal = integrations.filter(({ boundary, system }) => boundary === "internal" && nameKey(system) === key);
  return [...described, ...internal].find((told) => told.feature.name !== feature.name);
}
