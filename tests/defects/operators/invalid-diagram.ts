import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { misspell } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { asBlocks } from "../words.ts";

/** Rewrites what each Mermaid block of the outputs draws; a change that has nothing to work on returns the value as it is. */
function* rewrite(model: Model, what: string, change: (value: string) => string): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, value, span } of document.markdown.blocks) {
      const changed = language === "mermaid" ? change(value) : value;
      if (changed === value) continue;
      const drawn = changed.includes(HERE) ? changed : HERE + changed;
      yield mutant(`${what}, line ${span.line}`, [document, replace(span, `\`\`\`mermaid\n${drawn}\n\`\`\``.replace("\n\n```", "\n```"))]);
    }
}

/** Changes one line at a time: each that an expression fits. */
function* rewriteLines(model: Model, what: string, type: RegExp, line: RegExp, by: string): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, value, span } of document.markdown.blocks) {
      if (language !== "mermaid" || !type.test(value)) continue;
      const lines = value.split("\n");
      for (const [at, text] of lines.entries()) {
        if (!line.test(text)) continue;
        const drawn = lines.with(at, HERE + text.replace(line, by)).join("\n");
        yield mutant(`${what}, line ${span.line + at + 1}`, [document, replace(span, `\`\`\`mermaid\n${drawn}\n\`\`\``)]);
      }
    }
}

const FLOWCHART = /^(?:flowchart|graph)/;
const SEQUENCE = /^sequenceDiagram/;
const MESSAGE = /^(\s*)([\w ]+?)(-{1,2}>>)[+-]?([\w ]+): (.*)$/;

function* unquotedLabel(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "brackets in a label", FLOWCHART, /\["([^"(]*)"\]/, "[$1 (new)]");
  yield* rewriteLines(model, "brackets at an arrow", FLOWCHART, /-->\|([^|"(]*)\|/, "-->|$1 (3x)|");
}

function* nestedQuotes(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "quotes in quotes", FLOWCHART, /\["([^"]*)"\]/, '["the "$1" part"]');
}

function* wrongArrow(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a short arrow", FLOWCHART, /\s-->(?=\s|\|)/, " ->");
  yield* rewriteLines(model, "an arrow of another script", FLOWCHART, /\s-->(?=\s|\|)/, " →");
  yield* rewriteLines(model, "a double arrow", SEQUENCE, MESSAGE, "$1$2=>$4: $5");
}

function* wordEnd(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a node called end", FLOWCHART, /-->(\|[^|]*\|)? *\w+$/, "-->$1 end");
}

function* unevenEnds(model: Model): Generator<Mutant> {
  yield* rewrite(model, "one end too many", (value) => `${value}\n${HERE}end`);
  for (const nth of [0, 1, 2])
    yield* rewrite(model, `end ${nth + 1} of a group forgotten`, (value) => {
      const groups = [...value.matchAll(/^ *subgraph [\s\S]*?(?=\n *end$)/gm)];
      const group = groups[nth];
      if (!group) return value;
      return value.slice(0, group.index) + HERE + group[0] + value.slice(group.index + group[0].length).replace(/\n *end$/m, "");
    });
}

function* semicolon(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a semicolon in a message", SEQUENCE, MESSAGE, "$1$2$3$4: $5; then the rest");
}

function* noText(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a message without a text", SEQUENCE, MESSAGE, "$1$2$3$4");
}

function* direction(model: Model): Generator<Mutant> {
  yield* rewrite(model, "no such direction", (value) => value.replace(/^(flowchart|graph) \w+/, `${HERE}$1 DOWN`));
}

function* remarks(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a comment of another language", FLOWCHART, /-->.*$/, "$& // the usual way");
  yield* rewriteLines(model, "a sentence", SEQUENCE, MESSAGE, "This is how the parts talk to each other.\n$&");
}

function* severalDiagrams(model: Model): Generator<Mutant> {
  yield* rewrite(model, "two in one block", (value) => `${value}\n${HERE}flowchart LR\n  a --> b`);
}

function* alias(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a colon for as", SEQUENCE, /^(\s*participant \w+) as /, "$1: ");
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
  for (const [what, drawn] of Object.entries({ nothing: "", "only a comment": "%% to follow\n" }))
    for (const document of outputs(model))
      for (const { language, span } of document.markdown.blocks)
        if (language === "mermaid")
          yield mutant(`${what}, line ${span.line}`, [document, replace(span, `${HERE}\`\`\`mermaid\n${drawn}\`\`\``)]);
}

function* percent(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "one percent sign", FLOWCHART, /^(\s*)(\w+ -->.*)$/, "$1% the usual way\n$1$2");
  yield* rewrite(model, "one percent sign at the top", (value) => `${HERE}% overview\n${value}`);
}

function* halfArrow(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "no receiver", SEQUENCE, MESSAGE, "$1$2$3: $5");
  yield* rewriteLines(model, "no sender", SEQUENCE, MESSAGE, "$1$3$4: $5");
}

function* oneQuote(model: Model): Generator<Mutant> {
  yield* rewriteLines(model, "a quote never closed", FLOWCHART, /\["([^"]*)"\]/, '["$1]');
}

function* reservedName(model: Model): Generator<Mutant> {
  for (const word of ["Link", "Create", "Note"])
    yield* rewriteLines(model, `a participant called ${word}`, SEQUENCE, MESSAGE, `$1$2$3${word}: $5`);
}

const ADDED = {
  "an empty block": "```mermaid\n```",
  "a word that is no type": `\`\`\`mermaid\n${HERE}system LR\n  a --> b\n\`\`\``,
};

// A line more or less can leave the line budget; who takes part is unknown while the diagram is not drawn.
const UNKNOWN = ["line-count"];

export default defineOperators("invalid-diagram", [
  { name: "misspell-type", apply: misspellType },
  { name: "wrong-type", apply: wrongType },
  { name: "other-capitals", apply: otherCapitals },
  { name: "forget-type", apply: forgetType },
  { name: "empty-block", apply: emptyBlock, alsoExpected: UNKNOWN },
  { name: "unquoted-label", apply: unquotedLabel, alsoExpected: UNKNOWN },
  { name: "nested-quotes", apply: nestedQuotes, alsoExpected: UNKNOWN },
  { name: "wrong-arrow", apply: wrongArrow, alsoExpected: UNKNOWN },
  { name: "word-end", apply: wordEnd, alsoExpected: UNKNOWN },
  { name: "uneven-ends", apply: unevenEnds, alsoExpected: UNKNOWN },
  { name: "semicolon", apply: semicolon, alsoExpected: UNKNOWN },
  { name: "no-text", apply: noText, alsoExpected: UNKNOWN },
  { name: "direction", apply: direction, alsoExpected: UNKNOWN },
  { name: "remarks", apply: remarks, alsoExpected: UNKNOWN },
  { name: "several-diagrams", apply: severalDiagrams, alsoExpected: UNKNOWN },
  { name: "alias", apply: alias, alsoExpected: UNKNOWN },
  { name: "percent", apply: percent, alsoExpected: UNKNOWN },
  { name: "half-arrow", apply: halfArrow, alsoExpected: UNKNOWN },
  { name: "one-quote", apply: oneQuote, alsoExpected: UNKNOWN },
  { name: "reserved-name", apply: reservedName, alsoExpected: UNKNOWN },
  { name: "add-block", apply: (model) => asBlocks(model, ADDED), alsoExpected: UNKNOWN },
]);
