import type { Model } from "../../../src/core.ts";
import { lastDrawn, sourceOf, systemDiagrams } from "../components.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { append, filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** The arrows of one part are lost. */
function* loseArrows(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model))
    for (const { id, name } of diagram.nodes) {
      if (!architecture) continue;
      const { start, text } = sourceOf(architecture, diagram);
      const named = new RegExp(`(?<![\\w"])${id}(?![\\w"])`);
      const lines = text.split("\n");
      const arrows = lines.filter((line) => named.test(line) && line.includes("--"));
      const others = diagram.nodes.filter((node) => node.id !== id).map((node) => node.id);
      const left = lines.filter((line) => !arrows.includes(line));
      // Whoever spoke with nobody else would be alone as well.
      const alone = others.some(
        (other) => !left.some((line) => line.includes("--") && new RegExp(`(?<![\\w"])${other}(?![\\w"])`).test(line)),
      );
      const declared = left.findIndex((line) => new RegExp(`^ *${id}[[({]`).test(line));
      if (arrows.length === 0 || alone || declared === -1) continue;
      const marked = left.with(declared, HERE + left[declared]).join("\n");
      yield mutant(`"${name}" without arrows`, [architecture, replace({ start, end: start + text.length }, marked)]);
    }
}

/** A part that was drawn and not thought of again. */
function* addAlone(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of systemDiagrams(model)) {
    if (!architecture) continue;
    for (const shape of ['alone[("Archive")]', "alone", 'alone(["Night Job"])'])
      yield mutant(`${shape} alone`, [architecture, insert(lastDrawn(architecture, diagram), `\n${HERE}  ${shape}`)]);
  }
}

/** A state diagram with a state that nothing leads to. */
function* deadState(model: Model): Generator<Mutant> {
  const dead = `\`\`\`mermaid\nstateDiagram-v2\n  [*] --> open\n  open --> closed\n${HERE}  parked --> closed\n\`\`\``;
  for (const { document, section } of filledSections(model)) {
    if (document.kind !== "architecture") continue;
    yield mutant(`a dead state in "${section.title}"`, [document, append(document, section, dead)]);
  }
}

const ALSO = ["line-count", "undeclared-component", "unmotivated-component"];

export default defineOperators("unreachable-node", [
  { name: "lose-arrows", apply: loseArrows, alsoExpected: ALSO },
  { name: "add-alone", apply: addAlone, alsoExpected: ALSO },
  { name: "dead-state", apply: deadState, alsoExpected: ["line-count"] },
]);
