import { agrees } from "../../system/technologies.ts";
import type { Choice, Technology } from "../../system/types.ts";
import { groupBy } from "../../text/group.ts";
import { nameKey } from "../../text/names.ts";
import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "technology-drift",
  category: "system",
  severity: "warning",
  messages: {
    version: {
      text: "Unexpected version {version} of {product}: {other} uses {otherVersion}.",
      advice: "Agree on one version, or write the reason for two as a key design decision that names {product}.",
    },
    product: {
      text: "Unexpected {role} {product}: {other}, of the same owner, uses {otherProduct}.",
      advice: "Agree on one product, or write the reason for two as a key design decision that names {product}.",
    },
  },
  *survey({ technologies }) {
    for (const { product, choices } of technologies) yield* versions(product, choices);
    const roles = new Set(technologies.flatMap(({ role }) => role ?? []));
    for (const role of roles)
      yield* products(
        role,
        technologies.filter((technology) => technology.role === role),
      );
  },
});

function* versions(product: string, choices: readonly Choice[]) {
  const [first, ...others] = choices.filter(({ version }) => version !== "");
  if (!first) return;
  for (const choice of others) {
    if (agrees(first, choice) || choice.decided || first.decided || choice.feature.name === first.feature.name) continue;
    const { place, version } = choice;
    const told = { product, version, other: first.feature.name, otherVersion: first.version };
    yield { message: "version" as const, place, related: first.place, arguments: told };
  }
}

/** Two teams may choose differently; one owner with two products for one role has drifted. A feature that uses both has chosen. */
function* products(role: string, technologies: readonly Technology[]) {
  const used = new Map<string, Set<string>>();
  for (const { key, choices } of technologies)
    for (const { feature } of choices) used.set(feature.name, (used.get(feature.name) ?? new Set()).add(key));
  const usesNot = ({ feature }: Choice, key: string) => used.get(feature.name)?.has(key) === false;
  const before: { key: string; ofOwner: Map<string, Choice[]> }[] = [];
  for (const { key, choices } of technologies) {
    for (const choice of choices) {
      const owner = nameKey(choice.feature.owner);
      const earlier = before
        .filter((other) => usesNot(choice, other.key))
        .flatMap(({ ofOwner }) => ofOwner.get(owner)?.find((one) => usesNot(one, key)) ?? [])[0];
      if (!earlier || choice.decided || earlier.decided) continue;
      const told = { role, product: choice.product, other: earlier.feature.name, otherProduct: earlier.product };
      yield { message: "product" as const, place: choice.place, related: earlier.place, arguments: told };
    }
    // What belongs to nobody has no one who could have drifted.
    const owned = choices.filter(({ feature }) => feature.owner !== "");
    before.push({ key, ofOwner: groupBy(owned, ({ feature }) => nameKey(feature.owner)) });
  }
}
