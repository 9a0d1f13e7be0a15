import { lacksFamily } from "../../model/query.ts";
import type { AlignedDocument, Model } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

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
    // Where no interface is there at all, or a section of them is lost, that is the one thing to say.
    const design = model.documents["backend-design"];
    if (!design || model.backend.interfaces.length === 0 || lacksFamily(design, INTERFACES)) return;
    const used = reachable(model);
    // Of a structure without any field another check tells.
    for (const { name, fields, place } of model.backend.structures)
      if (fields.length > 0 && !used.has(name)) yield { message: "unused", place, arguments: { name } };
  },
});

const INTERFACES = ["endpoints", "functions", "commands", "events"];

/** The structures that the text outside of their own section names, and those that these are made of. */
function reachable({ backend, documents }: Model): Set<string> {
  const names = backend.structures.map(({ name }) => name);
  const namedIn = (text: string) => names.filter((name) => hasWord(text, name) || hasWord(text, `${name}s`));
  // An interface may stand below a heading that was lost or misspelt: another check tells of the heading.
  const interfaces = backend.interfaces.flatMap(({ name, values }) => [
    name,
    ...Object.values(values).flatMap((value) => [value.source, ...value.items.map(({ source }) => source)]),
  ]);
  const used = new Set([...textsOfUse(documents["backend-design"]), ...interfaces].flatMap(namedIn));
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

/** The parts of the design but those that merely list the structures, or say where they come from. */
function textsOfUse(design: AlignedDocument | undefined): string[] {
  if (!design) return [];
  const lists = design.alignments.filter(
    ({ template, children }) =>
      ["structures", "interface-overview", "codebase", "related-documents", "data-mapping"].includes(template.facts ?? "") ||
      children.some((child) => child.template.facts === "data-mapping"),
  );
  const apart = lists.flatMap(({ sections }) => sections).sort((a, b) => a.span.start - b.span.start);
  const { text } = design.markdown;
  const starts = [0, ...apart.map(({ span }) => span.end)];
  return starts.map((start, index) => text.slice(start, apart[index]?.span.start ?? text.length));
}
