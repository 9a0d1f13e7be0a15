import { subjectsOf } from "../content/stems.ts";
import { namesInList } from "../diagrams/parties.ts";
import { saysNothing } from "../query.ts";
import type { Component, Model } from "../types.ts";
import type { Parties } from "./parties.ts";
import type { Connection, Connections, Operation, Party } from "./types.ts";

/** @returns what the Dependencies of the components name */
export function dependencies(components: readonly Component[], parties: Parties): Pick<Connections, "stated" | "vague"> {
  const stated: Connection[] = [];
  const vague = new Set<Party>();
  for (const component of components) {
    const from = parties.named(component.name);
    const value = component.values.Dependencies;
    if (!from) continue;
    if (!value || saysNothing(value.text)) {
      vague.add(from);
      continue;
    }
    if (/^\s*(?:none|nothing|no other|no dependenc|keine)\b/i.test(value.text)) continue;
    const add = (to: Party) => {
      if (to !== from && !stated.some((each) => each.from === from && each.to === to))
        stated.push({ from, to, source: "dependencies", place: value.place });
    };
    for (const name of namesInList(value.text)) {
      const to = parties.named(name);
      if (to) add(to);
      else vague.add(from);
    }
    // What is named in a remark is named as well.
    for (const to of namedIn(value.text, parties)) add(to);
  }
  return { stated, vague };
}

const PUSHES = /\b(?:feeds?|sends?|publishes|hands|notifies|tells|pushes|reports|forwards|writes|delivers|passes|announces|streams)\b/i;

/** @returns what the components' Interfaces and the tables of integrations say of others */
export function saidElsewhere({ architecture }: Model, parties: Parties): Connection[] {
  const said: Connection[] = [];
  for (const component of architecture.components) {
    const from = parties.named(component.name);
    const value = component.values.Interfaces;
    if (!from || !value) continue;
    for (const clause of value.text.split(/;|\.\s/))
      for (const to of namedIn(clause, parties))
        if (to !== from) said.push({ from, to, source: "interfaces", place: value.place, pushes: PUSHES.test(clause) });
  }
  for (const { cells, place } of [...architecture.internalIntegrations, ...architecture.externalIntegrations]) {
    const texts = Object.values(cells).map(({ text }) => text);
    const [system = ""] = texts;
    const to = parties.named(system);
    for (const from of namedIn(texts.join(" "), parties))
      if (to && from !== to && from.isComponent) said.push({ from, to, source: "integrations", place });
  }
  return said;
}

/** "to Export CLI and the Upload Manager" */
const RECEIVERS =
  /\sto\s(?:the\s)?([A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,3}(?:(?:,|,?\sand)\s(?:the\s)?[A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,3}){0,3})/;

/** @returns to whom a component says that it offers something: "exposes verify as a function call to Export CLI and Upload Manager" */
export function offersOf({ architecture }: Model, parties: Parties): Connection[] {
  return architecture.components.flatMap((component) => {
    const from = parties.named(component.name);
    const value = component.values.Interfaces;
    if (!from || !value) return [];
    const receivers = component.exposes.text.split(/;|\.\s/).flatMap((clause) => {
      const to = RECEIVERS.exec(clause);
      return (to?.[1] ?? "").split(/,|\sand\s/).flatMap((name) => parties.named(name.replace(/^\s*the\s/, "").trim()) ?? []);
    });
    return receivers
      .filter((to) => to !== from && to.isComponent)
      .map((to) => ({ from, to, source: "interfaces" as const, place: value.place }));
  });
}

function namedIn(text: string, parties: Parties): Party[] {
  const lower = text.toLowerCase();
  return parties.all.filter(({ name }) => name.length > 3 && lower.includes(name.toLowerCase()));
}

const OFFERS = /^(?:exposes?|offers?|provides?)\s/i;

/** Every part starts and stops, and these words say nothing of what. */
const GENERAL = /^(?:start|stop|run|open|close|end|begin|get|set|read|write|load|list|call|none|send|process|result|update)s?$/;

/** @returns the operations that one component alone offers: "Exposes hold, take and give back as function calls" */
export function operationsOf({ architecture }: Model, parties: Parties): Map<string, Operation> {
  const owners = new Map<string, Set<Party>>();
  for (const { name, exposes } of architecture.components) {
    const party = parties.named(name);
    if (!party) continue;
    for (const word of offeredBy(exposes.text)) owners.set(word, (owners.get(word) ?? new Set()).add(party));
  }
  const words = new Map(
    architecture.components.flatMap((component) => {
      const party = parties.named(component.name);
      const { purpose, responsibilities, interfaces } = component;
      return party ? [[party, subjectsOf([component.name, purpose, ...responsibilities, interfaces].join(" "))] as const] : [];
    }),
  );
  return new Map(
    [...owners].flatMap(([word, [party, other]]) => {
      if (!party || other) return [];
      const stems = [...subjectsOf(word)];
      const sharedBy = [...words].filter(([each, own]) => each !== party && stems.some((stem) => own.has(stem))).map(([each]) => each);
      return [[word, { party, sharedBy: new Set(sharedBy) }] as const];
    }),
  );
}

function offeredBy(text: string): string[] {
  const [offered = ""] = text.split(/;|\.\s/);
  if (!OFFERS.test(offered)) return [];
  const [listed = ""] = offered.replace(OFFERS, "").split(/\s(?:as|to|for|with|by|through|in)\s/);
  const words = listed.split(/,\s(?:and\s)?|\sand\s|\sor\s/).map((word) => word.trim().toLowerCase());
  // One word alone may as well be what is handed over.
  if (words.length < 2) return [];
  return words.filter((word) => /^[a-z]{3,20}(?:\s[a-z]{2,20})?$/.test(word) && !GENERAL.test(word) && subjectsOf(word).size > 0);
}
