import type { Model } from "../model/types.ts";
import { defineCheck } from "./define.ts";

export default defineCheck({
  id: "unused-data-structure",
  category: "consistency",
  severity: "error",
  messages: {
    unused: {
      text: 'Unexpected data structure "{name}": no interface uses it.',
      advice: "Name it where it crosses an interface (request, response, payload, parameter), or remove it.",
    },
  },
  *run(model) {
    // Where no interface is there at all, that is the one thing to say.
    if (model.backend.interfaces.length === 0) return;
    const used = reachable(model);
    for (const { name, place } of model.backend.structures) if (!used.has(name)) yield { message: "unused", place, arguments: { name } };
  },
});

/** The structures that the text outside of their own section names, and those that these are made of. */
function reachable({ backend, documents }: Model): Set<string> {
  const names = backend.structures.map(({ name }) => name);
  const words = new Map(names.map((name) => [name, wordOf(name)]));
  const namedIn = (text: string) => names.filter((name) => words.get(name)?.test(text));
  const sections = documents["backend-design"]?.alignments ?? [];
  const texts = sections
    // What merely lists the structures, or says where they come from, is no use of them.
    .filter(({ template }) => !["structures", "interface-overview", "codebase", "related-documents"].includes(template.facts ?? ""))
    .flatMap(({ template, sections: found, children }) =>
      children.some((child) => child.template.facts === "data-mapping") || template.facts === "data-mapping" ? [] : found,
    )
    .map(({ span }) => documents["backend-design"]?.markdown.text.slice(span.start, span.end) ?? "");
  const used = new Set(texts.flatMap(namedIn));
  const queue = [...used];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const fields = backend.structures.find((structure) => structure.name === name)?.fields ?? [];
    for (const other of fields.flatMap(({ type, description }) => namedIn(`${type} ${description}`))) {
      if (used.has(other)) continue;
      used.add(other);
      queue.push(other);
    }
  }
  return used;
}

function wordOf(name: string): RegExp {
  const escaped = name.replace(/[`.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?:s|\\[\\])?(?![\\p{L}\\p{N}_])`, "u");
}
