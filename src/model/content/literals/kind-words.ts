import type { LiteralKind } from "../types.ts";

/** What kinds of literals are called. */
export const LITERAL_WORDS: Readonly<Record<LiteralKind, string>> = {
  pattern: "pattern",
  series: "metric",
  media: "media type",
  flag: "option",
  path: "path",
  event: "event or key",
  code: "code",
  field: "name",
  header: "header",
  variable: "variable",
  file: "file name",
  folder: "folder",
  value: "value",
  message: "message",
};
