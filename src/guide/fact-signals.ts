import { cell } from "../model/documents/items.ts";
import { saysNothing } from "../model/query.ts";
import type { Interface, Model, Place } from "../model/types.ts";
import { nameKey } from "../text/names.ts";
import { ofRow, type Statement } from "./statements.ts";

/** What calls for a pattern, and where it stands. */
export interface Caller {
  text: string;
  place: Place;
}

interface FactSignal {
  /** As a reader would call it. */
  title: string;
  find(model: Model, statements: readonly Statement[]): Caller | undefined;
}

/** Facts of a feature that a pattern can name in inline code among its signals, in place of words. */
export const FACT_SIGNALS: Readonly<Record<string, FactSignal>> = {
  "external-integration": { title: "external system", find: externalIntegration },
  "list-endpoint": { title: "list", find: listEndpoint },
  "changing-endpoint": { title: "changing request", find: changingEndpoint },
  event: { title: "event", find: event },
  "cross-service-change": { title: "change in several services", find: crossServiceChange },
  "data-store": { title: "stored data", find: dataStore },
  "scheduled-job": { title: "work on a schedule", find: scheduledJob },
  "background-work": { title: "work in the background", find: backgroundWork },
  secret: { title: "secret of another system", find: secret },
};

const matching = (statements: readonly Statement[], ...patterns: readonly RegExp[]) =>
  statements.find(({ text }) => patterns.every((pattern) => pattern.test(text)));

/** A system that merely calls this feature, or reads what it publishes, is integrated by its own side. */
const CALLS_US = /^(?:it )?(?:runs|calls|invokes|consumes|subscribes|publishes|emits|starts|launches|polls)\b/i;

function externalRows({ integrations, architecture }: Model): Caller[] {
  const isExternal = /\b(?:external|third[- ]part(?:y|ies)|outside|partner|vendor|supplier)\b/i;
  const owned = integrations.filter((row) => isExternal.test((cell(row, "Owner") ?? cell(row, "Type") ?? cell(row, "Kind"))?.text ?? ""));
  const designed = architecture.externalIntegrations.filter(({ cells }) => {
    const name = Object.values(cells)[0]?.text;
    return !saysNothing(name) && !/^(?:none|n\/a)\b/i.test(name ?? "");
  });
  return [...owned, ...designed].filter((row) => !CALLS_US.test(cell(row, "Purpose")?.text ?? "")).map(ofRow);
}

function externalIntegration(model: Model): Caller | undefined {
  return externalRows(model)[0];
}

const interfacesOf = ({ backend, contracts }: Model) => [...backend.interfaces, ...contracts.interfaces];
const asCaller = (found: Interface | undefined): Caller | undefined => found && { text: found.name, place: found.place };

/** A GET on a collection, a command that lists, or a PRD that lets somebody list or search. */
function listEndpoint(model: Model, statements: readonly Statement[]): Caller | undefined {
  const isList = ({ kind, name, values }: Interface) => {
    if (kind === "cli") return /\b(?:list|ls|search)$/i.test(name.trim());
    const answer = `${values.Response?.text ?? ""} ${values.Purpose?.text ?? ""}`;
    return (
      /^GET\s+\S*\/[\w-]+\/?(?:\?\S*)?$/i.test(name.replaceAll("`", "").trim()) &&
      /\b(?:lists?|array|page|pages|collection|search(?:es)?)\b|\[\]/i.test(answer)
    );
  };
  return (
    asCaller(interfacesOf(model).find(isList)) ??
    matching(statements, /\b(?:can|may|shall|must|should|could|will|to|and|or) (?:list|search|browse|page through)\b(?! of\b)/i)
  );
}

/** A query that is sent by POST, or a trial, changes nothing; PUT and DELETE may be repeated as they are. */
function changingEndpoint(model: Model, statements: readonly Statement[]): Caller | undefined {
  const changing = /(?:POST(?!\s+\S*\/_?(?:query|search|graphql|test|validate|preview|simulate|dry-run|login|token)\b)|PATCH)\s+\/\S/;
  return asCaller(interfacesOf(model).find(({ name }) => changing.test(name))) ?? matching(statements, changing);
}

