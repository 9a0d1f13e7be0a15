import { once } from "../../../text/once.ts";
import type { DataField, Model, Place, Requirement } from "../../types.ts";
import { subjectStem, subjectsOf } from "../stems.ts";
import { valuesOf } from "./field-values.ts";

/** A field has a value that no input knows in the place of one that a statement lists with the others. */
export interface DisplacedValue {
  field: string;
  place: Place;
  /** The value of the field. */
  found: string;
  /** What the statement has in its place. */
  expected: string;
  statement: Requirement;
}

/** Words that nothing but commas, slashes and "or" part: "`upheld` or `dismissed`", "PDF or JPEG". */
const LIST = /(?<![\w/-])`?[A-Za-z][\w/-]{1,30}`?(?:(?:,\s|,?\s(?:or|and)\s|\s?[/|]\s?)`?[A-Za-z][\w/-]{1,30}`?(?![\w/-])){1,12}/g;

/** A word that more statements have tells of the feature, and of no field. */
const SOME = 3;

/** @returns the fields whose list of values departs in one of them from what a statement of the PRD lists */
export function displacedValues(model: Model): DisplacedValue[] {
  const words = once(() => wordsOf(model));
  const lists = once(() => model.statements.filter(({ excluded }) => excluded === undefined).flatMap(listsIn));
  const said = once(() => model.statements.map(({ whole }) => subjectsOf(whole)));
  const isRare = (word: string) => said().filter((words) => words.has(word)).length <= SOME;
  return model.backend.structures.flatMap(({ name, fields }) =>
    fields.flatMap((field) => {
      const values = valuesOf(field).map(plain);
      if (values.length < 2) return [];
      const [strange, ...more] = values.filter((value) => !words().has(value));
      if (strange === undefined || more.length > 0) return [];
      const found = lists().find((list) => isOfField(list, values, strange, name, field, isRare));
      const expected = found?.values.find((value) => !values.includes(value));
      return found && expected !== undefined
        ? [{ field: `${name}.${field.name}`, place: field.place, found: strange, expected, statement: found.statement }]
        : [];
    }),
  );
}

/** `image/png` is a PNG. */
function plain(value: string): string {
  return value.replace(/`/g, "").toLowerCase().split("/").at(-1) ?? "";
}

/** All words of the inputs. */
function wordsOf({ documents: { prd, research, contracts, "data-design": data } }: Model): Set<string> {
  const texts = [prd, research, contracts, data].map((document) => document?.markdown.text.toLowerCase() ?? "");
  return new Set(texts.flatMap((text) => text.match(/[a-z][\w-]{1,40}/g) ?? []));
}

interface ListOfValues {
  values: string[];
  marked: boolean;
  /** The sentence. */
  text: string;
  statement: Requirement;
}

function listsIn(statement: Requirement): ListOfValues[] {
  return statement.whole
    .split(/(?<=[.;!?])\s/)
    .flatMap((sentence) =>
      Array.from(sentence.matchAll(LIST), ([list]) => ({ values: itemsOf(list), marked: list.includes("`"), text: sentence, statement })),
    );
}

/** What goes on behind the list is none of it: "PDF or JPEG, no larger than 6 MB". */
function itemsOf(list: string): string[] {
  const items = list.split(/,\s?(?:(?:or|and)\s)?|\s(?:or|and)\s|\s?[/|]\s?/).map(plain);
  const end = items.findIndex((item) => subjectStem(item) === "" && !NOTHING.has(item));
  return end === -1 ? items : items.slice(0, end);
}

/** Words that may be values. */
const NOTHING = new Set(["none", "all", "any", "never", "always", "once", "both"]);

/** Of two values one alone may stand in any list: there the statement speaks of the field as well. */
function isOfField(
  list: ListOfValues,
  values: readonly string[],
  strange: string,
  structure: string,
  field: DataField,
  isRare: (word: string) => boolean,
): boolean {
  if (list.values.length !== values.length || new Set(list.values).size !== list.values.length) return false;
  if (!values.every((value) => value === strange || list.values.includes(value))) return false;
  if (values.length > 2) return true;
  const said = subjectsOf(list.text);
  // A description says much; where the values are not marked as such, the names have to do.
  const own = subjectsOf(`${structure} ${field.name.replace(/_/g, " ")} ${list.marked ? field.description : ""}`);
  return [...own].some((word) => said.has(word) && isRare(word) && !values.some((value) => subjectStem(value) === word));
}
