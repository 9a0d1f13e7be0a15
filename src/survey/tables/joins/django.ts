import { endOf, texts } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { type Joining, keysTable } from "./joining.ts";

/** `ManyToManyField` of Django, where no model stands between. */
export function djangoJoin(joining: Joining): TableFact | undefined {
  const { stored, one, field, table } = joining;
  const call = field.value?.t === "call" && endOf(field.value.fn) === "ManyToManyField" ? field.value : undefined;
  if (!call || call.named.through) return undefined;
  const target = (texts(call.args[0] ?? call.named.to)[0] ?? endOf(call.args[0] ?? call.named.to)).split(".").at(-1) ?? "";
  const isSelf = target === "self" || target === one.made.name;
  const other = isUser(target) ? "user" : target.toLowerCase();
  if (!isSelf && !isUser(target) && !stored.has(target)) return undefined;
  const own = one.made.name.toLowerCase();
  return keysTable(joining, texts(call.named.db_table)[0] ?? `${table.name}_${field.name}`, [
    "id",
    isSelf ? `from_${own}_id` : `${own}_id`,
    isSelf ? `to_${own}_id` : `${other}_id`,
  ]);
}

const isUser = (target: string): boolean => /^(?:AUTH_USER_MODEL|User|get_user_model)$/.test(target);
