import { outputs } from "../../model/query.ts";
import { answersOf } from "../../model/requirements/answers.ts";
import { requirementKey } from "../../model/requirements/ids.ts";
import { mentionsOf } from "../../model/requirements/mentioned.ts";
import type { Model, Place } from "../../model/types.ts";
import { closest } from "../../text/names.ts";
import { shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "untraced-requirement",
  category: "integration",
  severity: "error",
  messages: {
    untraced: {
      text: 'Expected a mention of the requirement {id} in {documents}: "{text}".',
      advice: "Say which part of the design answers {id}, for example in the table of Requirements Coverage.",
    },
    changed: {
      text: 'Expected a revised answer of {id}, which has changed since the design was finished: "{text}".',
      advice: "Revise what cites {id}. Where it still holds as it stands, say so when you finish the feature again: --holds {id}.",
    },
    added: {
      text: 'Expected an answer of {id}, which was added since the design was finished: "{text}".',
      advice:
        "Name it where the design answers it; a range that it falls into was written before. Where the design answers it as it stands, finish the feature again with --holds {id}.",
    },
    unknown: {
      text: "Unexpected requirement {id}: the PRD has no such requirement.",
      advice: "Cite an id that the PRD declares, or add the requirement to the PRD.",
    },
    misspelt: { text: "Unexpected requirement {id}: the PRD has no such requirement.", advice: "Did you mean {suggestion}?" },
  },
  *run(model) {
    const documents = outputs(model);
    // Where neither output is there, that is the one thing to say.
    if (documents.length === 0 || !model.documents.prd) return;
    const declared = new Set(model.statements.map(({ id }) => requirementKey(id)));
    const names = documents.map(({ file }) => file.slice(model.feature.folder.length + 1)).join(" or ");
    for (const { requirement, state, since } of answersOf(model)) {
      const { id, whole, place } = requirement;
      const cited = since && mentionsOf(model, id)[0]?.place;
      if (since && cited) yield { message: since, place, related: cited, arguments: { id, text: shorten(whole.replaceAll("\n", ": ")) } };
      else if (state === "open")
        yield { message: "untraced", place, arguments: { id, documents: names, text: shorten(whole.replaceAll("\n", ": ")) } };
    }
    const known = model.requirements.map(({ id }) => id);
    const linesOfAnother = linesWithAnotherPrd(model);
    for (const { id, place } of model.mentions) {
      // Beside a link to the PRD of another feature an id is that feature's.
      if (declared.has(requirementKey(id)) || linesOfAnother.has(lineOf(place))) continue;
      const suggestion = closest(id, known);
      if (suggestion) yield { message: "misspelt", place, arguments: { id, suggestion } };
      else yield { message: "unknown", place, arguments: { id } };
    }
  },
});

const lineOf = ({ file, line }: Place) => `${line} ${file}`;

/** @returns the lines on which a link leads to the PRD of another feature */
function linesWithAnotherPrd({ links, documents, files }: Model): Set<string> {
  const name = files.prd.slice(files.prd.lastIndexOf("/") + 1);
  const leading = links.filter(
    ({ path }) => path !== undefined && path !== documents.prd?.file && path.slice(path.lastIndexOf("/") + 1) === name,
  );
  return new Set(leading.map(({ place }) => lineOf(place)));
}
