import type { Model } from "../../../src/core.ts";
import type { ListItem } from "../../../src/markdown/index.ts";
import { family } from "../../../src/model/documents/families.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { expectAt, HERE, insert, mutant, removeLines, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

interface Note {
  document: AlignedDocument;
  /** Where the heading of the notes begins. */
  heading: number;
  item: ListItem;
  label: string;
}

function notes({ documents }: Model): Note[] {
  const document = documents["backend-design"];
  if (!document) return [];
  return family(document, "security").flatMap(({ sections }) =>
    sections.flatMap(({ heading, lists }) =>
      lists.flatMap(({ items }) =>
        items.map((item) => ({ document, heading: heading.start, item, label: item.text.slice(0, item.text.indexOf(":")) })),
      ),
    ),
  );
}

/** A topic is forgotten, with its line. */
function* forget(model: Model): Generator<Mutant> {
  for (const { document, heading, item, label } of notes(model))
    yield mutant(`without ${label}`, [document, expectAt(heading), removeLines(document.markdown, item.span)]);
}

/** The line stands, and says nothing. */
function* say(model: Model, words: readonly string[]): Generator<Mutant> {
  for (const { document, item, label } of notes(model))
    for (const word of words) yield mutant(`${label}: ${word}`, [document, replace(item.span, `${HERE}- ${label}: ${word}`)]);
}

/** A line more, which says nothing. */
function* pad(model: Model): Generator<Mutant> {
  for (const { document, item, label } of notes(model))
    for (const line of ["Nothing special.", "Standard security practices apply.", "Security is important and is taken seriously."])
      yield mutant(`"${line}" behind ${label}`, [document, insert(item.span.end, `\n- ${HERE}${line}`)]);
}

const RIPPLES = ["unmet-obligation", "line-count", "untraced-requirement"];

export default defineOperators("unstated-security", [
  { name: "forget-topic", apply: forget, alsoExpected: RIPPLES },
  {
    name: "fill-with-nothing",
    apply: (model) => say(model, ["as usual.", "standard mechanisms are used.", "to be defined in the review.", "it is handled properly."]),
    alsoExpected: [...RIPPLES, "vague-wording", "placeholder-text"],
  },
  {
    name: "none-without-reason",
    apply: (model) => say(model, ["none.", "Not applicable", "n/a", "no special requirements"]),
    alsoExpected: [...RIPPLES, "placeholder-text"],
  },
  { name: "pad", apply: pad, alsoExpected: ["line-count", "vague-wording"] },
]);
