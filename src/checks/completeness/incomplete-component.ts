import { followsTemplate, isUnsettled, saysNothing, wordIn } from "../../model/query.ts";
import type { Component } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

const LABELS = {
  Purpose: "what it is there for",
  Responsibilities: "the key functions that it performs",
  Dependencies: "what it needs",
  Interfaces: "what it exposes and what it consumes",
} as const;
const LABEL_COUNT = Object.keys(LABELS).length;
/** Below another heading than the template's, what has one label only may be anything. */
const MOST_UNKNOWN = LABEL_COUNT - 2;

export default defineCheck({
  id: "incomplete-component",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected **{label}** for the component "{name}".',
      advice: 'Say {what}; where there is nothing, write "none" and why.',
    },
    several: {
      text: 'Expected **{label}** for the component "{name}".',
      advice: 'Say {what}; where there is nothing, write "none" and why. A heading that is no component stands elsewhere.',
    },
    "other-form": {
      text: 'Unexpected form of "{name}"{more}: fewer than two of the labels of a component stand in it, so that it was not judged as one.',
      advice: "Where it is a component, give it {labels}; where it is none, put it below another heading.",
      severity: "warning",
    },
  },
  *run(model) {
    const document = model.documents.architecture;
    const word = (label: string) => (document ? wordIn(document, "components", label) : label);
    const foreign = document !== undefined && !followsTemplate(document);
    const unknown: Component[] = [];
    for (const component of model.architecture.components) {
      const { name, form, place } = component;
      const missing = missingIn(component, foreign);
      const [first] = missing;
      if (!first || (document && missing.length === LABEL_COUNT && form === "section" && isUnsettled(document))) continue;
      if (foreign && missing.length > MOST_UNKNOWN) {
        unknown.push(component);
        continue;
      }
      const label = missing.map(([name]) => word(name)).join("**, **");
      const what = missing.map(([, words]) => words).join(", ");
      yield { message: missing.length === 1 ? "missing" : "several", place, arguments: { label, name, what } };
    }
    const [first, ...rest] = unknown;
    if (!first) return;
    const more = rest.length > 0 ? ` and ${rest.length} more` : "";
    const labels = `**${Object.keys(LABELS).map(word).join("**, **")}**`;
    yield { message: "other-form", place: first.place, arguments: { name: first.name, more, labels } };
  },
});

/** What a component does not say; in a form of its own, its responsibilities say what it is there for. */
function missingIn({ values }: Component, foreign: boolean) {
  const missing = Object.entries(LABELS).filter(([label]) => saysNothing(values[label]?.text) && !values[label]?.table);
  const stands = foreign && !missing.some(([label]) => label === "Responsibilities");
  return stands ? missing.filter(([label]) => label !== "Purpose") : missing;
}
