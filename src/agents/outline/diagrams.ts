import { cutAtWord, groupBy, type Model, type Source, speaksOf, statedIn, type UserFlow, wholeOf } from "../../core.ts";
import { type Cast, readCast } from "./cast.ts";
import { researched } from "./components.ts";
import { performerOf } from "./coverage.ts";
import { diagram } from "./markdown.ts";
import { mentionedIn } from "./mentions.ts";
import { from as stated, suggested } from "./origins.ts";

const GROUPS = [
  ["clients", "Clients"],
  ["application", "Application"],
  ["data", "Data"],
  ["external", "External systems"],
] as const;

/** @returns a flowchart of the declared components in four layers, or nothing where no component is declared. */
export function flowchart(model: Model): string[] {
  const cast = readCast(model);
  if (cast.application.length === 0) return [];
  const ids = new Map([...cast.clients, ...cast.application, ...cast.data, ...cast.external].map((name, index) => [name, `n${index + 1}`]));
  const groups = GROUPS.flatMap(([key, title]) =>
    cast[key].length === 0 ? [] : [`  subgraph ${key}["${title}"]`, ...cast[key].map((name) => node(cast, name, ids.get(name))), "  end"],
  );
  const arrows = edges(model, cast).map(({ from, to, label, sources }) =>
    stated(`  ${ids.get(from)} -->|${label}| ${ids.get(to)}`, ...sources),
  );
  return diagram(["flowchart TB", ...groups, ...arrows]);
}

function node({ origins, proposed }: Cast, name: string, id = ""): string {
  const remember = proposed.has(name) ? suggested : stated;
  return remember(`    ${id}["${quote(name)}"]`, ...(origins.get(name) ?? []));
}

interface Edge {
  from: string;
  to: string;
  label: string;
  sources: readonly Source[];
}

/** Components reach what they declare as dependencies, clients what the flows lead them to; nobody has stated any other arrow. */
function edges(model: Model, cast: Cast): Edge[] {
  const declared = researched(model);
  if (declared.length === 0) return statedEdges(model, cast);
  const [entry = ""] = cast.application;
  const others = [...cast.application, ...cast.data, ...cast.external];
  return [
    ...cast.clients.map((from) => ({ from, to: entry, label: "uses", sources: cast.origins.get(from) ?? [] })),
    ...declared.flatMap(({ name, dependencies, place }) =>
      mentionedIn(dependencies, others)
        .filter((to) => to !== name)
        .map((to) => ({ from: name, to, label: cast.application.includes(to) ? "calls" : "uses", sources: [place] })),
    ),
  ];
}

/** Who calls in a flow reaches the part that takes the call; a part reaches what its statements name. */
function statedEdges(model: Model, cast: Cast): Edge[] {
  const { flows, components } = statedIn(model);
  const called = flows.flatMap(({ steps, system }) =>
    steps.flatMap(({ from, to, source }) => {
      if (from === undefined || to === undefined || (to !== system && !cast.external.includes(to))) return [];
      return [{ from, to, label: "calls", sources: source ? [source] : [] }];
    }),
  );
  const others = [...cast.data, ...components.filter(({ proposed }) => !proposed).map(({ name }) => name)];
  const named = components.flatMap(({ name, said }) =>
    said.flatMap((one) => {
      const text = wholeOf(one);
      return [...mentionedIn(text, others), ...cast.external.filter((system) => speaksOf(text, system))]
        .filter((to) => to !== name)
        .map((to) => ({ from: name, to, label: cast.application.includes(to) ? "calls" : "uses", sources: [one.source] }));
    }),
  );
  const all = groupBy(
    [...called, ...named].filter(({ from, to }) => from !== to && isDrawn(cast, from) && isDrawn(cast, to)),
    ({ from, to }) => `${from} > ${to}`,
  );
  // An answer goes back along the call, and is no edge of its own.
  return [...all.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, sources: [first, ...others].flatMap(({ sources }) => sources).slice(0, 6) }] : [],
  );
}

function isDrawn(cast: Cast, name: string): boolean {
  return GROUPS.some(([key]) => cast[key].includes(name));
}

/** @returns a sequence diagram of one user flow: an arrow for each step, between those whom the step names. */
export function sequence(model: Model, flow: UserFlow, cast: Cast): string[] {
  const names = [...cast.clients, ...cast.application, ...cast.data, ...cast.external];
  const [entry = flow.name] = cast.application;
  const messages = flow.steps.map(({ text }) => messageOf(text, mentionedIn(text, names), cast, performerOf(text, model) ?? entry, entry));
  const players = [...new Set(messages.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map(players.map((name, index) => [name, `p${index + 1}`]));
  const declared = players.map((name) => `  ${cast.clients.includes(name) ? "actor" : "participant"} ${ids.get(name)} as ${plain(name)}`);
  const arrows = messages.map(({ from, to, text }, index) =>
    stated(`  ${ids.get(from)}->>${ids.get(to)}: ${text}`, flow.steps[index]?.place),
  );
  return diagram(["sequenceDiagram", ...declared, ...arrows]);
}

interface Message {
  from: string;
  to: string;
  text: string;
}

/** The subject of a step acts; "the system" is the component whose duty the step is. */
function messageOf(step: string, named: readonly string[], { clients, external, data }: Cast, performer: string, entry: string): Message {
  const text = plain(cutAtWord(step, 100));
  const [first, second] = named;
  if (first === undefined) return { from: performer, to: performer, text };
  const acts = step
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/, "")
    .startsWith(first.toLowerCase());
  if (!acts) return { from: performer, to: first, text };
  if (second !== undefined) return { from: first, to: second, text };
  // A subject alone: people act on the entry, other systems answer the performer, a component acts on itself.
  if (clients.includes(first)) return { from: first, to: entry, text };
  return { from: first, to: [...external, ...data].includes(first) ? performer : first, text };
}

function quote(text: string): string {
  return text.replace(/"/g, "'").replace(/[<>{}]/g, " ");
}

/** Semicolons end a statement of a sequence diagram, a hash begins an entity. */
export function plain(text: string): string {
  return text
    .replace(/\{(\w{1,40})\}/g, ":$1")
    .replace(/[;#]/g, ",")
    .replace(/[<>{}"]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<![\s.:,])[\s.:,]+$/, "")
    .trim();
}
