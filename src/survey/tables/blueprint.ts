import type { Source } from "../project.ts";
import { type Call, type Expr, endOf, texts } from "../syntax/tree.ts";
import type { Column } from "../types.ts";

export const typeOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : endOf(e) || undefined);

/** @returns the columns that a reference makes. */
export function references(name: string, e: Call): string[] {
  return e.named.polymorphic && endOf(e.named.polymorphic) !== "false" ? [`${name}_id`, `${name}_type`] : [`${name}_id`];
}

interface Change {
  added: Column[];
  dropped: string[];
  renamed: [string, string][];
}

const NONE =
  /^(?:index|unique|primary|foreign|dropIndex|dropUnique|dropPrimary|dropForeign|comment|engine|charset|collation|references|on|onDelete|onUpdate|inTable|nullable|notNullable|default|defaultTo|unsigned|constrained|cascadeOnDelete|nullOnDelete|after|first|change|alter|useCurrent|useCurrentOnUpdate|check|exclusion_constraint|check_constraint|unique_constraint|fullText|spatialIndex|rawIndex|with_options|primary_key_columns|withKeyName|deferrable|storedAs|virtualAs|autoIncrement|temporary|set_?null|raw|ref|now|fn|uuid_generate|unique_index|foreign_key|remove_index|setNullable|checkIn|checkPositive)$/;

/** What a line in the block of a table says: `t.string "name"`, `$table->id()`, `t.dropColumn("x")`. */
export function blueprint(e: Call, source: Source): Change {
  const change: Change = { added: [], dropped: [], renamed: [] };
  // The column is at the front of a chain.
  let call = e;
  while (call.fn.t === "member" && call.fn.of.t === "call") call = call.fn.of;
  if (call.fn.t !== "member" || call.fn.of.t !== "name") return change;
  const kind = call.fn.name;
  const names = call.args.flatMap(texts);
  const [name] = names;
  const at = { file: source.path, line: call.line };
  const isRuby = source.language === "ruby";
  const add = (column: string, type: string) =>
    change.added.push({ name: column, type, nullable: isRuby ? endOf(call.named.null) !== "false" : undefined, ...at });
  if (/^(?:timestamps|timestampsTz|nullableTimestamps)$/.test(kind)) for (const one of ["created_at", "updated_at"]) add(one, "timestamp");
  else if (/^(?:softDeletes|softDeletesTz)$/.test(kind)) add(name ?? "deleted_at", "timestamp");
  else if (kind === "rememberToken") add("remember_token", "string");
  else if (/^(?:dropColumns?|remove|removeColumn)$/.test(kind)) change.dropped.push(...names);
  else if (kind === "dropTimestamps") change.dropped.push("created_at", "updated_at");
  else if (kind === "dropSoftDeletes") change.dropped.push("deleted_at");
  else if (/^(?:renameColumn|rename)$/.test(kind)) change.renamed.push([names[0] ?? "", names[1] ?? ""]);
  else if (/^(?:id|increments|bigIncrements|mediumIncrements|smallIncrements)$/.test(kind)) add(name ?? "id", "bigint");
  else if (/^(?:morphs|nullableMorphs|uuidMorphs|ulidMorphs|nullableUuidMorphs)$/.test(kind) && name)
    for (const one of [`${name}_type`, `${name}_id`]) add(one, "morph");
  else if (/^(?:references|belongs_to)$/.test(kind) && isRuby)
    for (const one of names.flatMap((of) => references(of, call))) add(one, "bigint");
  else if (kind === "specificType" || kind === "column" || kind === "addColumn") {
    const column = kind === "addColumn" ? names[1] : name;
    if (column) add(column, names[kind === "addColumn" ? 0 : 1] ?? "");
  } else if (name !== undefined && !NONE.test(kind) && /^[a-z]\w{1,40}$/i.test(kind)) {
    if (isRuby) for (const one of names) add(one, kind);
    else add(name, kind);
  }
  return change;
}
