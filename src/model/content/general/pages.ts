import { fileName, shorten } from "../../../text/shorten.ts";
import { differingLimit } from "../../agreement/limits.ts";
import { type Parameter, parametersOf } from "../../interfaces/parameters.ts";
import type { Model } from "../../types.ts";
import type { GeneralConflict } from "./types.ts";

/** @returns the parameters of pages that the section on pagination gives another range or default than every interface that has them */
export function pageConflicts({ backend }: Model): GeneralConflict[] {
  const { Parameters: part } = backend.pagination;
  if (!part) return [];
  // In a sentence commas part them: "`cursor` without a default, `limit` 1 to 100".
  const listed = { ...part, source: part.source.replace(/,\s(?=`)/g, "; ") };
  const general = parametersOf({ kind: "api", name: "", form: "section", place: part.place, values: { Parameters: listed } });
  const own = backend.interfaces.flatMap((each) => parametersOf(each));
  return general.flatMap((parameter) => {
    const named = own.filter(({ name }) => name === parameter.name);
    const conflicts = named.map((other) => conflictOf(parameter, other)).filter((conflict) => conflict !== undefined);
    const [first] = conflicts;
    return first && conflicts.length === named.length ? [first] : [];
  });
}

function conflictOf(general: Parameter, own: Parameter): GeneralConflict | undefined {
  const limit = differingLimit(own.dataType, general.dataType);
  const isOtherStandard = own.standard !== undefined && general.standard !== undefined && own.standard !== general.standard;
  if (!limit && !isOtherStandard) return undefined;
  return {
    found: limit?.found ?? `default ${general.standard}`,
    expected: limit?.expected ?? `default ${own.standard}`,
    place: general.place,
    related: own.place,
    here: worded(general),
    there: worded(own),
  };
}

function worded({ name, text, place }: Parameter): string {
  return `${fileName(place.file)}: ${shorten(`${name} ${text.replace(/`/g, "")}`, 90)}`;
}
