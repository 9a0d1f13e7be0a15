import { systemDiagrams } from "../query.ts";
import type { Model } from "../types.ts";
import { type Parties, partiesOf } from "./parties.ts";
import { dependencies, offersOf, operationsOf, saidElsewhere } from "./text.ts";
import type { Connection, Connections, Drawn, Message, Party } from "./types.ts";

/** More parts than these are no system that anybody draws or compares, and each is looked for among all others. */
const MOST_PARTS = 400;

/**
 * Reads who talks to whom as one graph from five places: the arrows of the system diagram, the Dependencies, the
 * Interfaces, the tables of integrations and the messages of the flows.
 *
 * @returns undefined where there is no system diagram with arrows, Mermaid does not draw it, or there are hundreds of parts: then
 *   nothing can be compared
 */
export function readConnections(model: Model): Connections | undefined {
  const system = systemDiagrams(model);
  if (system.some(({ problem }) => problem) || system.every(({ arrows }) => arrows.length === 0)) return undefined;
  const { components } = model.architecture;
  if (components.length + system.flatMap(({ nodes }) => nodes).length > MOST_PARTS) return undefined;
  const parties = partiesOf(
    components,
    system.flatMap(({ nodes }) => nodes),
  );
  return {
    parties: parties.all,
    drawn: drawnIn(system, parties),
    ...dependencies(components, parties),
    said: saidElsewhere(model, parties),
    offered: offersOf(model, parties),
    messages: messagesOf(model, parties),
    operations: operationsOf(model, parties),
  };
}

function drawnIn(system: ReturnType<typeof systemDiagrams>, parties: Parties): Drawn[] {
  return system.flatMap(({ nodes, arrows }) => {
    // An arrow to a group is one to each of its members.
    const meant = ({ id, name }: { id: string; name: string }) => nodes.filter((node) => node.id === id || node.groups.includes(name));
    return arrows.flatMap(({ from, to, place }) =>
      meant(from).flatMap((source) =>
        meant(to).flatMap((target) => {
          const [starts, ends] = [parties.ofNode(source), parties.ofNode(target)];
          const shared = starts.length > 1 || ends.length > 1;
          return starts.flatMap((start) =>
            ends.flatMap((end) => (start === end ? [] : [{ from: start, to: end, source: "picture" as const, place, shared }])),
          );
        }),
      ),
    );
  });
}

function messagesOf({ diagrams }: Model, parties: Parties): Message[] {
  return diagrams
    .filter(({ document, type }) => document === "architecture" && type === "sequenceDiagram")
    .flatMap(({ arrows, section }) =>
      arrows.flatMap(({ from, to, text, kind, place }) => {
        const [sender, receiver] = [parties.taking(from), parties.taking(to)];
        if (!sender || !receiver || sender === receiver || (kind !== "call" && kind !== "notice")) return [];
        return [{ from: sender, to: receiver, source: "flow" as const, place, flow: section, text, notice: kind === "notice" }];
      }),
    );
}

/** @returns whether two parties are connected by one of some connections, whichever of them begins it. */
export function areConnected(a: Party, b: Party, by: readonly Connection[]): boolean {
  return by.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}
