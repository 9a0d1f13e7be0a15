import type { Inline } from "../../markdown/index.ts";
import type { DataStructure } from "../types/data.ts";
import type { Interface } from "../types/interfaces.ts";
import type { TypeReference } from "../types/references.ts";
import type { Value } from "../types/stated.ts";

/** Types that no document needs to define, and wrappers around others; compared in lower case. */
const BUILT_IN = new Set(
  "string text varchar char uuid ulid guid integer int int32 int64 long short byte bytes bigint smallint number float double decimal numeric boolean bool date time datetime timestamp timestamptz instant duration interval year email uri url path json jsonb object any unknown void null none binary blob base64 stream enum array list map set dictionary record optional option promise result iterable iterator asynciterable tuple union literal iso utc rfc".split(
    " ",
  ),
);

// One capital and at least one small letter: PascalCase, and neither an acronym such as ISO nor a header such as Retry-After.
const PASCAL = /(?<![\w-])(?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]+(?![\w-])/g;

/** The labels of an interface's parts that name data structures. */
const TYPED_PARTS = ["Parameters", "Request body", "Response", "Payload", "Signature", "Returns", "Arguments and options", "Output format"];

/** @returns the types that fields, parameters, payloads and responses name and that are not built in. */
export function readTypeReferences(structures: readonly DataStructure[], interfaces: readonly Interface[]): TypeReference[] {
  return [
    ...structures.flatMap(({ name, fields }) =>
      fields.flatMap((field) =>
        namesIn(withoutValues(field.type)).map((type) => ({ name: type, user: `${name}.${field.name}`, place: field.typePlace })),
      ),
    ),
    ...interfaces.flatMap(({ name, values }) =>
      TYPED_PARTS.flatMap((part) => (values[part] ? inValue(values[part], name, part === "Output format") : [])),
    ),
  ];
}

function inValue(value: Value, user: string, isPrinted: boolean): TypeReference[] {
  const cells: Inline[] = value.table?.rows.flat() ?? [];
  const codes = [...value.codes, ...cells.flatMap((cell) => cell.codes)];
  const names = new Set(
    codes
      .filter(isType)
      .flatMap((code) => namesIn(withoutValues(code)))
      .filter((name) => !isPrinted || COMPOUND.test(name)),
  );
  return [...names].map((name) => ({ name, user, place: value.place }));
}

/** What stands between the names of types that one stretch of code holds. */
const BETWEEN = /\b(?:arrays?|lists?|sets?|maps?|pages?|of|or|and|null|nil|nullable|optional)\b/gi;

/** "No history found" in code is a text that is shown; `list of Refund` is a type. */
function isType(code: string): boolean {
  if (!/\s/.test(code.trim())) return true;
  const words = code.replace(BETWEEN, " ").match(/\w+/g) ?? [];
  return /^[\w<>,[\] |?]+$/.test(code) && words.every((word) => /^[A-Z]/.test(word) || BUILT_IN.has(word.toLowerCase()));
}

/** What a command prints has words in code that begin with a capital; two of them in one are a type's name. */
const COMPOUND = /^[A-Z]+[a-z\d]+[A-Z]/;

/** Values of enumerations, quoted texts, and remarks in brackets are no types. */
function withoutValues(type: string): string {
  return type
    .replace(/["'][^"']*["']/g, "")
    .replace(/\([^)]{0,300}\)/g, "")
    .replace(/\b(?:enum|one of)\b.*$/is, "");
}

function namesIn(type: string): string[] {
  return (type.match(PASCAL) ?? []).filter((name) => !BUILT_IN.has(name.toLowerCase()));
}
