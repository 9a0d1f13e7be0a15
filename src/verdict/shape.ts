/** Tells whether a value of JSON is of a type: every field of its type, and none that the type does not have. */
export type Shape<Value> = (value: unknown) => value is Value;

type Fields<Value> = { [Name in keyof Value]-?: (value: unknown) => value is Value[Name] };

export const text: Shape<string> = (value) => typeof value === "string";
export const count: Shape<number> = (value) => typeof value === "number";
export const truth: Shape<boolean> = (value) => typeof value === "boolean";

export function oneOf<Word extends string>(words: readonly Word[]): Shape<Word> {
  return (value): value is Word => (words as readonly unknown[]).includes(value);
}

export function listOf<Value>(shape: Shape<Value>): Shape<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && value.every(shape);
}

/** A field that need not be there. */
export function perhaps<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || shape(value);
}

/** An object whose names are data. */
export function byName<Value>(shape: Shape<Value>): Shape<Record<string, Value>> {
  return (value): value is Record<string, Value> => isObject(value) && Object.values(value).every(shape);
}

export function record<Value extends object>(fields: Fields<Value>): Shape<Value> {
  const names = Object.keys(fields);
  const shapes = Object.values<Shape<unknown>>(fields);
  // Thousands of verdicts are looked at before anything is told: without a list or a pair of its own for each field.
  return (value): value is Value => {
    if (!isObject(value)) return false;
    let strange = 0;
    for (const _ in value) strange++;
    for (let at = 0; at < names.length; at++) {
      const field = value[names[at] ?? ""];
      if (!shapes[at]?.(field)) return false;
      if (field !== undefined) strange--;
    }
    return strange === 0;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
