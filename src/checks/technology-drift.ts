import { nameKey } from "../names.ts";
import { agrees } from "../system/technologies.ts";
import type { Choice, Technology } from "../system/types.ts";
import { defineSystemCheck } from "./define.ts";

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
  const all = technologies.flatMap(({ key, choices }) => choices.map((choice) => ({ key, choice })));
  for (const [index, { key, choice }] of all.entries()) {
    const keysOf = (feature: string) => new Set(all.filter((one) => one.choice.feature.name === feature).map((one) => one.key));
    const earlier = all
      .slice(0, index)
      .find(
        (one) =>
          one.key !== key &&
          one.choice.feature.owner !== "" &&
          nameKey(one.choice.feature.owner) === nameKey(choice.feature.owner) &&
          !keysOf(choice.feature.name).has(one.key) &&
          !keysOf(one.choice.feature.name).has(key),
      );
    if (!earlier || choice.decided || earlier.choice.decided) continue;
    const told = { role, product: choice.product, other: earlier.choice.feature.name, otherProduct: earlier.choice.product };
    yield { message: "product" as const, place: choice.place, related: earlier.choice.place, arguments: told };
  }
}
