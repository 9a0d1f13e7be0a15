import { type Model, type Row, type Source, speaksOf, statedIn, wholeOf } from "../../core.ts";
import { researched } from "./components.ts";

/** Who plays in the diagrams: every name stands in the inputs. */
export interface Cast {
  clients: string[];
  application: string[];
  data: string[];
  external: string[];
  /** Where each name is stated. */
  origins: ReadonlyMap<string, readonly Source[]>;
  /** The names that no input calls a part of the system or somebody who uses it. */
  proposed: ReadonlySet<string>;
}

const DATA_LAYER = /\b(?:data(?:base)?|storage|store|cache|files?|persistence|search index|messaging|queue|broker)\b/i;

// Words that begin a sentence and name nobody.
const OPENINGS = new Set(
  "a an the if when after before then once while each every for with without on at in as to by and or otherwise it they this that there".split(
    " ",
  ),
);

/** Reads from the inputs who acts: people and programs, components, data stores, external systems. */
export function readCast(model: Model): Cast {
  const stated = statedIn(model);
  const declared = researched(model)
    .map(({ name }) => name)
    .filter(Boolean);
  const application = declared.length > 0 ? declared : stated.components.map(({ name }) => name);
  const systems =
    model.integrations.length > 0
      ? model.integrations.map(firstCell)
      : stated.systems.filter(({ internal }) => !internal).map(({ name }) => name);
  const external = systems.filter((name) => name !== "" && !application.includes(name));
  const data = dataStores(model).filter((name) => !application.includes(name) && !external.includes(name));
  const known = new Set([...application, ...external, ...data].map(fold));
  const stepping = model.userFlows.flatMap(({ steps }) => steps.flatMap(({ text }) => actorOf(text) ?? []));
  const told = stated.flows.flatMap(({ steps, system }) =>
    steps.flatMap(({ from }) => (from === undefined || from === system ? [] : [from])),
  );
  const actors = (declared.length > 0 ? stepping : [...stated.actors, ...told]).filter((name) => !known.has(fold(name)));
  return {
    clients: [...new Set(actors)],
    application,
    data,
    external,
    origins: originsOf(model),
    proposed: new Set([...(declared.length > 0 ? [] : stated.components.filter((one) => one.proposed).map(({ name }) => name)), "Caller"]),
  };
}

/** The first place that names each of them. */
function originsOf(model: Model): ReadonlyMap<string, readonly Source[]> {
  const { components, systems, technologies, flows, said } = statedIn(model);
  const origins = new Map<string, readonly Source[]>();
  const put = (name: string | undefined, sources: readonly (Source | undefined)[]) => {
    const known = sources.filter((source) => source !== undefined);
    if (name !== undefined && name !== "" && !origins.has(name) && known.length > 0) origins.set(name, known.slice(0, 3));
  };
  for (const { name, place } of researched(model)) put(name, [place]);
  for (const row of model.integrations) put(firstCell(row), [row.place]);
  for (const row of model.research.stack) for (const name of storeOf(row)) put(name, [row.place]);
  for (const { name, said: own } of components)
    put(
      name,
      own.map(({ source }) => source),
    );
  for (const { name, sources } of [...systems, ...technologies]) put(name, sources);
  for (const { text, place } of model.userFlows.flatMap(({ steps }) => steps)) put(actorOf(text), [place]);
  for (const { steps } of flows) for (const { from, source } of steps) put(from, [source]);
  for (const one of said) for (const name of statedIn(model).actors) if (speaksOf(wholeOf(one), name)) put(name, [one.source]);
  return origins;
}

function firstCell(row: Model["integrations"][number]): string {
  return Object.values(row.cells)[0]?.text ?? "";
}

function dataStores(model: Model): string[] {
  const { technologies } = statedIn(model);
  const stored = technologies
    .filter(({ layer }) => layer === "Data" || layer === "Storage" || layer === "Messaging")
    .map(({ name }) => name);
  return model.research.stack.length === 0 ? stored : storesOf(model);
}

function storesOf(model: Model): string[] {
  return model.research.stack.flatMap(storeOf);
}

function storeOf({ cells }: Row): string[] {
  const [layer, technology] = Object.values(cells);
  const name = layer && technology && DATA_LAYER.test(layer.text) ? technology.text.split(/[,;(]/, 1)[0]?.trim() : "";
  return name ? [name] : [];
}

/** "The Support Agent opens an order" is done by Support Agent. */
function actorOf(step: string): string | undefined {
  const match = /^(?:(?:The|A|An|Each|Every) )?(\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*){0,3})(?= \p{Ll})/u.exec(step);
  const name = match?.[1];
  return name === undefined || OPENINGS.has(name.toLowerCase()) ? undefined : name;
}

export function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
