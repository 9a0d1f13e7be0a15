import { areConnected, readConnections } from "../../model/connections/read.ts";
import type { Connection, Connections, Operation } from "../../model/connections/types.ts";
import { contentOf } from "../../model/content/read.ts";
import type { AlignedDocument, Model } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "undepended" | "undrawn" | "reversed" | "untaken" | "unconnected" | "misaddressed" | "uninterested" | "unpublished";

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
    reversed: {
      text: 'Unexpected arrow from "{from}" to "{to}": by the Dependencies it is "{to}" that needs "{from}", as all other arrows have it.',
      advice: "Turn the arrow round, or name the dependency that it shows.",
    },
    untaken: {
      text: 'Unexpected offer of "{from}" to "{to}": neither the Dependencies of "{to}" nor an arrow say that it takes anything from "{from}".',
      advice: 'Name "{from}" among the Dependencies of "{to}", or say to whom it is offered.',
    },
    unconnected: {
      text: 'Unexpected message from "{from}" to "{to}" in the flow "{flow}": neither the system diagram nor the Dependencies connect them.',
      advice: "Send it to the part that stands between them, or draw the arrow and name the dependency.",
    },
    misaddressed: {
      text: 'Unexpected message "{text}" to "{to}" in the flow "{flow}": it is "{owner}" that offers to {operation}.',
      advice: "Send it to what owns the operation, or give the operation to what receives it.",
    },
    unpublished: {
      text: 'Unexpected event "{event}" in the flow "{flow}": no document has it, and the design speaks of "{known}".',
      advice: "Send the event that the design describes, or describe this one.",
    },
    uninterested: {
      text: 'Unexpected event "{event}" to "{to}" in the flow "{flow}": its consumers are {consumers}.',
      advice: "Send what it is told, or name it among the consumers of the event.",
    },
  },
  *run(model) {
    const connections = readConnections(model);
    if (!connections) return;
    yield* inArrows(connections);
    yield* inDependencies(connections);
    yield* inOffers(connections);
    yield* inFlows(connections);
    yield* inEvents(model, connections);
    yield* unknownEvents(model, connections);
  },
});

/** A part that is named only the other way round, as one that calls back, is connected all the same. */
function* inArrows(connections: Connections): Generator<Report<MessageId>> {
  const { drawn, stated, vague } = connections;
  const pushes = new Set(connections.said.filter(({ pushes }) => pushes).map(pairOf));
  const turned = turnedArrows(connections);
  for (const arrow of drawn) {
    const { from, to, place, shared } = arrow;
    if (turned.has(arrow) && !pushes.has(pairOf(arrow))) yield { message: "reversed", place, arguments: { from: from.name, to: to.name } };
    if (shared || !from.isComponent || to.isClient || vague.has(from) || areConnected(from, to, stated)) continue;
    yield { message: "undepended", place, arguments: { from: from.name, to: to.name } };
  }
}

/** @returns the few arrows against a dependency, in a picture where nearly all go along with one */
function turnedArrows({ drawn, stated }: Connections): Set<Connection> {
  const pairs = new Set(drawn.map(pairOf));
  const needs = new Set(stated.map(pairOf));
  const plain = drawn.filter((arrow) => arrow.from.isComponent && arrow.to.isComponent && !arrow.shared && !pairs.has(turned(arrow)));
  const along = drawn.filter((arrow) => arrow.from.isComponent && needs.has(pairOf(arrow)));
  const against = plain.filter((arrow) => !needs.has(pairOf(arrow)) && needs.has(turned(arrow)));
  return new Set(along.length >= 4 && against.length * 4 <= along.length ? against : []);
}

function pairOf({ from, to }: Pick<Connection, "from" | "to">): string {
  return `${from.key} ${to.key}`;
}

function turned({ from, to }: Connection): string {
  return pairOf({ from: to, to: from });
}

function* inDependencies({ drawn, stated }: Connections): Generator<Report<MessageId>> {
  for (const { from, to, place } of stated)
    if (from.id !== "" && to.id !== "" && from.id !== to.id && !areConnected(from, to, drawn))
      yield { message: "undrawn", place, arguments: { from: from.name, to: to.name } };
}

