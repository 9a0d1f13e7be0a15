import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const loaded = new Map<string, unknown>();

/**
 * Loads a package on first use, at once: what few projects need, and every start of the command would pay for. The build puts each into a
 * file of its own, beside the bundles; among the sources there is the package.
 *
 * @param name one of those in scripts/bundle-on-demand.mjs
 */
export function onDemand<Module>(name: string): Module {
  if (!loaded.has(name)) {
    const bundles = [`./on-demand/${name}.cjs`, `../on-demand/${name}.cjs`].map((path) => fileURLToPath(new URL(path, import.meta.url)));
    loaded.set(name, createRequire(import.meta.url)(bundles.find((path) => existsSync(path)) ?? name));
  }
  return loaded.get(name) as Module;
}
