import { cell } from "../../model/documents/items.ts";
import { systemDiagrams } from "../../model/query.ts";
import type { Layer, Model } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

/** Each layer that a feature has, with what says that it has it. */
const CALLED_FOR: readonly (readonly [Exclude<Layer, "application">, (model: Model) => string | undefined])[] = [
  ["client", ({ interfaceKinds }) => interfaceKinds.find((kind) => kind === "api" || kind === "cli")],
  ["data", ({ entities, mappings }) => entities[0]?.name ?? mappings.find((mapping) => mapping.entities.length > 0)?.structure],
  [
    "external",
    ({ architecture: { externalIntegrations } }) => {
      const [row] = externalIntegrations;
      return row && (cell(row, "System") ?? cell(row, "Service"))?.text;
    },
  ],
];

export default defineCheck({
  id: "missing-layer",
  category: "completeness",
  severity: "warning",
  messages: {
    client: {
      text: "Expected the clients of the {because} interface in the system architecture diagram.",
      advice: 'Draw who calls the feature, in a group of its own: subgraph clients["Clients"].',
    },
    data: {
      text: "Expected the data layer in the system architecture diagram: {because} is stored.",
      advice: 'Draw the stores, in a group of their own: subgraph data["Data"], each as name[("Store")].',
    },
    external: {
      text: "Expected the other systems in the system architecture diagram: {because} is one.",
      advice: 'Draw them, in a group of their own: subgraph external["Other systems"].',
    },
  },
  *run(model) {
    const [first, ...more] = systemDiagrams(model);
    // A diagram that is not there, or not drawn, is told by checks of its own.
    if (!first || [first, ...more].some(({ problem }) => problem)) return;
    const drawn = new Set([first, ...more].flatMap(({ nodes }) => nodes.map(({ layer }) => layer)));
    for (const [layer, reason] of CALLED_FOR) {
      const because = drawn.has(layer) ? undefined : reason(model);
      if (because !== undefined) yield { message: layer, place: first.place, arguments: { because } };
    }
  },
});
