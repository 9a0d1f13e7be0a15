import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { append, filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

const FENCES: Record<string, string> = {
  typescript: "```typescript\ninterface Refund {\n  id: string;\n}\n```",
  json: '```json\n{ "id": "7f3c", "amount": 1200 }\n```',
  bash: "```bash\ncurl -X POST https://api.example.com/v1/refunds\n```",
  sql: "~~~sql\nSELECT id FROM refunds;\n~~~",
  "no language": "```\nPOST /v1/refunds\n```",
};

/** Adds a block at the end of each section's own contents. */
function* addBlock(model: Model, what: string, block: string): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    yield mutant(`${what} in "${section.title}"`, [document, append(document, section, block)]);
}

function* addFence(model: Model): Generator<Mutant> {
  for (const [language, fence] of Object.entries(FENCES)) yield* addBlock(model, language, HERE + fence);
}

function* addIndented(model: Model): Generator<Mutant> {
  yield* addBlock(model, "indented lines", `The answer is:\n\n${HERE}    200 OK\n    Content-Type: application/json`);
}

function* addPre(model: Model): Generator<Mutant> {
  yield* addBlock(model, "<pre>", `${HERE}<pre><code>const refund = await load(id);</code></pre>`);
}

/** Code under the name of a diagram. */
function* calledMermaid(model: Model): Generator<Mutant> {
  yield* addBlock(
    model,
    "Python that calls itself Mermaid",
    `${HERE}\`\`\`mermaid\nclass Refund:\n    def total(self):\n        return 0\n\`\`\``,
  );
  yield* addBlock(model, "SQL that calls itself Mermaid", `${HERE}~~~mermaid\nSELECT id FROM refunds\n~~~`);
}

function* fenceInList(model: Model): Generator<Mutant> {
  yield* addBlock(model, "a fence in a list", `- The request is:\n\n  ${HERE}\`\`\`http\n  GET /v1/refunds/42\n  \`\`\``);
}

function* fenceInQuote(model: Model): Generator<Mutant> {
  yield* addBlock(model, "a fence in a quote", `> For example:\n>\n> ${HERE}\`\`\`yaml\n> retries: 3\n> \`\`\``);
}

function* fenceInDetails(model: Model): Generator<Mutant> {
  yield* addBlock(model, "a fence in a fold", `<details>\n<summary>Example</summary>\n\n${HERE}\`\`\`js\nretry(3);\n\`\`\`\n\n</details>`);
}

/** A diagram in the language of what it was made from. */
function* otherLanguage(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, span } of document.markdown.blocks)
      if (language === "mermaid")
        for (const other of ["json", "js", "markdown", "mmd"])
          yield mutant(`${other} for a diagram`, [
            document,
            replace({ start: span.start, end: span.start + "```mermaid".length }, `${HERE}\`\`\`${other}`),
          ]);
}

/** Everything below disappears in the block. */
function* forgetClosingFence(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { sections } of document.alignments.slice(1))
      for (const { heading, title } of sections)
        yield mutant(`an open fence above "${title}"`, [document, insert(heading.start, `${HERE}\`\`\`json\n{ "id": 1 }\n\n`)]);
}

export default defineOperators("code-block", [
  { name: "add-fence", apply: addFence, alsoExpected: ["line-count"] },
  { name: "add-indented", apply: addIndented, alsoExpected: ["line-count"] },
  { name: "add-pre", apply: addPre, alsoExpected: ["line-count"] },
  { name: "called-mermaid", apply: calledMermaid, alsoExpected: ["line-count"] },
  { name: "fence-in-list", apply: fenceInList, alsoExpected: ["line-count"] },
  { name: "fence-in-quote", apply: fenceInQuote, alsoExpected: ["line-count"] },
  { name: "fence-in-details", apply: fenceInDetails, alsoExpected: ["line-count"] },
  { name: "other-language", apply: otherLanguage, alsoExpected: ["missing-diagram"] },
  {
    name: "forget-closing-fence",
    apply: forgetClosingFence,
    alsoExpected: [
      // The next diagram's fence closes the block, and its own closing fence opens another one.
      "code-block",
      "line-count",
      "missing-section",
      "empty-section",
      "missing-diagram",
      "missing-cross-reference",
      "broken-link",
      "untraced-requirement",
      // The subsections of a swallowed heading fall to the section above.
      "incomplete-component",
    ],
  },
]);
