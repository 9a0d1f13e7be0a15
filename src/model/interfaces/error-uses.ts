import { nameKey } from "../../text/names.ts";
import type { ErrorUse, Interface, Value } from "../types.ts";

/** The labels under which an interface names its errors. */
export const ERROR_PARTS: readonly string[] = ["Error responses", "Errors raised", "Exit codes"];

const CODE = /(?<![\w.$-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g;
// A code of one word, or one that has lost its underscores.
const CAPITALS = /^[A-Z][A-Z0-9_]*$/;
/** Where the codes of a table are written so: "400 `invalid_day`". */
const SMALL = /(?<![\w.])[1-5]\d\d\s`([a-z][a-z0-9]*(?:_[a-z0-9]+){0,6})`/g;

/** @returns the error codes that the interfaces name: words in capitals, and whatever a table of codes has, here or in the contracts. */
export function readErrorUses(interfaces: readonly Interface[], codes: readonly string[]): ErrorUse[] {
  const codesIn = codeReader(codes);
  const uses = interfaces.flatMap(({ name, values, added }) =>
    ERROR_PARTS.flatMap((part) => {
      const [value, shared] = [values[part], added?.[part]];
      const ofAll = new Set(shared && codesIn(shared));
      return value ? codesIn(value).map((code) => ({ code, user: name, place: (shared && ofAll.has(code) ? shared : value).place })) : [];
    }),
  );
  // What is said once of all is used once.
  const seen = new Set<string>();
  return uses.filter(({ code, place: { file, line, column } }) => {
    const key = `${code} ${file}:${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
}

function codeReader(codes: readonly string[]): (value: Value) => string[] {
  const known = new Set(codes.filter((code) => code !== ""));
  const isSmall = codes.length > 1 && codes.every((code) => /^[a-z][a-z0-9_]*$/.test(code));
  const keys = new Set(codes.filter((code) => CAPITALS.test(code)).map(nameKey));
  return (value) => {
    const cells = value.table?.rows.flat() ?? [];
    const text = [value.text, ...value.items.map((item) => item.text), ...cells.map((cell) => cell.text)].join("\n");
    const words = text.split(/[^\w.-]+/).filter((word) => known.has(word) || (CAPITALS.test(word) && keys.has(nameKey(word))));
    const small = isSmall ? Array.from(value.source.matchAll(SMALL), ([, code = ""]) => code) : [];
    return [...new Set([...(text.match(CODE) ?? []), ...words, ...small])];
  };
}
