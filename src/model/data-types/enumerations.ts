/** A value as it travels: no sentence. */
const VALUE = /^[\p{L}\p{N}_][\p{L}\p{N}_.:+/-]{0,59}$/u;

const LISTED = /^(?:string\b)?[\s,:(]{0,3}(?:enum(?:eration)?|one of)\b\s?(?:of\b|values\b)?\s?[:(<[{]?\s?(\S.{0,2000})?$/is;

/** @returns the values of a type that is spelled as an enumeration, `enum: open, closed` or `"open" | "closed"`; undefined for any other. */
export function enumValues(text: string): string[] | undefined {
  const listed = LISTED.exec(text);
  if (listed) return valuesIn(listed[1] ?? "", false);
  const union =
    /^["'][^"'|]{1,60}["'](?:\s?\|\s?["'][^"'|]{1,60}["']){1,40}$/.test(text) || /^[\w-]{1,60}(?:\s?\|\s?["'\w-]{1,60}){1,40}$/.test(text);
  return union && /["']/.test(text) ? valuesIn(text, false) : undefined;
}

/** What begins a list of values among a field's rules. */
const RULED = /(?:^|[;.]\s?)(?:check|one of|either|enum|values?|allowed(?: values)?|in)\b\s?[:(]?\s?([^;.]{3,1000})/i;

/** @returns the values that a field's rules allow, "one of open, closed"; none where they list no values. */
export function ruledValues(rules: string): string[] {
  const listed = RULED.exec(rules)?.[1];
  return listed === undefined ? [] : (valuesIn(listed, true) ?? []);
}

/** @param strict all have to look like values, and there are two of them at least */
function valuesIn(listed: string, strict: boolean): string[] | undefined {
  const values = listed
    .replace(/\([^()]{0,200}\)/g, " ")
    .split(/[;]|\. |, ?default\b/, 1)[0]
    ?.split(/[,|]|\s\/\s|\bor\b|\band\b(?=\s?["'`]?[\w-]{1,60}["'`]?\s?$)/)
    .map((value) =>
      value
        .replace(/["'`“”‘’]/g, "")
        .replace(/[)>\]}.]{1,9}$/, "")
        .trim()
        .replace(/\s+/g, " "),
    )
    .filter((value) => value !== "");
  if (!values) return undefined;
  const [only = ""] = values;
  // `a/b/c` lists values, and `enum RefundReason` names a type that lists them.
  if (values.length === 1 && /^[\w-]{1,60}(?:\/[\w-]{1,60}){2,40}$/.test(only)) return only.split("/");
  if (values.length === 1 && /^[A-Z][a-z0-9]{1,60}(?:[A-Z][a-z0-9]{1,60}){1,9}$/.test(only)) return strict ? undefined : [];
  if (strict && (values.length < 2 || !values.every((value) => VALUE.test(value)))) return undefined;
  return values;
}
