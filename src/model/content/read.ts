import type { MarkdownDocument } from "../../markdown/index.ts";
import type { AlignedDocument, Model } from "../types.ts";
import { choicesIn } from "./choices/choices.ts";
import { literalsIn } from "./literals/literals.ts";
import { citedLines } from "./passages/cited-lines.ts";
import { passagesOf } from "./passages/passages.ts";
import { withoutCited } from "./quantities/cited-numbers.ts";
import { quantitiesIn } from "./quantities/quantities.ts";
import type { Content } from "./types.ts";

const known = new WeakMap<Model, Content>();

/** @returns what the documents of a feature state literally; read once, when a check first asks for it */
export function contentOf(model: Model): Content {
  const content = known.get(model) ?? readContent(model);
  known.set(model, content);
  return content;
}

function readContent(model: Model): Content {
  const all = (Object.values(model.documents) as AlignedDocument[]).map((document) => statedIn(document, model));
  return {
    passages: all.flatMap(({ passages }) => passages),
    quantities: all.flatMap(({ quantities }) => quantities),
    choices: all.flatMap(({ choices }) => choices),
    literals: all.flatMap(({ literals }) => literals),
  };
}

/** What one document states, and what it depends on beside its text. */
interface Stated extends Content {
  from: string;
}

const stated = new WeakMap<MarkdownDocument, Stated>();

/** Read anew where the document, or what it cites, has changed: a review after a change to one document has five others to read. */
function statedIn(document: AlignedDocument, model: Model): Content {
  const cited = citedLines(document, model);
  const from = JSON.stringify([document.kind, document.file, ...cited]);
  const before = stated.get(document.markdown);
  if (before?.from === from) return before;
  const passages = passagesOf(document, cited);
  const content = {
    from,
    passages,
    quantities: withoutCited(passages.filter(({ holds }) => holds.numbers).flatMap(quantitiesIn), model),
    choices: passages.flatMap(choicesIn),
    literals: passages.filter(({ holds }) => holds.literals).flatMap(literalsIn),
  };
  stated.set(document.markdown, content);
  return content;
}
