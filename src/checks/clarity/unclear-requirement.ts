import { agree, isQuantity } from "../../model/content/comparing/said.ts";
import { contentOf } from "../../model/content/read.ts";
import { subjectsOf } from "../../model/content/stems.ts";
import type { Quantity } from "../../model/content/types.ts";
import { phraseIn, wordsFor } from "../../model/reading/words.ts";
import type { Model, Requirement } from "../../model/types.ts";
import { groupBy } from "../../text/group.ts";
import { shorten } from "../../text/shorten.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "untestable" | "several" | "contradicting";

export default defineCheck({
  id: "unclear-requirement",
  category: "clarity",
  severity: "warning",
  messages: {
    untestable: {
      text: 'Unexpected "{found}" in the requirement {id}: nobody can test it.',
      advice: "Ask the owner of the PRD for the figure, the condition or the list that is meant, and write it there.",
    },
    several: {
      text: 'Unexpected second behaviour in the requirement {id}: "{first}", and "{second}".',
      advice: "Give each its own id, so that the design can answer one while the other is open.",
    },
    contradicting: {
      text: 'Unexpected "{found}" in the requirement {id}: {other} says "{expected}" of the same.',
      advice: "Let the owner of the PRD decide which of the two holds, and mend the other one.",
    },
  },
  *run(model) {
    const { prd } = model.documents;
    if (!prd) return;
    const words = wordsFor(model.context.lexicon, prd.markdown.text);
    for (const { id, text, place } of model.requirements) {
      const found = /\d/.test(text) ? undefined : phraseIn(words, "untestable", withoutQuotes(text));
      if (found !== undefined && !isExplained(text, found)) yield { message: "untestable", place, arguments: { found, id } };
      const [first, second] = clausesOf(text).filter((clause) => obliges(clause, words));
      if (first && second) yield { message: "several", place, arguments: { id, first: shorten(first), second: shorten(second) } };
    }
    yield* contradictions(model);
  },
});

/** What is quoted is shown to somebody, and asks for nothing. */
function withoutQuotes(text: string): string {
  return text.replace(/"[^"]{1,200}"|“[^”]{1,200}”|«[^»]{1,200}»|「[^」]{1,200}」|`[^`]{1,200}`/g, " ");
}

/** "As needed (like `mkdir -p`)" says what is meant. */
function isExplained(text: string, found: string): boolean {
  const at = text.toLowerCase().replaceAll("-", " ").indexOf(found);
  return at !== -1 && /\([^()]{12,300}\)/.test(text.slice(at));
}

const CLAUSE = /;\s|,?\s(?:and|und|et|y|e|en|i|и)\s|，(?:并且|而且)|、かつ/;
/** "Must be unique and must not be empty" bounds one behaviour. */
const NEGATED = /\b(?:not|never|no|nicht|kein\w{0,2}|ne|pas|non|não|niet|nie|не)\b|ない|不/i;
const SHORTEST = 3;
/** What states more is no sentence that another one repeats with a single other figure. */
const MOST_QUANTITIES = 12;

function clausesOf(text: string): string[] {
  return text.includes("\n")
    ? []
    : withoutQuotes(text)
        .replace(/\([^()]{1,200}\)/g, " ")
        .split(CLAUSE);
}

function obliges(clause: string, words: ReturnType<typeof wordsFor>): boolean {
  return words.has("duty", clause) && !NEGATED.test(clause) && (clause.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > SHORTEST;
}

/** Requirements that are the same but for a quantity: all other words and figures agree. */
function* contradictions(model: Model): Generator<Report<MessageId>> {
  const seen = new Map<string, { requirement: Requirement; quantity: Quantity }>();
  for (const { requirement, quantity } of quantitiesIn(model)) {
    const rest = requirement.text.replace(quantity.text, " ");
    const subjects = subjectsOf(rest);
    if (subjects.size < SHORTEST) continue;
    const key = [quantity.dimension, requirement.kind, ...[...subjects].sort(), ...(rest.match(/\d+/g) ?? [])].join(" ");
    const other = seen.get(key);
    if (!other) seen.set(key, { requirement, quantity });
    else if (other.requirement !== requirement && !agree(other.quantity, quantity) && other.quantity.bound === quantity.bound)
      yield {
        message: "contradicting",
        place: quantity.place,
        related: other.quantity.place,
        arguments: { found: quantity.text, id: requirement.id, other: other.requirement.id, expected: other.quantity.text },
      };
  }
}

function quantitiesIn(model: Model): { requirement: Requirement; quantity: Quantity }[] {
  const stated = contentOf(model).quantities.filter((said) => isQuantity(said) && said.passage.document === "prd");
  const byLine = new Map(model.requirements.map((requirement) => [requirement.place.line, requirement]));
  return [...groupBy(stated, ({ place: { line } }) => line)].flatMap(([line, own]) => {
    const requirement = byLine.get(line);
    return requirement && own.length <= MOST_QUANTITIES ? own.map((quantity) => ({ requirement, quantity })) : [];
  });
}
