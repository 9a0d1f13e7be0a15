import { type Call, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import type { At } from "./drizzle.ts";

/** Diesel's `table!`, whose text is no code of Rust. */
export function diesel(e: Call, at: At): TableFact[] {
  const text = texts(e.args[0])[0] ?? "";
  const head = /(?:^|[\s{(])(?:\w{1,60}\.)?(\w{1,99})\s{0,9}(?:\([^)]{0,200}\))?\s{0,9}\{/.exec(text);
  if (!head) return [];
  const columns = [...text.slice(head.index + head[0].length).matchAll(/^\s{0,40}(\w{1,99})\s{0,9}->\s{0,9}([^,\n]{1,200}),/gm)].map(
    ([, name, type]): Column => ({ name: name as string, type, nullable: type?.startsWith("Nullable"), ...at }),
  );
  return columns.length > 0 ? [{ name: head[1] as string, columns, source: "diesel", ...at }] : [];
}
