import { isKnown, knownNames, namesInList, partyKeys } from "../../model/diagrams/parties.ts";
import { family } from "../../model/documents/families.ts";
import { systemDiagrams } from "../../model/query.ts";
import { existingIn } from "../../model/survey/existing.ts";
import type { Component, Model } from "../../model/types.ts";
import { closest, hasWord, nameKey } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "diagram" | "participant" | "dependency" | "misspelt" | "undrawn";

const ADVICE = "Declare it under Component Details, or as an integration, or use the name of a component that exists.";

export default defineCheck({
  id: "undeclared-component",
  category: "consistency",
  severity: "error",
  messages: {
    diagram: { text: 'Unexpected "{name}" in the diagram: no component, integration or technology bears this name.', advice: ADVICE },
    participant: {
      text: 'Unexpected participant "{name}" in the flow "{flow}": neither a component nor a part of the system diagram.',
      advice: ADVICE,
    },
    dependency: { text: 'Unexpected dependency "{name}" of "{component}": nothing declares it.', advice: ADVICE },
    misspelt: { text: 'Unexpected name "{name}" in {where}, expected one that is declared.', advice: 'Did you mean "{suggestion}"?' },
    undrawn: {
      text: 'Expected the component "{name}" in the system architecture diagram.',
      advice: "Draw it as a node under this name, with an arrow to each part that it talks to.",
    },
  },
  *run(model) {
    const { components } = model.architecture;
    // Without declared components there is nothing to hold names against.
    if (components.length === 0 || hasUnread(model)) return;
    yield* inDiagrams(model);
    yield* inDependencies(model);
    yield* undrawn(model);
  },
});

/** Of components in a form that cannot be read, not even the names are known. */
function hasUnread({ documents }: Model): boolean {
  return family(documents.architecture, "components").some(({ children }) => children.some(({ unread }) => unread !== undefined));
}

function* inDiagrams(model: Model): Generator<Report<MessageId>> {
  const components = model.architecture.components.map(({ name }) => name);
  const isThere = inCode(model);
  const declared = partyKeys([...components, ...knownNames(model)]);
  const drawn = systemDiagrams(model).flatMap(({ nodes }) => nodes);
  for (const { name, layer, place } of drawn) {
    // People, data stores and other systems are no components of the feature.
    if ((layer !== undefined && layer !== "application") || isPerson(name) || isKnown(name, declared) || isThere(name)) continue;
    yield told("diagram", name, place, components, "the diagram");
  }
  // Who only the system diagram names is unknown while there is none: that is the one thing to say.
  if (drawn.length === 0) return;
  const parts = partyKeys([...components, ...knownNames(model), ...drawn.map(({ name }) => name)]);
  // A node's id is a name only as it stands: `worker` does not declare a "Ledger Worker".
  const ids = new Set(drawn.map(({ id }) => id));
  for (const { type, section, nodes } of model.diagrams.filter(({ document }) => document === "architecture")) {
    if (type !== "sequenceDiagram") continue;
    for (const { name, role, place } of nodes) {
      if (role === "actor" || isPerson(name) || ids.has(name) || isKnown(name, parts) || isThere(name)) continue;
      yield {
        ...told("participant", name, place, [...components, ...drawn.map((node) => node.name)], `the flow "${section}"`, { flow: section }),
      };
    }
  }
}

function* inDependencies(model: Model): Generator<Report<MessageId>> {
  const components = model.architecture.components.map(({ name }) => name);
  const nodes = model.diagrams.flatMap((diagram) => diagram.nodes.map(({ name }) => name));
  const isThere = inCode(model);
  const known = partyKeys([
    ...components,
    ...components.flatMap(namesInList),
    ...knownNames(model),
    ...nodes,
    ...nodes.flatMap(namesInList),
  ]);
  const found = model.documents.research?.markdown.text ?? "";
  for (const component of model.architecture.components) {
    for (const name of dependencyNames(component)) {
      // What the code is found to have, nobody declares again.
      if (isKnown(name, known) || hasWord(found, name) || isThere(name)) continue;
      const place = component.values.Dependencies?.place ?? component.place;
      yield told("dependency", name, place, components, `the dependencies of "${component.name}"`, { component: component.name });
    }
  }
}

/** The code declares it under the whole of this name. */
function inCode(model: Model): (name: string) => boolean {
  const { spelling } = existingIn(model);
  return (name) => spelling(nameKey(name)) !== undefined;
}

/** Entries that are written as names, in capitals: prose and packages are no parties. */
function dependencyNames({ values }: Component): string[] {
  const value = values.Dependencies;
  if (!value) return [];
  const texts = value.items.length > 0 ? value.items.map(({ text }) => text.split(/[:(]|\s[-–—]\s/, 1)[0] ?? "") : [value.text];
  return texts
    .flatMap(namesInList)
    .filter(
      (name) =>
        /^(?:[A-Z][A-Za-z]+\s)+(?:Service|Worker|Adapter|Store|Client|Gateway|Manager|Repository|Handler|Controller|Engine|Provider|Relay|Scheduler|Queue|Cache|API)$/.test(
          name,
        ) || /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(name),
    );
}

function* undrawn(model: Model): Generator<Report<MessageId>> {
  const system = systemDiagrams(model).filter(({ nodes }) => nodes.length > 0);
  if (system.length === 0 || systemDiagrams(model).some(({ problem }) => problem)) return;
  const drawn = partyKeys(system.flatMap(({ nodes }) => nodes.map(({ name }) => name)));
  for (const { name, place, values } of model.architecture.components) {
    // What says nothing of itself may be another part of the document; incomplete-component tells.
    if (Object.keys(values).length === 0) continue;
    if (isKnown(name, drawn) || system.some(({ nodes }) => nodes.some((node) => nameKey(node.name).includes(nameKey(name))))) continue;
    yield { message: "undrawn", place, related: system[0]?.place, arguments: { name } };
  }
}

function told(
  message: "diagram" | "participant" | "dependency",
  name: string,
  place: Report["place"],
  candidates: readonly string[],
  where: string,
  more: Readonly<Record<string, string>> = {},
): Report<MessageId> {
  const suggestion = closest(name, candidates);
  if (suggestion) return { message: "misspelt", place, arguments: { name, where, suggestion } };
  return { message, place, arguments: { name, ...more } };
}

function isPerson(name: string): boolean {
  return /\b(?:user|client|customer|caller|consumer|browser|admin(?:istrator)?|operator|agent|developer|actor|person|human)s?\b/i.test(
    name,
  );
}
