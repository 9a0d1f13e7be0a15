import { nameKey } from "../../text/names.ts";
import { isKnown, partyKeys } from "../diagrams/parties.ts";
import type { Component, DiagramPart } from "../types.ts";
import type { Party } from "./types.ts";

const BROKER = /\b(?:queue|broker|bus|topic|stream|kafka|rabbitmq|nats|sqs|sns|pub\/?sub|event ?hub|outbox|cache|redis)\b/i;

/** Finds who is meant by a box, a participant or a name. */
export interface Parties {
  all: Party[];
  /** @returns the components that a box stands for, or the one party that it is */
  ofNode(node: Pick<DiagramPart, "name">): readonly Party[];
  /** @returns the one party that a name means; undefined where it means none, or several. */
  named(name: string): Party | undefined;
  /** @returns whom a participant means; one that no line declares is called as the box of the system diagram is */
  taking(participant: Pick<DiagramPart, "id" | "name">): Party | undefined;
}

/** @returns the components, and whatever else the system diagram draws: the same part may be drawn in several diagrams. */
export function partiesOf(components: readonly Component[], nodes: readonly DiagramPart[]): Parties {
  const own = components.map(({ name }, key): Party => ({ key, id: "", name, ...PLAIN, isComponent: true }));
  const all = [...own];
  const byNode = new Map<string, Party[]>();
  for (const node of nodes) {
    const key = nameKey(node.name);
    if (byNode.has(key)) continue;
    const meant = componentsIn(node.name, own);
    for (const party of meant) Object.assign(party, { id: node.id, isStore: isStore(node), isBroker: BROKER.test(node.name) });
    if (meant.length === 0) {
      const isClient = node.role === "actor" || node.layer === "client";
      meant.push({
        ...PLAIN,
        key: all.length,
        id: node.id,
        name: node.name,
        isStore: isStore(node),
        isBroker: BROKER.test(node.name),
        isClient,
      });
      all.push(...meant);
    }
    byNode.set(key, meant);
  }
  const found = new Map<string, Party | undefined>();
  return {
    all,
    ofNode: ({ name }) => byNode.get(nameKey(name)) ?? [],
    named(name) {
      if (!found.has(name)) found.set(name, partyNamed(name, all));
      return found.get(name);
    },
    taking({ id, name }) {
      return this.named(name) ?? (id === name ? all.find((party) => party.id === id) : undefined);
    },
  };
}

const PLAIN = { isComponent: false, isStore: false, isBroker: false, isClient: false };

function isStore({ role, layer, name }: DiagramPart): boolean {
  return role === "store" || layer === "data" || BROKER.test(name);
}

/** "Daemon: dispatcher and run coordinator" is one box for two components. */
function componentsIn(name: string, components: readonly Party[]): Party[] {
  const exact = components.filter((component) => nameKey(component.name) === nameKey(name));
  if (exact.length > 0) return exact;
  return components.filter((component) => nameKey(component.name).length > 3 && isKnown(name, partyKeys([component.name])));
}

function partyNamed(name: string, parties: readonly Party[]): Party | undefined {
  const exact = parties.filter((party) => nameKey(party.name) === nameKey(name));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const near = parties.filter((party) => isKnown(name, partyKeys([party.name])) || isKnown(party.name, partyKeys([name])));
  return near.length === 1 ? near[0] : undefined;
}
