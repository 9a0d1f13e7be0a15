import type { DataType, Limits, Range } from "../data-types/types.ts";

const WHAT: Readonly<Record<keyof Limits, string>> = { value: "value", length: "length", items: "number of items" };

/** A limit that differs, in words: what is limited, and how on either side. */
export interface LimitDifference {
  what: string;
  expected: string;
  found: string;
}

/** @returns the first limit that both sides state and that differs; undefined where one side is silent on each bound. */
export function differingLimit(agreed: DataType, own: DataType): LimitDifference | undefined {
  for (const dimension of ["value", "length", "items"] as const) {
    const [a, b] = [agreed.limits[dimension], own.limits[dimension]];
    if (a && b && !agrees(a, b)) return { what: WHAT[dimension], expected: rangeInWords(a), found: rangeInWords(b) };
  }
  return undefined;
}

function agrees(a: Range, b: Range): boolean {
  return agreesAt(a, b, "min", "minOpen") && agreesAt(a, b, "max", "maxOpen");
}

function agreesAt(a: Range, b: Range, side: "min" | "max", open: "minOpen" | "maxOpen"): boolean {
  const [x, y] = [a[side], b[side]];
  if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return true;
  return x === y && (a[open] ?? false) === (b[open] ?? false);
}

/** @returns a range as people say it: "1 to 100", "at most 500". */
export function rangeInWords({ min, max, minOpen, maxOpen }: Range): string {
  if (min !== undefined && min === max) return `exactly ${min}`;
  if (min !== undefined && max !== undefined && !minOpen && !maxOpen) return `${min} to ${max}`;
  const least = min === undefined ? [] : [`${minOpen ? "more than" : "at least"} ${min}`];
  const most = max === undefined ? [] : [`${maxOpen ? "less than" : "at most"} ${max}`];
  return [...least, ...most].join(" and ");
}
