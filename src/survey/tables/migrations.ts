import { folderOf } from "../modules/paths.ts";
import type { Plain, Project, Source } from "../project.ts";
import { type Call, type Expr, endOf, entry, type Fn, keyOf, texts, walk } from "../syntax/tree.ts";
import type { Column, TableFact } from "../types.ts";
import { inOrder, Schema } from "./schema.ts";
import { applySql } from "./sql.ts";

const DOWN = /(?:^|[._/-])(?:down|undo|rollback|revert)\.sql$|\/(?:down|rollback|undo)\/|(?:^|\/)U\d[^/]{0,99}\.sql$/i;
const SECTION =
  /^[ \t]{0,9}--[ \t]{0,9}(?:\+goose[ \t]{1,9}Down|\+migrate[ \t]{1,9}Down|migrate:down|@?down\b|rollback\b|!Downs|-{0,4}[ \t]{0,9}create above \/ drop below|\/\/@UNDO).{0,99}$/im;
// What all migrations together come to, written down beside them.
const DUMP = /(?:^|\/)(?:latest|structure|(?:full|current)_?schema)\.sql$/i;
const ALIKE = /(?:^|\/)(?:mysql|mariadb|postgres(?:ql)?|pg|sqlite3?|mssql|sqlserver|oracle|h2|hsqldb|cockroach(?:db)?)(?=\/|[.-])/i;

