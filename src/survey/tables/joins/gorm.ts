import type { TableFact } from "../../types.ts";
import { gormName } from "../mappers/gorm-names.ts";
import { type Joining, keysTable, manyOf } from "./joining.ts";

/** `gorm:"many2many:article_tags"`. */
export function gormJoin(joining: Joining): TableFact | undefined {
  const { stored, one, field } = joining;
  const tag = /gorm:"([^"]{0,400})"/.exec(field.tag ?? "")?.[1] ?? "";
  const name = /(?:^|;)\s{0,3}many2many:([^;]{1,99})/i.exec(tag)?.[1]?.trim();
  const target = manyOf(field.type)?.replace(/^\*/, "");
  if (!name || !target || !stored.has(target)) return undefined;
  const given = (key: string) => new RegExp(`(?:^|;)\\s{0,3}${key}:([^;]{1,99})`, "i").exec(tag)?.[1];
  const [mine, theirs] = [given("joinForeignKey"), given("joinReferences")];
  const isSelf = target === one.made.name;
  return keysTable(joining, name, [
    mine ? gormName(mine) : `${gormName(one.made.name)}_id`,
    theirs ? gormName(theirs) : `${isSelf ? gormName(field.name).replace(/s$/, "") : gormName(target)}_id`,
  ]);
}
