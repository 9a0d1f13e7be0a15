import type { Model } from "../../../src/core.ts";
import { areConnected, readConnections } from "../../../src/model/connections/read.ts";
import { nameKey } from "../../../src/text/names.ts";
import { componentRows, lastDrawn, sequenceDiagrams, systemDiagrams } from "../components.ts";
import { expectAt, HERE, insert, mutant, removeLines } from "../edit.ts";
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
      if (from !== to && from.isComponent && !to.isClient && !areConnected(from, to, known)) yield { from, to, through };
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

export default defineOperators("picture-mismatch", [
  { name: "drop-dependency", apply: dropDependency },
  { name: "drop-arrow", apply: dropArrow, alsoExpected: ["line-count"] },
  { name: "add-arrow", apply: addArrow, alsoExpected: ["line-count"] },
  { name: "add-message", apply: addMessage, alsoExpected: ["line-count"] },
]);
