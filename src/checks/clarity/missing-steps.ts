import type { InterfaceKind } from "../../config/config.ts";
import { INTERFACE_FACTS } from "../../model/interfaces/interfaces.ts";
import { allAlignments, saysNothing, wordIn } from "../../model/query.ts";
import type { Value } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

/** The part in which an interface of each kind says what it does. */
const PARTS: Partial<Record<InterfaceKind, string>> = { api: "Processing steps", library: "Behavior", service: "Trigger" };

export default defineCheck({
  id: "missing-steps",
  category: "clarity",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected **{label}** for "{name}".',
      advice: "Say what happens, in the order in which it happens: what is checked, read, decided, stored and sent.",
    },
    empty: {
      text: 'Unexpected **{label}** of "{name}": "{found}" tells nothing about the logic.',
      advice: "Say what happens, in the order in which it happens: what is checked, read, decided, stored and sent.",
    },
  },
  *run(model) {
    const design = model.documents["backend-design"];
    if (!design) return;
    const asked = new Set(
      allAlignments(design).flatMap(({ template }) => template.parts.flatMap((part) => (part.form === "field" ? [part.label] : []))),
    );
    for (const { name, kind, values, place } of model.backend.interfaces) {
      const part = PARTS[kind];
      if (part === undefined || !asked.has(part) || Object.keys(values).length === 0) continue;
      const value = values[part];
      const label = wordIn(design, INTERFACE_FACTS[kind], part);
      if (!value || (saysNothing(value.text) && value.items.length === 0))
        yield { message: "missing", place: value?.place ?? place, arguments: { label, name } };
      else if (isHollow(value)) yield { message: "empty", place: value.place, arguments: { label, name, found: value.text.slice(0, 60) } };
    }
  },
});

/** Words that stand for steps without being any. */
function isHollow({ text, items, table }: Value): boolean {
  if (items.length > 1 || table) return false;
  return /^(?:none|n\/a|(?:see|as) (?:above|below|before|usual)|standard(?: (?:crud|processing|flow|logic|behaviou?r))?|crud|self[- ]explanatory|trivial|obvious|same as above)\.?$/i.test(
    text.trim(),
  );
}
