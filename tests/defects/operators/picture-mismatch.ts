import type { Model } from "../../../src/core.ts";
import { areConnected, readConnections } from "../../../src/model/connections/read.ts";
import type { Party } from "../../../src/model/connections/types.ts";
import { nameKey } from "../../../src/text/names.ts";
import { componentRows, lastDrawn, sequenceDiagrams, systemDiagrams } from "../components.ts";
import { expectAt, HERE, insert, mutant, removeLines, replace } from "../edit.ts";
import { columnOf, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** A component no longer says that it needs what the picture shows it to call. */
function* dropDependency(model: Model): Generator<Mutant> {
  const connections = readConnections(model);
  const { architecture } = model.documents;
  if (!connections || !architecture) return;
  for (const { component, row } of componentRows(model)) {
    const names = component.dependencies.split(", ");
    for (const name of names) {
      const arrow = connections.drawn.find(
        ({ from, to }) => nameKey(from.name) === nameKey(component.name) && nameKey(to.name) === nameKey(name),
      );
      if (!arrow || names.length < 2) continue;
      const left = names.filter((other) => other !== name).join(", ");
      yield mutant(`${component.name} without ${name}`, [
        architecture,
        setCell(row, columnOf(row.table, "Dependencies"), left, ""),
        expectAt(architecture.markdown.lines.offset(arrow.place.line, 1)),
      ]);
    }
  }
}

/** An arrow that stood alone on its line is lost. */
function* dropArrow(model: Model): Generator<Mutant> {
  const connections = readConnections(model);
  const { architecture } = model.documents;
  if (!connections || !architecture) return;
  for (const { from, to, place } of connections.drawn) {
    const stated = connections.stated.find((each) => each.from === from && each.to === to);
    const shared = connections.drawn.filter((each) => each.place.line === place.line).length;
    const pair = connections.drawn.filter((each) => areConnected(from, to, [each])).length;
    // Where it is the only arrow of a part, the part stands alone: that is another defect.
    const lonely = [from, to].some((party) => connections.drawn.filter((each) => each.from === party || each.to === party).length < 2);
    if (!stated || shared > 1 || pair > 1 || lonely) continue;
    const start = architecture.markdown.lines.offset(place.line, 1);
    yield mutant(`no arrow from ${from.name} to ${to.name}`, [
      architecture,
      removeLines(architecture.markdown, { start, end: start + 1 }),
      expectAt(architecture.markdown.lines.offset(stated.place.line, 1)),
    ]);
  }
}

/** Components that nothing connects, as pairs: the second is no client. */
function* strangers(model: Model) {
  const connections = readConnections(model);
  if (!connections) return;
  const known = [...connections.drawn, ...connections.stated];
  for (const from of connections.parties)
    for (const to of connections.parties) {
      const through = connections.parties.some((each) => each.isStore && areConnected(from, each, known) && areConnected(to, each, known));
      if (from !== to && from.id !== "" && to.id !== "" && from.isComponent && !to.isClient && !areConnected(from, to, known))
        yield { from, to, through };
    }
}

function* addArrow(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  const [diagram] = systemDiagrams(model);
  if (!architecture || !diagram) return;
  for (const { from, to } of strangers(model))
    yield mutant(`an arrow from ${from.name} to ${to.name}`, [
      architecture,
      insert(lastDrawn(architecture, diagram), `\n${HERE}  ${from.id} --> ${to.id}`),
    ]);
}

/** A flow in which a part talks past the one between. */
function* addMessage(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  for (const diagram of sequenceDiagrams(model))
    for (const { from, to, through } of strangers(model)) {
      const [sender, receiver] = [from, to].map(({ name }) => diagram.nodes.find((node) => nameKey(node.name) === nameKey(name))?.id);
      if (through || sender === undefined || receiver === undefined) continue;
      yield mutant(`a message from ${from.name} to ${to.name}, line ${diagram.place.line}`, [
        architecture,
        insert(lastDrawn(architecture, diagram), `\n${HERE}  ${sender}->>${receiver}: the same without a detour`),
      ]);
    }
}

/** An arrow between two components points the other way. */
function* turnArrow(model: Model): Generator<Mutant> {
  const connections = readConnections(model);
  const { architecture } = model.documents;
  if (!connections || !architecture) return;
  const { drawn, stated } = connections;
  for (const { from, to, place } of drawn) {
    const isPlain = from.isComponent && to.isComponent && drawn.filter((each) => each.place.line === place.line).length === 1;
    const needs = (a: Party, b: Party) => stated.some((each) => each.from === a && each.to === b);
    if (!isPlain || !needs(from, to) || needs(to, from)) continue;
    const start = architecture.markdown.lines.offset(place.line, 1);
    const line = architecture.markdown.text.slice(start, architecture.markdown.text.indexOf("\n", start));
    const turned = line.replace(/^(\s*)(\w+)(.*?)(\w+)$/, "$1$4$3$2");
    yield mutant(`${to.name} to ${from.name}`, [architecture, replace({ start, end: start + line.length }, HERE + turned)]);
  }
}

/** A component offers its functions to one that has nothing to do with it. */
function* offerElsewhere(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  const rows = componentRows(model);
  for (const { from, to } of strangers(model)) {
    const own = rows.find(({ component }) => nameKey(component.name) === nameKey(from.name));
    if (!own || !to.isComponent) continue;
    yield mutant(`${from.name} for ${to.name}`, [
      architecture,
      setCell(own.row, columnOf(own.row.table, "Interfaces"), `Exposes one function to the ${to.name}`),
    ]);
  }
}

/** A flow asks another component for what one alone offers. */
function* misaddress(model: Model): Generator<Mutant> {
  const connections = readConnections(model);
  const { architecture } = model.documents;
  if (!architecture || !connections) return;
  const known = [...connections.drawn, ...connections.stated];
  for (const diagram of sequenceDiagrams(model)) {
    const nodeOf = (party: Party) => diagram.nodes.find(({ name }) => nameKey(name) === nameKey(party.name))?.id;
    for (const [word, { party, sharedBy }] of connections.operations)
      for (const to of connections.parties) {
        const from = connections.parties.find((each) => each !== party && each !== to && areConnected(each, party, known) && nodeOf(each));
        const [sender, receiver] = [from && nodeOf(from), nodeOf(to)];
        if (!to.isComponent || to === party || sharedBy.has(to) || !sender || !receiver) continue;
        yield mutant(`${word} of ${to.name}, line ${diagram.place.line}`, [
          architecture,
          insert(lastDrawn(architecture, diagram), `\n${HERE}  ${sender}->>${receiver}: ${word} what is due`),
        ]);
      }
  }
}

/** An event is sent to a system that takes nothing of it. */
function* sendElsewhere(model: Model): Generator<Mutant> {
  const connections = readConnections(model);
  const { architecture } = model.documents;
  if (!connections || !architecture) return;
  for (const { text, to, place } of connections.messages) {
    const others = model.backend.interfaces.filter(({ name, values }) => {
      const consumers = values.Consumers?.source ?? "";
      return !text.startsWith(name) && /[A-Z]\w+ [A-Z]/.test(consumers) && !consumers.includes(to.name) && !consumers.startsWith("This");
    });
    const start = architecture.markdown.lines.offset(place.line, 1);
    const line = architecture.markdown.text.slice(start, architecture.markdown.text.indexOf("\n", start));
    const event = /: ([a-z]+\.[a-z]+)/.exec(line)?.[1];
    if (event === undefined || to.isComponent) continue;
    for (const { name } of others)
      yield mutant(`${name} to ${to.name}`, [architecture, replace({ start, end: start + line.length }, HERE + line.replace(event, name))]);
  }
}

/** A flow sends an event of a family that no document has. */
function* sendUnknown(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  const { markdown } = architecture;
  const events = model.backend.interfaces.map(({ name }) => name).filter((name) => /^[a-z]+\.[a-z]+$/.test(name));
  for (const block of markdown.blocks.filter(({ language }) => language === "mermaid"))
    for (const { 0: line, 1: event = "", index } of markdown.text
      .slice(block.span.start, block.span.end)
      .matchAll(/^.*->>.*: ([a-z]+\.[a-z]+)\b.*$/gm)) {
      const start = block.span.start + index;
      const unknown = `${event.split(".")[0]}.settled`;
      if (events.includes(event))
        yield mutant(`${unknown} for ${event}`, [
          architecture,
          replace({ start, end: start + line.length }, HERE + line.replace(event, unknown)),
        ]);
    }
}

export default defineOperators("picture-mismatch", [
  { name: "drop-dependency", apply: dropDependency },
  { name: "drop-arrow", apply: dropArrow, alsoExpected: ["line-count"] },
  { name: "add-arrow", apply: addArrow, alsoExpected: ["line-count"] },
  { name: "add-message", apply: addMessage, alsoExpected: ["line-count"] },
  { name: "turn-arrow", apply: turnArrow },
  { name: "offer-elsewhere", apply: offerElsewhere, alsoExpected: ["unowned-interface", "unmet-obligation", "weak-answer", "value-drift"] },
  { name: "send-elsewhere", apply: sendElsewhere },
  { name: "send-unknown", apply: sendUnknown },
  { name: "misaddress-message", apply: misaddress, alsoExpected: ["line-count", "unanswered-request"] },
]);