/** Tables from files of SQL, one folder after the other; the way back is not gone. */
export function sqlTables(project: Project): TableFact[] {
  const folders = new Map<string, Plain[]>();
  for (const file of project.plain.values())
    if (file.path.endsWith(".sql") && !DOWN.test(file.path) && /\b(?:create|alter)\s{1,9}/i.test(file.text)) {
      // Diesel and Prisma give each migration a folder of its own.
      const own = folderOf(file.path);
      const folder = /\/(?:up|migration)\.sql$/.test(file.path) ? folderOf(own) : own.replace(/\/v?\d[\w.-]{0,60}$/, "");
      folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
  const schemas: Schema[] = [];
  for (const [, files] of [...folders].sort(([a], [b]) => inOrder(a, b))) {
    const schema = new Schema("sql");
    const whole = files.filter(({ path }) => DUMP.test(path));
    for (const { path, text } of whole.length === 1 && files.length > 1 ? whole : files.sort((a, b) => inOrder(a.path, b.path))) {
      const down = SECTION.exec(text);
      const up = down && text.indexOf("+goose Up") < (down.index ?? 0) ? text.slice(0, down.index) : text;
      applySql(schema, up, path);
    }
    schemas.push(schema);
  }
  return merged(schemas);
}

/** The same table for two databases is one: the one that has most columns. */
function merged(schemas: readonly Schema[]): TableFact[] {
  const all = new Map<string, TableFact>();
  for (const { tables } of schemas)
    for (const [key, table] of tables) {
      const known = all.get(key);
      if (!known || (ALIKE.test(table.file) === ALIKE.test(known.file) && table.columns.length > known.columns.length)) all.set(key, table);
    }
  return [...all.values()];
}

/** Tables from migrations that are code: what their way up calls. */
export function codeTables(project: Project): TableFact[] {
  const schemas: Schema[] = [];
  const rails = project.of("ruby").filter(({ path }) => /(?:^|\/)db\/(?:\w{0,40}_)?schema\.rb$/.test(path));
  const folders = new Map<string, Source[]>();
  for (const source of project.sources.values())
    if (/migrat|alembic|\/versions\//i.test(source.path) || (rails.length === 0 && /(?:^|\/)db\/migrate\//.test(source.path))) {
      if (rails.length > 0 && source.language === "ruby") continue;
      if (source.language === "python" && !/alembic|versions|revision/.test(source.path)) continue;
      folders.set(folderOf(source.path), [...(folders.get(folderOf(source.path)) ?? []), source]);
    }
  for (const source of rails) folders.set(source.path, [source]);
  for (const [, files] of [...folders].sort(([a], [b]) => inOrder(a, b))) {
    const schema = new Schema("migration");
    for (const source of ordered(files)) for (const body of ways(source)) new Reader(schema, source).statements(body);
    if (schema.tables.size > 0) schemas.push(schema);
  }
  return merged(schemas);
}

/** Alembic's migrations name the one before; all others are in the order of their names. */
function ordered(files: Source[]): Source[] {
  const revisions = new Map<string, { source: Source; down?: string }>();
  for (const source of files) {
    let own: string | undefined;
    let down: string | undefined;
    if (source.language === "python")
      walk(source.tree, (e) => {
        if (e.t === "assign" && e.to.t === "name" && e.value.t === "str") {
          if (e.to.v === "revision") own = e.value.v;
          if (e.to.v === "down_revision") down = e.value.v;
        }
        return e.t !== "fn";
      });
    if (own) revisions.set(own, { source, ...(down ? { down } : {}) });
  }
  const depth = (id: string | undefined, seen = 0): number => {
    const found = id === undefined || seen > 5_000 ? undefined : revisions.get(id);
    return found ? 1 + depth(found.down, seen + 1) : 0;
  };
  const deep = new Map([...revisions].map(([id, { source }]) => [source, depth(id)]));
  return files.sort((a, b) => (deep.get(a) ?? 0) - (deep.get(b) ?? 0) || inOrder(a.path, b.path));
}

/** The bodies that lead up. */
function ways({ tree, language }: Source): Expr[][] {
  const found: Expr[][] = [];
  const isUp = (name: string | undefined) => name !== undefined && /^(?:up|change|upgrade|Up|safeUp|self\.up)$/.test(name);
  walk(tree, (e) => {
    if (e.t === "fn" && isUp(e.name)) found.push(e.body);
    else if (e.t === "assign" && isUp(keyOf(e.to)) && e.value.t === "fn") found.push(e.value.body);
    else if (e.t === "map") for (const { key, value } of e.entries) if (isUp(keyOf(key)) && value.t === "fn") found.push(value.body);
    if (e.t === "call" && endOf(e.fn) === "define" && language === "ruby") {
      const block = e.args.at(-1);
      if (block?.t === "fn") found.push(block.body);
    }
    return e.t !== "fn";
  });
  return found;
}

class Reader {
  readonly #schema: Schema;
  readonly #source: Source;
  constructor(schema: Schema, source: Source) {
    this.#schema = schema;
    this.#source = source;
  }

  statements(body: readonly Expr[]): void {
    walk({ t: "other", parts: [...body], line: 0 }, (e) => (e.t === "call" ? this.#call(e) : undefined));
  }

  #call(e: Call): boolean | undefined {
    const name = endOf(e.fn).replace(/Async$|IfNotExists$|IfExists$/, "");
    const first = texts(e.args[0])[0] ?? (e.args[0]?.t === "map" ? texts(entry(e.args[0], "tableName", "name"))[0] : undefined);
    const table = texts(e.named.name)[0] ?? texts(e.named.table)[0] ?? first;
    const block = e.args.find((arg): arg is Fn => arg.t === "fn");
    const place = { file: this.#source.path, line: e.line };
    if (/^(?:query|addSql|execute|raw|unprepared|Sql|sql)$/.test(name)) {
      const sql = texts(e.args[0])[0];
      if (sql && /\b(?:table)\b/i.test(sql)) applySql(this.#schema, sql, this.#source.path, e.args[0]?.line ?? e.line);
      return undefined;
    }
    if (table === undefined) return undefined;
    if (/^(?:createTable|create_table|create|CreateTable)$/.test(name)) {
      this.#schema.create(table, this.#columns(e, block), place);
      return false;
    }
    if (/^(?:table|alterTable|change_table|batch_alter_table)$/.test(name) && block) {
      this.#alter(table, block);
      return false;
    }
    if (/^(?:dropTable|drop_table|drop|DropTable)$/.test(name) && (e.fn.t !== "member" || !/^(?:t|table)$/.test(endOf(e.fn.of))))
      this.#schema.dropTable(table);
    else if (/^(?:renameTable|rename_table|RenameTable)$/.test(name))
      this.#schema.renameTable(table, texts(e.named.newName)[0] ?? texts(e.args[1])[0] ?? table);
    else if (/^(?:rename)$/.test(name) && /Schema$/.test(endOf(e.fn.t === "member" ? e.fn.of : undefined)))
      this.#schema.renameTable(table, texts(e.args[1])[0] ?? table);
    else this.#column(name, e, table, place);
    return undefined;
  }

  #column(name: string, e: Call, table: string, place: { file: string; line: number }): void {
    const second = texts(e.args[1])[0];
    const inner = e.args[1]?.t === "call" ? e.args[1] : undefined;
    if (/^(?:add_column|addColumn|AddColumn)$/.test(name)) {
      const holder = texts(e.named.table)[0] ?? texts(e.args[0])[0] ?? table;
      const column = texts(e.named.name)[0] ?? second ?? texts(inner?.args[0])[0];
      if (column) this.#schema.add(holder, { name: column, type: typeOf(e.args[2] ?? inner?.args[1]), ...place });
    } else if (/^(?:remove_column|removeColumn|drop_column|dropColumn|DropColumn)$/.test(name)) {
      const column = texts(e.named.table)[0] ? texts(e.named.name)[0] : second;
      if (column) this.#schema.drop(texts(e.named.table)[0] ?? table, column);
    } else if (name === "remove_columns") for (const column of e.args.slice(1).flatMap(texts)) this.#schema.drop(table, column);
    else if (/^(?:rename_column|renameColumn|RenameColumn)$/.test(name)) {
      const [holder, from, to] = e.named.newName
        ? [texts(e.named.table)[0], texts(e.named.name)[0], texts(e.named.newName)[0]]
        : [table, second, texts(e.args[2])[0]];
      if (holder && from && to) this.#schema.rename(holder, from, to);
    } else if (name === "alter_column" && texts(e.named.new_column_name)[0] && second)
      this.#schema.rename(table, second, texts(e.named.new_column_name)[0] as string);
    else if (name === "add_reference" || name === "add_belongs_to") {
      if (second) for (const one of references(second, e)) this.#schema.add(table, { name: one, ...place });
    } else if (name === "remove_reference" && second) this.#schema.drop(table, `${second}_id`);
    else if (name === "add_timestamps")
      for (const one of ["created_at", "updated_at"]) this.#schema.add(table, { name: one, type: "datetime", ...place });
  }

  #columns(e: Call, block: Fn | undefined): Column[] {
    const place = { file: this.#source.path, line: e.line };
    if (this.#source.language === "python")
      return e.args.slice(1).flatMap((arg) =>
        arg.t === "call" && endOf(arg) === "Column" && texts(arg.args[0])[0]
          ? [
              {
                name: texts(arg.args[0])[0] as string,
                type: typeOf(arg.args[1]),
                nullable: endOf(arg.named.nullable) !== "False",
                file: place.file,
                line: arg.line,
              },
            ]
          : [],
      );
    if (this.#source.language === "csharp") return efColumns(e, place.file);
    const options = e.args[1];
    if (options?.t === "map" && this.#source.language !== "ruby" && !block)
      return options.entries.map(({ key, value }) => ({
        name: keyOf(key),
        type: typeOf(entry(value, "type") ?? value),
        file: place.file,
        line: key.line,
      }));
    const columns: Column[] = [];
    if (this.#source.language === "ruby" && endOf(e.named.id) !== "false") {
      const key = texts(e.named.primary_key)[0];
      columns.push({ name: key ?? "id", type: texts(e.named.id)[0] ?? "bigint", nullable: false, ...place });
    }
    for (const part of block?.body ?? [])
      walk(part, (one) => {
        if (one.t !== "call") return undefined;
        columns.push(...blueprint(one, this.#source).added);
        return !isChain(one);
      });
    return columns;
  }

  #alter(table: string, block: Fn): void {
    for (const part of block.body)
      walk(part, (one) => {
        if (one.t !== "call") return undefined;
        const { added, dropped, renamed } = blueprint(one, this.#source);
        for (const column of added) this.#schema.add(table, column);
        for (const column of dropped) this.#schema.drop(table, column);
        for (const [from, to] of renamed) this.#schema.rename(table, from, to);
        return !isChain(one);
      });
  }
}

const isChain = (e: Call): boolean => e.fn.t === "member" && e.fn.of.t === "call";
const typeOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : endOf(e) || undefined);

function references(name: string, e: Call): string[] {
  return e.named.polymorphic && endOf(e.named.polymorphic) !== "false" ? [`${name}_id`, `${name}_type`] : [`${name}_id`];
}

function efColumns(e: Call, file: string): Column[] {
  const found: Column[] = [];
  const columns = e.named.columns ?? e.args[1];
  if (columns)
    walk(columns, (one) => {
      if (one.t !== "map") return undefined;
      for (const { key, value: chain } of one.entries) {
        const value = headOf(chain);
        if (value.t === "call" && endOf(value.fn).startsWith("Column"))
          found.push({
            name: texts(value.named.name)[0] ?? keyOf(key),
            type: texts(value.named.type)[0],
            nullable: endOf(value.named.nullable) === "true",
            file,
            line: key.line,
          });
      }
      return undefined;
    });
  return found;
}

/** `table.Column<int>().Annotation(...)`: the call at the front. */
function headOf(e: Expr): Expr {
  let at = e;
  while (at.t === "call" && at.fn.t === "member" && at.fn.of.t === "call") at = at.fn.of;
  return at;
}

interface Change {
  added: Column[];
  dropped: string[];
  renamed: [string, string][];
}

const NONE =
  /^(?:index|unique|primary|foreign|dropIndex|dropUnique|dropPrimary|dropForeign|comment|engine|charset|collation|references|on|onDelete|onUpdate|inTable|nullable|notNullable|default|defaultTo|unsigned|constrained|cascadeOnDelete|nullOnDelete|after|first|change|alter|useCurrent|useCurrentOnUpdate|check|exclusion_constraint|check_constraint|unique_constraint|fullText|spatialIndex|rawIndex|with_options|primary_key_columns|withKeyName|deferrable|storedAs|virtualAs|autoIncrement|temporary|set_?null|raw|ref|now|fn|uuid_generate|unique_index|foreign_key|remove_index|setNullable|checkIn|checkPositive)$/;

/** What a line in the block of a table says: `t.string "name"`, `$table->id()`, `t.dropColumn("x")`. */
function blueprint(e: Call, source: Source): Change {
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
