import { nameKey } from "../../text/names.ts";
import { namesIn } from "../naming.ts";
import type { Store, System, SystemFeature } from "../types.ts";

/** With more components than anybody can read, the diagram shows features. */
const MOST_COMPONENTS = 60;

interface Drawing {
  /** By name, the id of what it names. */
  ids: Map<string, string>;
  lines: string[];
  /** @returns an id that nothing else has */
  newId(kind: "c" | "d" | "x"): string;
}

/** @returns one flowchart of all components, stores and systems around; of features where there are too many components. */
export function drawSystem(system: System): string {
  let count = 0;
  const drawing: Drawing = { ids: new Map(), lines: ["flowchart LR"], newId: (kind) => `${kind}${++count}` };
  const whole = system.components.length <= MOST_COMPONENTS;
  drawFeatures(system, whole, drawing);
  drawStores(system, whole, drawing);
  drawAround(system, drawing);
  const edges = whole ? [...dependencies(system, drawing), ...messages(system, drawing)] : [];
  const reached = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const others = integrations(system, drawing).filter(({ to }) => !whole || !reached.has(to));
  const lines = [...edges, ...others].map(({ from, to, label }) => (label ? `  ${from} -.->|"${label}"| ${to}` : `  ${from} --> ${to}`));
  return [...drawing.lines, ...new Set(lines)].join("\n");
}

interface Edge {
  from: string;
  to: string;
  label?: string;
}

function drawFeatures({ features, components }: System, whole: boolean, { ids, lines, newId }: Drawing): void {
  for (const [index, { name }] of features.entries()) {
    const id = `f${index + 1}`;
    ids.set(`feature ${name}`, id);
    const title = label(name.slice(name.indexOf("/") + 1));
    const own = components.filter(({ described }) => described[0]?.feature.name === name);
    for (const { key } of own) ids.set(key, whole ? newId("c") : id);
    if (!whole || own.length === 0) lines.push(`  ${id}["${title}"]`);
    else lines.push(`  subgraph ${id}["${title}"]`, ...own.map(({ key, name: part }) => `    ${ids.get(key)}["${label(part)}"]`), "  end");
  }
}

function drawStores({ stores }: System, whole: boolean, { ids, lines, newId }: Drawing): void {
  for (const { key, name } of whole ? stores : []) {
    const id = newId("d");
    ids.set(`store ${key}`, id);
    lines.push(`  ${id}[("${label(name)}")]`);
  }
}

/** What is integrated with, and is neither a component nor a store of the one who names it. */
function drawAround({ integrations: all, stores }: System, { ids, lines, newId }: Drawing): void {
  for (const { system, feature, boundary } of all) {
    const key = nameKey(system);
    if (key === "" || ids.has(key) || storeOf(system, feature, stores)) continue;
    const id = newId("x");
    ids.set(key, id);
    lines.push(boundary === "external" ? `  ${id}(["${label(system)}"])` : `  ${id}["${label(system)}"]`);
  }
}

function dependencies({ components, stores, integrations: all }: System, { ids }: Drawing): Edge[] {
  return components.flatMap(({ key, described }) =>
    described.flatMap(({ dependencies: text, feature }) => {
      const own = stores.filter(({ told }) => told.some((one) => one.feature.name === feature.name)).map(({ name }) => name);
      const known = [...components.map(({ name }) => name), ...own, ...all.map(({ system }) => system)];
      return namesIn(text, known).flatMap((name) => {
        const to = ids.get(`store ${storeOf(name, feature, stores)?.key}`) ?? ids.get(nameKey(name));
        const from = ids.get(key);
        return from && to && from !== to ? [{ from, to }] : [];
      });
    }),
  );
}

/** Who sends events to whom, with at most three of their names. */
function messages({ events }: System, { ids }: Drawing): Edge[] {
  const pairs = new Map<string, { from: string; to: string; names: string[] }>();
  for (const { name, producers, consumers } of events)
    for (const producer of producers)
      for (const consumer of consumers) {
        const [from, to] = [ids.get(nameKey(producer.name)), ids.get(nameKey(consumer.name))];
        if (!from || !to || from === to) continue;
        const pair = pairs.get(`${from} ${to}`) ?? { from, to, names: [] };
        if (!pair.names.includes(name)) pair.names.push(name);
        pairs.set(`${from} ${to}`, pair);
      }
  return [...pairs.values()].map(({ from, to, names }) => {
    const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
    return { from, to, label: label(`${names.slice(0, 3).join(", ")}${more}`) };
  });
}

function integrations({ integrations: all }: System, { ids }: Drawing): Edge[] {
  return all.flatMap(({ system, feature }) => {
    const [from, to] = [ids.get(`feature ${feature.name}`), ids.get(nameKey(system))];
    return from && to && from !== to ? [{ from, to }] : [];
  });
}

/** @returns the store that a feature means by a name */
function storeOf(name: string, feature: SystemFeature, stores: readonly Store[]): Store | undefined {
  const key = nameKey(name);
  return stores.find((store) => nameKey(store.name) === key && store.told.some((one) => one.feature.name === feature.name));
}

/** Inside of quotes Mermaid still reads quotes, hashes and angle brackets. */
function label(text: string): string {
  return text
    .replace(/#/g, "#35;")
    .replace(/"/g, "#quot;")
    .replace(/</g, "#lt;")
    .replace(/>/g, "#gt;")
    .replace(/[`\s]+/g, " ")
    .trim();
}
