import type { Model } from "../../../src/core.ts";
import type { Layer } from "../../../src/model/types.ts";
import { sourceOf, systemDiagrams } from "../components.ts";
import { expectAt, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Takes every part of a layer out of the system diagrams, with its arrows. */
function* dropLayer(model: Model, layer: Layer): Generator<Mutant> {
  const { architecture } = model.documents;
  const [diagram, ...more] = systemDiagrams(model);
  if (!architecture || !diagram || more.length > 0) return;
  const ids = diagram.nodes.filter((node) => node.layer === layer).map(({ id }) => id);
  const { start, text } = sourceOf(architecture, diagram);
  const drawn = new RegExp(`(?<![\\w"])(?:${ids.join("|")})(?![\\w"])`);
  // A line that names several parts cannot go as a whole.
  const lines = text.split("\n");
  if (ids.length === 0 || lines.some((line) => drawn.test(line) && /&|-->.*-->/.test(line))) return;
  const kept = lines.filter((line) => !drawn.test(line) || /^\s*subgraph/.test(line)).join("\n");
  yield mutant(`no ${layer} layer`, [
    architecture,
    replace({ start, end: start + text.length }, kept),
    expectAt(stretch(architecture, diagram.place).start),
  ]);
}

/** Draws every part under one heading, so that nothing says which layer it belongs to. */
function* oneGroup(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model)) {
    if (!architecture || !diagram.nodes.some(({ layer }) => layer === "external") || model.architecture.externalIntegrations.length === 0)
      continue;
    const { start, text } = sourceOf(architecture, diagram);
    const renamed = text.replace(/^( *subgraph \w+)\[.*\]$/gm, '$1["Application"]').replace(/\[\("([^"]*)"\)\]/g, '["$1"]');
    yield mutant("groups without names", [
      architecture,
      replace({ start, end: start + text.length }, renamed),
      expectAt(stretch(architecture, diagram.place).start),
    ]);
  }
}

// What is drawn nowhere is unknown to flows and dependencies; whom nothing is left to talk to stands alone.
const ALSO = ["undeclared-component", "line-count", "unreachable-node", "unmotivated-component"];

export default defineOperators("missing-layer", [
  {
    name: "no-external",
    apply: (model) => (model.architecture.externalIntegrations.length > 0 ? dropLayer(model, "external") : []),
    alsoExpected: ALSO,
  },
  { name: "no-data", apply: (model) => (model.entities.length > 0 ? dropLayer(model, "data") : []), alsoExpected: ALSO },
  {
    name: "no-clients",
    apply: (model) => (model.interfaceKinds.some((kind) => kind === "api" || kind === "cli") ? dropLayer(model, "client") : []),
    alsoExpected: ALSO,
  },
  { name: "one-group", apply: oneGroup, alsoExpected: ALSO },
]);
