import { areConnected, readConnections } from "../../model/connections/read.ts";
import type { Connections } from "../../model/connections/types.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "undepended" | "undrawn" | "unconnected";

export default defineCheck({
  id: "picture-mismatch",
  category: "consistency",
  severity: "warning",
  messages: {
    undepended: {
      text: 'Unexpected arrow from "{from}" to "{to}": the Dependencies of "{from}" do not name it.',
      advice: 'Name "{to}" among the Dependencies of "{from}", or leave the arrow out.',
    },
    undrawn: {
      text: 'Expected an arrow between "{from}" and "{to}" in the system diagram: the Dependencies of "{from}" name it.',
      advice: 'Draw the arrow, or take "{to}" out of the Dependencies.',
    },
    unconnected: {
      text: 'Unexpected message from "{from}" to "{to}" in the flow "{flow}": neither the system diagram nor the Dependencies connect them.',
      advice: "Send it to the part that stands between them, or draw the arrow and name the dependency.",
    },
  },
  *run(model) {
    const connections = readConnections(model);
    if (!connections) return;
    yield* inArrows(connections);
    yield* inDependencies(connections);
    yield* inFlows(connections);
  },
});

/** A part that is named only the other way round, as one that calls back, is connected all the same. */
function* inArrows({ drawn, stated, vague }: Connections): Generator<Report<MessageId>> {
  for (const { from, to, place } of drawn) {
    if (!from.isComponent || to.isClient || vague.has(from) || areConnected(from, to, stated)) continue;
    yield { message: "undepended", place, arguments: { from: from.name, to: to.name } };
  }
}

function* inDependencies({ drawn, stated }: Connections): Generator<Report<MessageId>> {
  for (const { from, to, place } of stated)
    if (!areConnected(from, to, drawn)) yield { message: "undrawn", place, arguments: { from: from.name, to: to.name } };
}

/** Two parts may talk through a store or a broker that both know. */
function* inFlows({ parties, drawn, stated, messages, vague }: Connections): Generator<Report<MessageId>> {
  const known = [...drawn, ...stated];
  const told = new Set<string>();
  for (const { from, to, flow, place } of messages) {
    const pair = `${flow} ${from.id} ${to.id}`;
    if (!from.isComponent || to.isClient || vague.has(from) || told.has(pair) || areConnected(from, to, known)) continue;
    if (parties.some((between) => between.isStore && areConnected(from, between, known) && areConnected(to, between, known))) continue;
    told.add(pair);
    yield { message: "unconnected", place, arguments: { from: from.name, to: to.name, flow } };
  }
}
