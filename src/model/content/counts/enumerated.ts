import { singular } from "../../../text/names.ts";
import type { DataField, Model } from "../../types.ts";
import { subjectStem } from "../stems.ts";
import type { Content, Quantity } from "../types.ts";
import { valuesOf } from "../values/field-values.ts";
import type { StatedCount } from "./types.ts";

/** What makes it some of them: "two final states". */
const WHOLE = /\b(?:the|all|all the|these|its|has|have|between|and|of|with|are|one of)\s$/i;
const OVERVIEW = /^under:(?:architectureoverview|interfaceoverview|overview|summary)$/;

/** @returns the sentences "the five channels" where every field `channel` lists another number of values */
export function wrongEnumerated(model: Model, { quantities }: Content): StatedCount[] {
  const sizes = sizesOf([...model.backend.structures.flatMap(({ fields }) => fields), ...model.entities.flatMap(({ columns }) => columns)]);
  if (sizes.size === 0) return [];
  return quantities.flatMap((said) => {
    const known = isOfAll(said) ? sizes.get(nounOf(said)) : undefined;
    return !known || known.includes(said.value) ? [] : [{ said, noun: `values of ${nounOf(said)}`, known, by: "values" as const }];
  });
}

function sizesOf(fields: readonly DataField[]): Map<string, number[]> {
  const sizes = new Map<string, number[]>();
  for (const field of fields) {
    const { length } = valuesOf(field);
    const key = subjectStem(
      field.name
        .split(/[._]|(?<=[a-z])(?=[A-Z])/)
        .at(-1)
        ?.toLowerCase() ?? "",
    );
    if (length > 1 && key !== "") sizes.set(key, [...new Set([...(sizes.get(key) ?? []), length])]);
  }
  return sizes;
}

/** The noun stands next to its number, or behind one word that says whose it is: "the seven PRD states". */
function nounOf({ nouns, passage: { text }, at }: Quantity): string {
  const [first = "", second = ""] = nouns;
  return /^\S{1,12}\s(?:PRD|run|job|order)\s/i.test(text.slice(at)) ? second : singular(first);
}

function isOfAll({ dimension, bound, value, at, passage }: Quantity): boolean {
  if (dimension !== "count" || bound !== "exact" || value < 2 || value > 30 || passage.aside) return false;
  if (!["architecture", "backend-design"].includes(passage.document)) return false;
  const before = passage.text.slice(Math.max(0, at - 16), at);
  return /\b(?:the|all|these|those)\s$/i.test(before) || (WHOLE.test(before) && passage.keys.some((key) => OVERVIEW.test(key)));
}
