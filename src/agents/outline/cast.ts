import type { Model } from "../../core.ts";

/** Who plays in the diagrams: every name stands in the inputs. */
export interface Cast {
  clients: string[];
  application: string[];
  data: string[];
  external: string[];
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
  const application = model.research.components.map(({ name }) => name).filter(Boolean);
  const systems = model.integrations.map((row) => firstCell(row));
  const external = systems.filter((name) => name !== "" && !application.includes(name));
  const data = dataStores(model).filter((name) => !application.includes(name) && !external.includes(name));
  const known = new Set([...application, ...external, ...data].map(fold));
  const actors = model.userFlows
    .flatMap(({ steps }) => steps.flatMap(({ text }) => actorOf(text) ?? []))
    .filter((name) => !known.has(fold(name)));
  return { clients: [...new Set(actors)], application, data, external };
}

function firstCell(row: Model["integrations"][number]): string {
  return Object.values(row.cells)[0]?.text ?? "";
}

function dataStores(model: Model): string[] {
  return model.research.stack
    .flatMap(({ cells }) => {
      const [layer, technology] = Object.values(cells);
      return layer && technology && DATA_LAYER.test(layer.text) ? [technology.text.split(/[,;(]/, 1)[0]?.trim() ?? ""] : [];
    })
    .filter(Boolean);
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

/** @returns the names that a text mentions, in the order of their first mention; of nested names the longest. */
export function mentionedIn(text: string, names: readonly string[]): string[] {
  const found: { name: string; at: number; end: number }[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s-]+/g, "[\\s-]+")}(?![\\p{L}\\p{N}])`,
      "iu",
    );
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (!found.some((other) => match.index < other.end && other.at < end)) found.push({ name, at: match.index, end });
  }
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}
