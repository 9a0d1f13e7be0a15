import type { Model } from "../../model/types.ts";
import { remarksBelow } from "./said.ts";
import type { StatedTechnology } from "./types.ts";

/** Headings below which each item is a layer and what it is built with. */
const OF_STACK =
  /\b(?:tech(?:nology|nical|nologies)?(?:[ -]stack)?|stack|platforms?|tooling)\b|技術スタック|技术栈|기술 스택|технологии|стек|technologie[ns]?|tecnolog[ií]as?/i;
/** "Backend: FastAPI (Python 3.12)", and the same as a row of two cells. */
const LAYERED = /^\W{0,4}([\p{L}][\p{L}\p{N} /&_+-]{1,30}?)\W{0,3}[:：;|]\s{0,3}(\S.{1,160})$/su;
/** What is no layer of a stack, whatever stands below such a heading. */
const NO_LAYER =
  /^(?:note|notes|example|version|status|date|owner|must|should|why|reason|layer|component|category|technology|requirement|goal|constraint)s?$/i;

/** @returns the layers of the stack as the PRD lists them below a heading of technologies */
export function stackIn(model: Model): StatedTechnology[] {
  const remarks = remarksBelow(model, OF_STACK).filter(
    ({ label }) => OF_STACK.test(label) && !/requirement|risk|constraint|debt/i.test(label),
  );
  return remarks.flatMap(({ text, source }) => {
    const [, layer = "", told = ""] = LAYERED.exec(text.replace(/[`*]/g, "")) ?? [];
    const name = told.split(/;\s/, 1)[0]?.replace(/(?<![\s.])[\s.]{1,4}$/, "") ?? "";
    if (layer === "" || NO_LAYER.test(layer) || name.split(/\s+/).length > 12) return [];
    return [{ layer, name, sources: [source] }];
  });
}
