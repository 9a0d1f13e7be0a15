import type { Model } from "../../../src/core.ts";
import type { CodeBlock, Section } from "../../../src/markdown/index.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { type Edit, expectAt, mutant, removeLines, replace } from "../edit.ts";
import { templatedSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Spoils each diagram that the template asks for; the section's heading is where its lack is told. */
function* spoil(
  model: Model,
  what: string,
  change: (document: AlignedDocument, block: CodeBlock, section: Section) => Edit,
): Generator<Mutant> {
  for (const { document, alignment, section } of templatedSections(model)) {
    const asked = alignment.template.parts.some(({ form }) => form === "diagram");
    const [block] = section.blocks;
    if (asked && block)
      yield mutant(`${what} in "${section.title}"`, [document, expectAt(section.heading.start), change(document, block, section)]);
  }
}

function* dropDiagram(model: Model): Generator<Mutant> {
  yield* spoil(model, "no diagram", ({ markdown }, { span }) => removeLines(markdown, span));
}

/** Diagrams that Mermaid draws, of kinds that show something else. */
const OTHERS = ["classDiagram\n  Refund --> Order", "mindmap\n  root\n    parts", 'pie\n  "parts" : 3', "gitGraph\n  commit"];

function* otherType(model: Model): Generator<Mutant> {
  for (const drawn of OTHERS)
    yield* spoil(model, drawn.split("\n", 1)[0] ?? "", (_, { span }) => replace(span, `\`\`\`mermaid\n${drawn}\n\`\`\``));
}

function* forgetLanguage(model: Model): Generator<Mutant> {
  yield* spoil(model, "a fence without a language", (_, { value, span }) => replace(span, `\`\`\`\n${value}\n\`\`\``));
}

function* drawInPlantUml(model: Model): Generator<Mutant> {
  yield* spoil(model, "PlantUML", (_, { span }) => replace(span, "```plantuml\n@startuml\na -> b: request\n@enduml\n```"));
}

function* drawByHand(model: Model): Generator<Mutant> {
  yield* spoil(model, "boxes of characters", (_, { span }) => replace(span, "```text\n[Client] --> [API] --> [Database]\n```"));
}

function* linkAnImage(model: Model): Generator<Mutant> {
  yield* spoil(model, "an image", (_, { span }) => replace(span, "![The system](https://wiki.example.com/system.png)"));
}

function* hideInComment(model: Model): Generator<Mutant> {
  yield* spoil(model, "a comment around the diagram", ({ markdown: { text } }, { span }) =>
    replace(span, `<!--\n${text.slice(span.start, span.end).replaceAll("-->", "->>")}\n-->`),
  );
}

const LOST = ["line-count", "empty-section"];

export default defineOperators("missing-diagram", [
  { name: "drop-diagram", apply: dropDiagram, alsoExpected: LOST },
  { name: "other-type", apply: otherType, alsoExpected: ["line-count"] },
  { name: "forget-language", apply: forgetLanguage, alsoExpected: ["code-block"] },
  { name: "draw-in-plantuml", apply: drawInPlantUml, alsoExpected: ["code-block", "line-count"] },
  { name: "draw-by-hand", apply: drawByHand, alsoExpected: ["code-block", "line-count"] },
  { name: "link-an-image", apply: linkAnImage, alsoExpected: LOST },
  { name: "hide-in-comment", apply: hideInComment, alsoExpected: LOST },
]);
