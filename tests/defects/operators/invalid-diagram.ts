import type { Model } from "../../../src/index.ts";
import type { CodeBlock } from "../../../src/markdown/index.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { misspell } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { asBlocks } from "../words.ts";

/** Rewrites what each Mermaid block of the outputs draws. */
function* rewrite(model: Model, what: string, change: (value: string, block: CodeBlock) => string): Generator<Mutant> {
  for (const document of outputs(model))
    for (const block of document.markdown.blocks)
      if (block.language === "mermaid")
        yield mutant(`${what}, line ${block.span.line}`, [
          document,
          replace(block.span, `${HERE}\`\`\`mermaid\n${change(block.value, block)}\n\`\`\``.replace("\n\n```", "\n```")),
        ]);
}

function* misspellType(model: Model): Generator<Mutant> {
  yield* rewrite(model, "a letter too few", (value) => value.replace(/^\w+/, misspell));
  yield* rewrite(model, "a letter too many", (value) => value.replace(/^\w+/, (word) => `${word}s`));
}

function* wrongType(model: Model): Generator<Mutant> {
  for (const word of ["diagram", "sequence", "uml", "componentDiagram", "dataflow"])
    yield* rewrite(model, word, (value) => value.replace(/^\w+/, word));
}

function* otherCapitals(model: Model): Generator<Mutant> {
  yield* rewrite(model, "capitals", (value) => value.replace(/^\w+/, (word) => word.toUpperCase()));
}

function* forgetType(model: Model): Generator<Mutant> {
  yield* rewrite(model, "no first line", (value) => value.split("\n").slice(1).join("\n"));
}

function* emptyBlock(model: Model): Generator<Mutant> {
  yield* rewrite(model, "nothing", () => "");
  yield* rewrite(model, "only a comment", () => "%% to follow");
}

const ADDED = {
  "an empty block": "```mermaid\n```",
  "a word that is no type": "```mermaid\nsystem LR\n  a --> b\n```",
};

// A diagram that cannot be drawn is none.
const LOST = ["missing-diagram"];

export default defineOperators("invalid-diagram", [
  { name: "misspell-type", apply: misspellType, alsoExpected: LOST },
  { name: "wrong-type", apply: wrongType, alsoExpected: LOST },
  { name: "other-capitals", apply: otherCapitals, alsoExpected: LOST },
  { name: "forget-type", apply: forgetType, alsoExpected: LOST },
  { name: "empty-block", apply: emptyBlock, alsoExpected: [...LOST, "line-count"] },
  { name: "add-block", apply: (model) => asBlocks(model, ADDED), alsoExpected: ["line-count"] },
]);
