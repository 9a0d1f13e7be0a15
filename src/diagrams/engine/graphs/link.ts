import { plainLabel } from "../../text.ts";
import type { Arrow } from "../../types.ts";

/** @returns an arrow of a diagram whose arrows are all of one kind. */
export function link(from: string, to: string, label: string | undefined, line: number): Arrow {
  return { from, to, text: plainLabel(label ?? ""), kind: "link", branches: [], line };
}
