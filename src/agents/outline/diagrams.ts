import type { Model, UserFlow } from "../../core.ts";
import { type Cast, mentionedIn, readCast } from "./cast.ts";
import { performerOf } from "./coverage.ts";
import { diagram, shorten } from "./markdown.ts";

const GROUPS = [
  ["clients", "Clients"],
  ["application", "Application"],
  ["data", "Data"],
  ["external", "External systems"],
] as const satisfies readonly (readonly [keyof Cast, string])[];

/** @returns a flowchart of the declared components in four layers, or nothing where no component is declared. */
export function flowchart(model: Model): string[] {
  const cast = readCast(model);
  if (cast.application.length === 0) return [];
  const ids = new Map([...cast.clients, ...cast.application, ...cast.data, ...cast.external].map((name, index) => [name, `n${index + 1}`]));
  const groups = GROUPS.flatMap(([key, title]) =>
    cast[key].length === 0
      ? []
      : [`  subgraph ${key}["${title}"]`, ...cast[key].map((name) => `    ${ids.get(name)}["${quote(name)}"]`), "  end"],
  );
  const arrows = edges(model, cast).map(({ from, to, label }) => `  ${ids.get(from)} -->|${label}| ${ids.get(to)}`);
  return diagram(["flowchart TB", ...groups, ...arrows]);
}

interface Edge {
  from: string;
  to: string;
  label: string;
}

/** Clients reach the component that their first step leads to; components reach what they declare as dependencies. */
function edges(model: Model, cast: Cast): Edge[] {
  const [entry = ""] = cast.application;
  const others = [...cast.application, ...cast.data, ...cast.external];
  const client = cast.clients.map((from) => ({ from, to: entry, label: "uses" }));
  const declared = model.research.components.flatMap(({ name, dependencies }) =>
    mentionedIn(dependencies, others)
      .filter((to) => to !== name)
      .map((to) => ({ from: name, to, label: cast.application.includes(to) ? "calls" : "uses" })),
  );
  const reached = new Set(declared.map(({ to }) => to));
  // A data store or system that no component names is still drawn with what the inputs give: the entry.
  const loose = [...cast.data, ...cast.external].filter((name) => !reached.has(name)).map((to) => ({ from: entry, to, label: "uses" }));
  return [...client, ...declared, ...loose];
}

/** @returns a sequence diagram of one user flow: an arrow for each step, between those whom the step names. */
export function sequence(model: Model, flow: UserFlow, cast: Cast): string[] {
  const names = [...cast.clients, ...cast.application, ...cast.data, ...cast.external];
  const [entry = flow.name] = cast.application;
  const messages = flow.steps.map(({ text }) => messageOf(text, mentionedIn(text, names), cast, performerOf(text, model) ?? entry, entry));
  const players = [...new Set(messages.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map(players.map((name, index) => [name, `p${index + 1}`]));
  const declared = players.map((name) => `  ${cast.clients.includes(name) ? "actor" : "participant"} ${ids.get(name)} as ${plain(name)}`);
  const arrows = messages.map(({ from, to, text }) => `  ${ids.get(from)}->>${ids.get(to)}: ${text}`);
  return diagram(["sequenceDiagram", ...declared, ...arrows]);
}

interface Message {
  from: string;
  to: string;
  text: string;
}

/** The subject of a step acts; "the system" is the component whose duty the step is. */
function messageOf(step: string, named: readonly string[], { clients, external, data }: Cast, performer: string, entry: string): Message {
  const text = plain(shorten(step, 100));
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
function plain(text: string): string {
  return text
    .replace(/[;#]/g, ",")
    .replace(/[<>{}"]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<![\s.:,])[\s.:,]+$/, "")
    .trim();
}
