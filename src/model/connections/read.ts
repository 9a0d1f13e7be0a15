import { nameKey } from "../../text/names.ts";
import { isKnown, namesInList, partyKeys } from "../parties.ts";
import { saysNothing, systemDiagrams } from "../query.ts";
import type { Component, DiagramPart, Model } from "../types.ts";
import type { Connection, Connections, Party } from "./types.ts";

const BROKER = /\b(?:queue|broker|bus|topic|stream|kafka|rabbitmq|nats|sqs|sns|pub\/?sub|event ?hub|outbox|cache|redis)\b/i;

/**
 * Reads who talks to whom from the system diagram, the Dependencies and the flows.
 *
 * @returns undefined where there is no system diagram with arrows, or Mermaid does not draw it: then nothing can be compared
 */
export function readConnections(model: Model): Connections | undefined {
  const system = systemDiagrams(model);
  if (system.some(({ problem }) => problem) || system.every(({ arrows }) => arrows.length === 0)) return undefined;
  const { components } = model.architecture;
  // The same part may be drawn in several diagrams.
  const byName = new Map<string, Party>();
  for (const node of system.flatMap(({ nodes }) => nodes)) {
    const key = nameKey(node.name);
    byName.set(key, byName.get(key) ?? partyOf(node, components));
  }
  const parties = [...byName.values()];
  const drawn = system.flatMap(({ nodes, arrows }) => {
    // An arrow to a group is one to each of its members.
    const meant = ({ id, name }: { id: string; name: string }) =>
      nodes.filter((node) => node.id === id || node.groups.includes(name)).flatMap((node) => byName.get(nameKey(node.name)) ?? []);
    return arrows.flatMap(({ from, to, place }) =>
      meant(from).flatMap((source) => meant(to).flatMap((target) => connection(source, target, place))),
    );
  });
  const { stated, vague } = statedBy(components, parties);
  const messages = model.diagrams
    .filter(({ document, type }) => document === "architecture" && type === "sequenceDiagram")
    .flatMap(({ arrows, section }) =>
      arrows
        .filter(({ kind }) => kind === "call" || kind === "notice")
        .flatMap(({ from, to, text, place }) =>
          connection(partyNamed(from.name, parties), partyNamed(to.name, parties), place).map((each) => ({ ...each, flow: section, text })),
        ),
    );
  return { parties, drawn, stated, vague, messages };
}

function connection(from: Party | undefined, to: Party | undefined, place: Connection["place"]): Connection[] {
  return from && to && from !== to ? [{ from, to, place }] : [];
}

function partyOf({ id, name, role, layer }: DiagramPart, components: readonly Component[]): Party {
  return {
    id,
    name,
    isComponent: components.some((component) => nameKey(component.name) === nameKey(name)),
    isStore: role === "store" || layer === "data" || BROKER.test(name),
    isClient: role === "actor" || layer === "client",
  };
}

/** @returns the one party that a name means; undefined where it means none, or several. */
function partyNamed(name: string, parties: readonly Party[]): Party | undefined {
  const exact = parties.filter((party) => nameKey(party.name) === nameKey(name));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const near = parties.filter((party) => isKnown(name, partyKeys([party.name])) || isKnown(party.name, partyKeys([name])));
  return near.length === 1 ? near[0] : undefined;
}

function statedBy(components: readonly Component[], parties: readonly Party[]): Pick<Connections, "stated" | "vague"> {
  const stated: Connection[] = [];
  const vague = new Set<Party>();
  for (const component of components) {
    const from = parties.find(({ name }) => nameKey(name) === nameKey(component.name));
    const value = component.values.Dependencies;
    if (!from) continue;
    if (!value || saysNothing(value.text)) {
      vague.add(from);
      continue;
    }
    if (/^\s*(?:none|nothing|no other|no dependenc|keine)\b/i.test(value.text)) continue;
    for (const name of namesInList(value.text)) {
      const to = partyNamed(name, parties);
      if (to && to !== from) stated.push({ from, to, place: value.place });
      else if (!to) vague.add(from);
    }
    // What is named in a remark is named as well.
    for (const to of parties)
      if (
        to !== from &&
        value.text.toLowerCase().includes(to.name.toLowerCase()) &&
        !stated.some((each) => each.from === from && each.to === to)
      )
        stated.push({ from, to, place: value.place });
  }
  return { stated, vague };
}

/** @returns whether two parties are connected by one of some connections, whichever of them begins it. */
export function areConnected(a: Party, b: Party, by: readonly Connection[]): boolean {
  return by.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}
