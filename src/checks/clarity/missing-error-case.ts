import { INTERFACE_FACTS } from "../../model/interfaces/interfaces.ts";
import { allAlignments, saysNothing, wordIn } from "../../model/query.ts";
import type { AlignedDocument, Interface, Model } from "../../model/types.ts";
import { closest, occurs } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

/** The part in which an interface of each kind states what may go wrong. */
const PARTS = { api: "Error responses", library: "Errors raised", cli: "Exit codes", service: undefined } as const;

export default defineCheck({
  id: "missing-error-case",
  category: "clarity",
  severity: "error",
  messages: {
    "no-errors": {
      text: 'Expected **{label}** for "{name}": what may go wrong, and how it shows.',
      advice: 'Name each error with its condition; where nothing can go wrong, say "none" and why.',
    },
    untabled: {
      text: 'Unexpected error code {code} of "{user}": the table of error codes does not have it.',
      advice: "Add a row with status and meaning to Error Codes.",
    },
    misspelt: {
      text: 'Unexpected error code {code} of "{user}": the table of error codes does not have it.',
      advice: "Did you mean {suggestion}?",
    },
    unused: {
      text: "Unexpected error code {code} in the table: no interface answers with it.",
      advice: "Name it at the interface that answers with it, with the condition, or remove the row.",
    },
  },
  *run(model) {
    const design = model.documents["backend-design"];
    // Where no interface is there at all, that is the one thing to say.
    if (!design || model.backend.interfaces.length === 0) return;
    let silent = 0;
    for (const { name, kind, values, place } of model.backend.interfaces) {
      const label = PARTS[kind];
      if (label === undefined || !isAsked(design, label) || !isEmpty(values[label])) continue;
      silent++;
      // Of an interface that says nothing at all another check tells.
      if (Object.keys(values).length === 0) continue;
      yield {
        message: "no-errors",
        place: values[label]?.place ?? place,
        arguments: { label: wordIn(design, INTERFACE_FACTS[kind], label), name },
      };
    }
    const errors = model.backend.errors.filter(({ code }) => !saysNothing(code));
    if (errors.length === 0) return;
    const tabled = errors.map(({ code }) => code);
    for (const { code, user, place } of model.errorUses) {
      if (tabled.includes(code)) continue;
      const suggestion = closest(code, tabled);
      if (suggestion) yield { message: "misspelt", place, arguments: { code, user, suggestion } };
      else yield { message: "untabled", place, arguments: { code, user } };
    }
    // Until every interface says what may go wrong, nobody knows which code is answered with.
    if (silent > 0) return;
    const elsewhere = textBeside(design, model);
    for (const { code, place } of errors) if (!isNamed(code, elsewhere)) yield { message: "unused", place, arguments: { code } };
  },
});

/** A team's own template may ask for no errors. */
function isAsked(design: AlignedDocument, label: string): boolean {
  return allAlignments(design).some(({ template }) => template.parts.some((part) => part.form === "field" && part.label === label));
}

function isEmpty(value: Interface["values"][string] | undefined): boolean {
  if (!value) return true;
  if (value.table || value.items.length > 0) return false;
  return saysNothing(value.text) || /^(?:none|n\/a|no errors?)\.?$/i.test(value.text.trim());
}

/** As a word of its own: `key` is not named by `keyed`. */
function isNamed(code: string, text: string): boolean {
  const isApart = (start: number, end: number) => !/[\w-]/.test(text.charAt(start - 1)) && !/[\w-]/.test(text.charAt(end));
  return code === "" || occurs(text, code, isApart);
}

/** The design without its table of codes, and the contracts are no place where a code is used. */
function textBeside(design: AlignedDocument, { backend }: Model): string {
  const rows = new Set(backend.errors.map(({ place }) => place.line));
  return design.markdown.text
    .split("\n")
    .filter((_, index) => !rows.has(index + 1))
    .join("\n");
}
