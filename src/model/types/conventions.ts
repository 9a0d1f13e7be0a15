import type { Place } from "../../findings/finding.ts";

/** The ways of writing a name that conventions ask for. */
export const CASES = ["PascalCase", "camelCase", "snake_case", "kebab-case", "UPPER_SNAKE_CASE", "dot.case"] as const;
export type Case = (typeof CASES)[number];

/** The kinds of name that a convention may govern. */
export const NAME_KINDS = [
  "structure",
  "field",
  "field in code",
  "path",
  "parameter",
  "event",
  "error code",
  "enumeration value",
  "command",
  "option",
  "function",
  "table",
  "column",
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One stated convention: how names of a kind are written. */
export interface Convention {
  kind: NameKind;
  case: Case;
  /** Where the research report states it. */
  place: Place;
}
