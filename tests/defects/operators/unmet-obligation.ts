import { posix } from "node:path";
import type { Model, Pattern } from "../../../src/core.ts";
import { statedInOutputs } from "../../../src/model/documents/stated-text.ts";
import { listen } from "../../../src/text/words.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { stretch } from "../places.ts";
import { addRow, type FoundRow, rowAt } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** The patterns of the catalogue of which a feature says an obligation nowhere, each with a link to it. */
function unsaid(model: Model): { pattern: Pattern; link: string }[] {
  const said = statedInOutputs(model);
  const used = new Set(model.patternUses.map(({ slug }) => slug));
  return model.context.patterns
    .filter(({ slug, title, status, obliges }) => {
      // The name itself is said by the link.
      const isSaid = ({ words }: Pattern["obliges"][number]) => listen(`${said} ${title}`).says(words);
      return status === "current" && !used.has(slug) && obliges.some((obligation) => !isSaid(obligation));
    })
    .map((pattern) => ({ pattern, link: `[${pattern.title}](${posix.relative(model.feature.folder, pattern.link)})` }));
}

/** A row below each row of a table of the architecture. */
function* addRows(
  model: Model,
  rows: readonly { place: { file: string; line: number; column: number } }[],
  texts: (link: string) => Record<string, string>,
) {
  for (const { place } of rows) {
    const row: FoundRow | undefined = rowAt(model.documents.architecture, place);
    if (!row) continue;
    for (const { pattern, link } of unsaid(model))
      yield mutant(`${pattern.title} below line ${place.line}`, [row.document, addRow(row, texts(link))]);
  }
}

/** A component, an integration: whatever has a row may name a pattern in its first cell's neighbour. */
function* inComponents(model: Model): Generator<Mutant> {
  const document = model.documents.architecture;
  if (!document) return;
  for (const { values } of model.architecture.components)
    for (const value of Object.values(values).filter(({ text, items }) => text !== "" && items.length === 0))
      for (const { pattern, link } of unsaid(model))
        yield mutant(`${pattern.title} behind "${value.text.slice(0, 40)}"`, [
          document,
          insert(stretch(document, value.place).end, `${HERE}; as in ${link}`),
        ]);
}

export default defineOperators("unmet-obligation", [
  {
    name: "add-pattern",
    apply: (model) =>
      addRows(model, model.architecture.patterns, (link) => ({
        Pattern: HERE + link,
        Decision: "Applied",
        "Where and why": "All components",
      })),
    alsoExpected: ["line-count"],
  },
  {
    name: "add-decision",
    apply: (model) =>
      addRows(model, model.architecture.decisions, (link) => ({ Decision: `${HERE}Built by ${link}`, Rationale: "As all services are" })),
    alsoExpected: ["line-count"],
  },
  { name: "in-components", apply: inComponents, alsoExpected: ["undeclared-component"] },
]);