function event(model: Model, statements: readonly Statement[]): Caller | undefined {
  return (
    asCaller(interfacesOf(model).find(({ kind }) => kind === "service")) ??
    matching(
      statements,
      /\b(?:publish|emit|consum|subscrib)(?:e|es|ed|ing|s)?\s+(?:(?!for\b|in\b|on\b|when\b|by\b)[`\w.-]+\s+){0,4}events?\b|\bevents?\s+(?:(?:is|are|be|gets?)\s+)?(?:published|emitted|consumed)\b/i,
    )
  );
}

// As an action, not as a noun: "the system charges the card", "reserve the pieces", not "the refund is shown".
const CHANGES =
  /(?:^|\b(?:system|service|worker|it|and|then|to|\p{Lu}\p{L}+)\s+)(?:charge|reserve|book|debit|credit|transfer|create|cancel|update|place|ship|register|delete|deduct|allocate|authori[sz]e|capture|execute|provision|release|withdraw|deposit)s?\b/u;

/** One flow, in the PRD or drawn, whose steps change something in two systems that are not this feature's own. */
function crossServiceChange(model: Model): Caller | undefined {
  const { integrations, architecture, userFlows, diagrams } = model;
  const systems = [...integrations, ...architecture.internalIntegrations, ...architecture.externalIntegrations]
    .map(({ cells }) => Object.values(cells)[0]?.text ?? "")
    .filter((name) => nameKey(name).length > 3);
  const told = userFlows.map(({ steps }) => steps.map(({ text, place }) => ({ text, to: text, place })));
  const drawn = diagrams.map(({ arrows }) =>
    arrows.filter(({ kind }) => kind === "call" || kind === "notice").map(({ text, to, place }) => ({ text, to: to.name, place })),
  );
  for (const steps of [...told, ...drawn]) {
    const changed = new Map<string, Caller>();
    for (const { text, to, place } of steps) {
      const system = CHANGES.test(text) ? systems.find((name) => nameKey(to).includes(nameKey(name))) : undefined;
      if (system !== undefined) changed.set(nameKey(system), { text, place });
      if (changed.size > 1) return { text, place };
    }
  }
  return undefined;
}

function dataStore(model: Model, statements: readonly Statement[]): Caller | undefined {
  const [entity] = model.entities;
  if (entity) return { text: entity.name, place: entity.place };
  const drawn = model.diagrams.flatMap(({ nodes }) => nodes).find(({ role }) => role === "store");
  return drawn
    ? { text: drawn.name, place: drawn.place }
    : matching(statements, /\b(?:is|are|be|gets?) (?:\w+ly )?(?:stored|persisted|saved)\b|\bthe system (?:stores|persists|saves)\b/i);
}

/** A rhythm alone may be a load ("20,000 orders every day"); with something that is done it is a job. */
function scheduledJob(_: Model, statements: readonly Statement[]): Caller | undefined {
  const rhythm =
    /\b(?:nightly|hourly|cron|on a schedule|scheduled (?:job|task|run|export|report|import))\b|\bonce (?:an?|each|every|per) (?:minute|hour|day|night|week|month)\b|\b(?:every|each) (?:\d+ )?(?:minutes?|hours?|night|morning|midnight|day at|\w+day at)\b|\bat (?:midnight|\d\d?:\d\d)\b/i;
  const done =
    /\b(?:runs?|jobs?|tasks?|executed?s?|sends?|sent|exports?|exported|imports?|imported|checks?|checked|compared?s?|deletes?d?|purged?s?|removes?d?|generates?d?|sync\w*|refresh\w*|reconcil\w*|archived?s?|rebuil\w*|computed?s?|calculates?d?|collects?|collected|polls?|polled|updates?d?)\b/i;
  return matching(statements, rhythm, done);
}

function backgroundWork(model: Model, statements: readonly Statement[]): Caller | undefined {
  return (
    asCaller(interfacesOf(model).find(({ values }) => /\b202\b/.test(values.Response?.text ?? ""))) ??
    matching(statements, /\b(?:in the background|asynchronous(?:ly)?|after the (?:answer|response))\b/i)
  );
}

function secret(model: Model, statements: readonly Statement[]): Caller | undefined {
  const held =
    /\b(?:api|bearer|access|secret|private|signing|shared)[- ]keys?\b|\bsecrets?\b|\bclient certificates?\b|\bmTLS\b|\bservice accounts?\b/i;
  const rows = externalRows(model).find(({ text }) => held.test(text) || /\bcredentials?\b/i.test(text));
  return (
    rows ??
    matching(statements, /\b(?:api keys?|client secrets?|signing secrets?|webhook secrets?|service account keys?|credentials of)\b/i)
  );
}