function* inOffers({ drawn, stated, offered, vague }: Connections): Generator<Report<MessageId>> {
  const known = [...drawn.filter(({ shared }) => !shared), ...stated];
  for (const { from, to, place } of offered)
    if (!vague.has(to) && !areConnected(from, to, known)) yield { message: "untaken", place, arguments: { from: from.name, to: to.name } };
}

/** Words that say that a message does not go straight to its receiver. */
const ROUNDABOUT = /\b(?:through|via|queue[ds]?|outbox|rows?|poll(?:s|ed)?|published?|publishes|event|by the|from the)\b/i;

/** Two parts may talk through a broker that both know, and through a store where the message says so. */
function* inFlows({ parties, drawn, stated, said, messages, vague, operations }: Connections): Generator<Report<MessageId>> {
  const known = [...drawn.filter(({ shared }) => !shared), ...stated, ...said];
  const told = new Set<string>();
  for (const message of messages) {
    const { from, to, flow, text, notice, place } = message;
    const owner = ownerOf(text, operations);
    const isStranger = owner && owner.party !== to && owner.party !== from && to.isComponent && !owner.sharedBy.has(to);
    if (isStranger && areConnected(from, owner.party, known)) {
      yield { message: "misaddressed", place, arguments: { text, to: to.name, flow, owner: owner.party.name, operation: owner.operation } };
      continue;
    }
    const pair = `${flow} ${pairOf(message)}`;
    if (!from.isComponent || to.isClient || vague.has(from) || told.has(pair) || areConnected(from, to, known)) continue;
    const through = parties.some(
      (between) =>
        (between.isBroker || (between.isStore && (notice || ROUNDABOUT.test(text)))) &&
        areConnected(from, between, known) &&
        areConnected(to, between, known),
    );
    if (through) continue;
    told.add(pair);
    yield { message: "unconnected", place, arguments: { from: from.name, to: to.name, flow } };
  }
}

/** An event goes to those that the backend design names as its consumers, where it names any that are drawn. */
function* inEvents({ backend }: Model, { parties, messages }: Connections): Generator<Report<MessageId>> {
  const consumers = new Map(
    backend.interfaces.flatMap(({ name, values }) => {
      const text = values.Consumers?.source ?? "";
      const named = parties.filter((party) => !party.isComponent && hasWord(text, party.name));
      return named.length > 0 ? [[name, named] as const] : [];
    }),
  );
  for (const { from, to, flow, text, place } of messages) {
    const event = /^[a-z]\w*(?:\.\w+)+(?=\W|$)/.exec(text)?.[0] ?? "";
    const named = consumers.get(event);
    if (!named || !from.isComponent || to.isComponent || to.isStore || named.includes(to)) continue;
    const names = named.map(({ name }) => name).join(", ");
    yield { message: "uninterested", place, arguments: { event, to: to.name, flow, consumers: names } };
  }
}

/** An event that is sent in a picture alone, where the documents name another one of its family. */
function* unknownEvents(model: Model, { messages }: Connections): Generator<Report<MessageId>> {
  const events = new Set(contentOf(model).literals.flatMap(({ kind, marked, text }) => (kind === "event" && marked ? [text] : [])));
  for (const { flow, text, place } of messages) {
    const event = /^[a-z][a-z\d]{1,30}(?:\.[a-z][a-z\d_]{1,30}){1,3}(?=\s|$|,)/.exec(text)?.[0];
    if (event === undefined || events.has(event)) continue;
    const family = event.slice(0, event.lastIndexOf(".") + 1);
    const known = [...events].find((each) => each.startsWith(family) && !each.slice(family.length).includes("."));
    const isNamed = (Object.values(model.documents) as AlignedDocument[]).some(({ markdown }) => hasWord(markdown.prose, event));
    if (known !== undefined && !isNamed) yield { message: "unpublished", place, arguments: { event, flow, known } };
  }
}

/** @returns who alone offers what a message asks for with its first words */
function ownerOf(text: string, operations: Connections["operations"]): (Operation & { operation: string }) | undefined {
  const words = text.split(/[^A-Za-z]+/).filter(Boolean);
  for (const length of [2, 1]) {
    const operation = words.slice(0, length).join(" ").toLowerCase();
    const found = operations.get(operation);
    if (found) return { ...found, operation };
  }
  return undefined;
}
