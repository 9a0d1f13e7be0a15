import type { Interface } from "../../model/types.ts";

/** @returns all that a design says of an interface, its name first */
export function textOf({ name, values }: Interface): string {
  return [name, ...Object.values(values).map(({ text }) => text)].join(" ");
}
