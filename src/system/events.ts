import { systemNames } from "../model/diagrams/parties.ts";
import { cell } from "../model/documents/items.ts";
import type { Consumption, Interface, Model, Place, Row } from "../model/types.ts";
import { groupBy } from "../text/group.ts";
import { hasWord, nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { EventParty, SystemEvent, SystemFeature } from "./types.ts";

/** What a component takes, by the clause that says so. */
interface Taken extends Pick<Consumption, "name" | "clause" | "place"> {
  /** An integration or an existing interface names it. */
  sourced: boolean;
}

/** What one feature says of events; what it means shows only beside the other features. */
export interface EventFacts {
  feature: SystemFeature;
  /** The names of the events that its documents specify. */
  specified: string[];
  /** The pieces of inline code in its outputs. */
  codes: string[];
  components: { name: string; exposes: { name: string; place: Place }[]; consumes: Taken[] }[];
  specifications: Mention[];
}

type Mention = { name: string; side: "producers" | "consumers" | "none"; party?: EventParty; sourced: boolean };

/** @returns what a feature says of events. */
export function readEventFacts(source: Source): EventFacts {
  const { feature, model } = source;
  return {
    feature,
    specified: messagesOf(model).map(({ name }) => name),
    codes: codesIn(model),
    components: model.architecture.components.map(({ name, exposes, consumes }) => ({
      name,
      exposes: exposes.names,
      consumes: consumes.map((taken) => ({
        name: taken.name,
        clause: taken.clause,
        place: taken.place,
        sourced: rowsThatName(model, taken.name).length > 0,
      })),
    })),
    specifications: fromSpecifications(source),
  };
}

/** @returns the events of all features, each with who sends and who takes it. */
export function gatherEvents(facts: readonly EventFacts[]): SystemEvent[] {
  const specified = new Set(facts.flatMap((own) => own.specified.map(nameKey)));
  const mentions = facts.flatMap((own) => [...fromComponents(own, specified), ...own.specifications]);
  const codes = featuresByCode(facts, new Set(mentions.map(({ name }) => name)));
  return [...groupBy(mentions, ({ name }) => nameKey(name))].map(([, own]) => {
    const parties = (side: Mention["side"]) =>
      [
        ...groupBy(
          own.flatMap((mention) => (mention.side === side && mention.party ? [mention.party] : [])),
          partyKey,
        ).values(),
      ].flatMap(([first]) => first ?? []);
    const consumers = parties("consumers");
    const name = own[0]?.name ?? "";
    const takers = new Set(consumers.map(({ feature }) => feature.name));
    const mentioned = [...(codes.get(name) ?? [])].some((feature) => !takers.has(feature));
    return { name, producers: parties("producers"), consumers, sourced: mentioned || own.some(({ sourced }) => sourced) };
  });
}

function partyKey({ name, feature }: EventParty): string {
  return `${nameKey(name)} ${feature.name}`;
}

function messagesOf({ backend, contracts }: Model): Interface[] {
  return [...backend.interfaces, ...contracts.interfaces].filter(({ kind }) => kind === "service");
}

const MESSAGES = /\b(?:events?|messages?|topics?|subscri\w+|listens?|streams?|queues?)\b/i;

/** What components say that they expose and consume. */
function fromComponents({ feature, components }: EventFacts, specified: ReadonlySet<string>): Mention[] {
  // What stands beside a known event is meant as one.
  const isOfMessages = (words: string, consumes: readonly Taken[]) =>
    MESSAGES.test(words) || consumes.some(({ clause, name }) => clause === words && specified.has(nameKey(name)));
  return components.flatMap(({ name: component, exposes, consumes }) => [
    ...exposes
      .filter(({ name }) => specified.has(nameKey(name)))
      .map(({ name, place }): Mention => ({ name, side: "producers", party: { name: component, feature, place }, sourced: false })),
    ...consumes
      .filter(
        ({ name, clause }) => specified.has(nameKey(name)) || (isOfMessages(clause, consumes) && /^[\w-]+(?:[.:][\w-]+)+$/.test(name)),
      )
      .map(({ name, place, sourced }): Mention => ({ name, side: "consumers", party: { name: component, feature, place }, sourced })),
  ]);
}

/** What the backend design says of its events: who takes them, and where consumed ones come from. */
function fromSpecifications({ feature, model }: Source): Mention[] {
  const { components } = model.architecture;
  const taken = new Set(components.flatMap(({ consumes }) => consumes.map(({ name }) => nameKey(name))));
  const given = new Set(components.flatMap(({ exposes }) => exposes.names.map(({ name }) => nameKey(name))));
  const sender = components.find(({ exposes }) => exposes.kinds.includes("service"));
  return model.backend.interfaces
    .filter(({ kind }) => kind === "service")
    .flatMap(({ name, place, values }): Mention[] => {
      const party = (of: string): EventParty => ({ name: of, feature, place });
      const key = nameKey(name);
      const consumed = taken.has(key) && !given.has(key);
      const outside = consumed ? sendersOf(name, model) : [];
      const readers = namedIn(values.Consumers?.text ?? "", systemNames(model));
      const sourced = outside.length > 0 || (consumed && hasSource(name, model));
      // An event that nobody exposes by name is sent by who exposes all events, or for readers outside.
      const sent = !given.has(key) && !sourced && (!consumed || sender !== undefined || readers.length > 0);
      return [
        { name, side: "none", sourced },
        ...outside.map((of): Mention => ({ name, side: "producers", party: party(of), sourced: true })),
        ...readers.map((of): Mention => ({ name, side: "consumers", party: party(of), sourced: false })),
        ...(sent ? [{ name, side: "producers" as const, party: party(sender?.name ?? feature.title), sourced: false }] : []),
      ];
    });
}

/** The systems around that a consumed event comes from, by its trigger or by the row that names it or its topic. */
function sendersOf(name: string, model: Model): string[] {
  const systems = systemNames(model);
  const triggers = triggersOf(name, model).map(({ text }) => text);
  const rows = rowsOfSource(name, model).map(textOf);
  return [...new Set([...triggers, ...rows].flatMap((text) => namedIn(text, systems)))].slice(0, 1);
}

function hasSource(name: string, model: Model): boolean {
  return rowsOfSource(name, model).length > 0;
}

function rowsOfSource(name: string, model: Model): Row[] {
  const topics = triggersOf(name, model).flatMap(({ codes }) => codes);
  return [name, ...topics].flatMap((word) => rowsThatName(model, word));
}

function triggersOf(name: string, model: Model) {
  return messagesOf(model)
    .filter((message) => nameKey(message.name) === nameKey(name))
    .flatMap(({ values }) => values.Trigger ?? []);
}

/** The rows of integrations and existing interfaces that name an event or a topic. */
function rowsThatName({ integrations, architecture, research }: Model, name: string): Row[] {
  const rows = [
    ...integrations,
    ...architecture.internalIntegrations,
    ...architecture.externalIntegrations,
    ...research.existingInterfaces,
  ];
  return rows.filter((row) => hasWord(textOf(row), name) || cell(row, "Interface")?.codes.includes(name));
}

function textOf({ cells }: Row): string {
  return Object.values(cells)
    .map(({ text }) => text)
    .join(" ");
}

function namedIn(text: string, names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => hasWord(text, name));
}

function codesIn({ documents }: Model): string[] {
  const codes = [documents.architecture, documents["backend-design"]].flatMap((document) => document?.markdown.inlineCodes ?? []);
  // No event has a name of several words: the usages and values among the pieces are left out.
  const words = codes.map(({ text }) => text.replace(/^`+|(?<!`)`+$/g, "").trim()).filter((code) => !/\s/.test(code));
  return [...new Set(words)];
}

/** By each event, the features that have its name as inline code in their outputs. */
function featuresByCode(facts: readonly EventFacts[], events: ReadonlySet<string>): Map<string, Set<string>> {
  const features = new Map<string, Set<string>>();
  for (const { feature, codes } of facts)
    for (const code of codes) {
      if (!events.has(code)) continue;
      const known = features.get(code);
      if (known) known.add(feature.name);
      else features.set(code, new Set([feature.name]));
    }
  return features;
}
