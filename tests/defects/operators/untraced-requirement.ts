import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import type { AlignedDocument, Mention, Requirement } from "../../../src/model/types.ts";
import { type Edit, expectAt, HERE, insert, mutant, removeLines, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** @returns the mentions that name a requirement by its id, not by a range that covers it. */
function explicit({ mentions, documents }: Model): (Mention & { source: AlignedDocument; span: { start: number; end: number } })[] {
  return mentions.flatMap((mention) => {
    const source = documents[mention.document];
    if (!source) return [];
    const span = stretch(source, mention.place);
    return source.markdown.text.slice(span.start, span.end) === mention.id ? [{ ...mention, source, span }] : [];
  });
}

/** @returns the requirements whose every mention is among some lines of an output. */
function onlyIn({ requirements, mentions }: Model, document: AlignedDocument, isLost: (line: number) => boolean): Requirement[] {
  return requirements.filter(({ id }) =>
    mentions.filter((mention) => mention.id === id).every((mention) => mention.document === document.kind && isLost(mention.place.line)),
  );
}

/** Expects a report at each requirement's line in the PRD. */
function atRequirements(prd: AlignedDocument, requirements: readonly Requirement[]): Edit[] {
  return requirements.map(({ place }) => expectAt(stretch(prd, place).start));
}

/** The PRD grows after the design is done. */
function* addRequirement({ documents: { prd }, requirements }: Model): Generator<Mutant> {
  if (!prd) return;
  for (const requirement of requirements) {
    const { end } = stretch(prd, requirement.place);
    const id = requirement.id.replace(/\d+$/, "99");
    yield mutant(`${id} behind ${requirement.id}`, [prd, insert(end, `\n- ${HERE}**${id}**: A refund can be cancelled while it waits.`)]);
  }
}

function* dropRow(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const document of outputs(model))
    for (const { tables, title } of document.markdown.allSections)
      for (const row of tables.flatMap(({ rows }) => rows)) {
        const span = { start: row[0]?.span.start ?? 0, end: row.at(-1)?.span.end ?? 0 };
        const lost = onlyIn(model, document, (line) => line === row[0]?.span.line);
        if (lost.length > 0)
          yield mutant(`a row less in "${title}"`, [document, removeLines(document.markdown, span)], [prd, ...atRequirements(prd, lost)]);
      }
}

/** The table of coverage goes, with all that only it says. */
function* dropCoverage(model: Model): Generator<Mutant> {
  const { prd, architecture } = model.documents;
  const section = architecture?.markdown.allSections.find(({ title }) => title === "Requirements Coverage");
  if (!prd || !architecture || !section) return;
  const { line, endLine } = section.span;
  const lost = onlyIn(model, architecture, (at) => at >= line && at < endLine);
  if (lost.length > 0)
    yield mutant(
      "all components in one row",
      [
        architecture,
        replace(
          { start: section.heading.end, end: section.span.end },
          "\n\n| Requirements | Covered by |\n| --- | --- |\n| All | The components |\n\n",
        ),
      ],
      [prd, ...atRequirements(prd, lost)],
    );
}

const RANGE = /\b([A-Z]+-)(\d+) to \1(\d+)\b/g;

/** Takes every mention of a requirement out of a document; a range that covers it becomes the list of the others. */
function forget(model: Model, document: AlignedDocument, { id }: Requirement): Edit[] {
  const ranges = Array.from(document.markdown.prose.matchAll(RANGE), ({ 0: whole, 1: prefix = "", 2: from, 3: to, index }) => {
    const number = (other: string) => (other.startsWith(prefix) ? Number(other.slice(prefix.length)) : Number.NaN);
    const covered = model.requirements
      .map((other) => other.id)
      .filter((other) => number(other) >= Number(from) && number(other) <= Number(to));
    return { start: index, end: index + whole.length, covered };
  }).filter(({ covered }) => covered.includes(id));
  const single = explicit(model).filter(
    (mention) =>
      mention.id === id &&
      mention.source === document &&
      !ranges.some(({ start, end }) => mention.span.start >= start && mention.span.end <= end),
  );
  return [
    ...ranges.map((range) => replace(range, range.covered.filter((other) => other !== id).join(", "))),
    ...single.map(({ span }) => replace(span, "the rules")),
  ];
}

/** The design answers all but one. */
function* forgetRequirement(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const requirement of model.requirements)
    yield mutant(
      `${requirement.id} is mentioned nowhere`,
      ...outputs(model).map((document) => [document, ...forget(model, document, requirement)] as const),
      [prd, ...atRequirements(prd, [requirement])],
    );
}

function* inventId(model: Model): Generator<Mutant> {
  const declared = new Set(model.requirements.map(({ id }) => id));
  for (const { id, source, span } of explicit(model))
    for (const invented of [id.replace(/\d+$/, "77"), `${id}9`].filter((candidate) => !declared.has(candidate)))
      yield mutant(`${invented} for ${id}`, [source, replace(span, HERE + invented)]);
}

/** A requirement leaves the PRD, and the design still names it. */
function* removeRequirement(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const requirement of model.requirements) {
    const named = explicit(model).filter(({ id }) => id === requirement.id);
    if (named.length === 0) continue;
    const marks = outputs(model).map(
      (document) => [document, ...named.filter(({ source }) => source === document).map(({ span }) => expectAt(span.start))] as const,
    );
    yield mutant(`no ${requirement.id} in the PRD`, [prd, removeLines(prd.markdown, stretch(prd, requirement.place))], ...marks);
  }
}

/** A requirement gets another number: the new one is answered by nothing, the old one is unknown. */
function* renumber(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const requirement of model.requirements) {
    const span = stretch(prd, requirement.place);
    const at = prd.markdown.text.indexOf(requirement.id, span.start);
    const named = explicit(model).filter(({ id }) => id === requirement.id);
    const marks = outputs(model).map(
      (document) =>
        [document, ...named.filter(({ source }) => source === document).map((mention) => expectAt(mention.span.start))] as const,
    );
    const changed = replace({ start: at, end: at + requirement.id.length }, HERE + requirement.id.replace(/\d+$/, "88"));
    yield mutant(`${requirement.id} is renumbered`, [prd, changed], ...marks);
  }
}

// A component may be there for the sake of a requirement alone.
const LOST = ["line-count", "unmotivated-component/unmotivated"];

export default defineOperators("untraced-requirement", [
  { name: "add-requirement", apply: addRequirement },
  { name: "drop-row", apply: dropRow, alsoExpected: [...LOST, "empty-section"] },
  { name: "drop-coverage", apply: dropCoverage, alsoExpected: LOST },
  { name: "forget-requirement", apply: forgetRequirement },
  // A range whose end is replaced no longer covers what it covered.
  { name: "invent-id", apply: inventId, alsoExpected: ["untraced-requirement"] },
  { name: "remove-requirement", apply: removeRequirement, alsoExpected: ["untraced-requirement"] },
  { name: "renumber", apply: renumber, alsoExpected: ["untraced-requirement"] },
]);
