import type { AlignedDocument, Model } from "../types.ts";
import { choicesIn } from "./choices/choices.ts";
import { literalsIn } from "./literals/literals.ts";
import { passagesOf } from "./passages/passages.ts";
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
  const passages = (Object.values(model.documents) as AlignedDocument[]).flatMap((document) => passagesOf(document, model));
  return {
    passages,
    quantities: passages.filter(({ holds }) => holds.numbers).flatMap(quantitiesIn),
    choices: passages.flatMap(choicesIn),
    literals: passages.filter(({ holds }) => holds.literals).flatMap(literalsIn),
  };
}
