import type { OwnedClass, Project } from "../project.ts";
import { plural } from "../routes/rails-words.ts";
import { type Call, type Class, type Expr, endOf, entry, type Field, keyOf, texts, walk } from "../syntax/tree.ts";
import type { Column, TableFact } from "../types.ts";
import { snake } from "./schema.ts";

/** Tables from classes that a mapper knows. */
export function modelTables(project: Project): TableFact[] {
  const found: TableFact[] = [];
  for (const one of project.allClasses()) {
    const table = typeOrm(project, one) ?? jpa(project, one) ?? sqlAlchemy(project, one) ?? django(project, one) ?? doctrine(project, one);
    if (table) found.push(table);
  }
  return found;
}

const note = (notes: readonly Call[], ...names: string[]): Call | undefined => notes.find((one) => names.includes(endOf(one.fn)));
const bare = (base: string): string =>
  base
    .replace(/[<(].{0,300}$/s, "")
    .split(".")
    .at(-1) ?? base;

/** @returns a class with the classes above it, the uppermost first. */
export function lineage(project: Project, { source, made }: OwnedClass, depth = 0): OwnedClass[] {
  const above = made.bases.flatMap((base) =>
    depth < 8
      ? project
          .classes(bare(base), source)
          .filter((one) => one.made !== made)
          .slice(0, 1)
      : [],
  );
  return [...above.flatMap((one) => lineage(project, one, depth + 1)), { source, made }];
}

function typeOrm(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = note(one.made.notes, "Entity");
  if (!entity || !["typescript", "javascript"].includes(one.source.language)) return undefined;
  const name =
    texts(entity.args[0])[0] ??
    texts(
      entry(
        entity.args.find(({ t }) => t === "map"),
        "name",
        "tableName",
      ),
    )[0] ??
    snake(one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field): Column[] => {
      const given = field.notes.find((found) =>
        /^(?:(?:Primary|PrimaryGenerated|CreateDate|UpdateDate|DeleteDate|Version|ObjectId)?Column|PrimaryKey|Property|Enum|SerializedPrimaryKey)$/.test(
          endOf(found.fn),
        ),
      );
      const relation = field.notes.find((found) => /^(?:ManyToOne|OneToOne)$/.test(endOf(found.fn)));
      const options = [...(given?.args ?? []), ...(relation?.args ?? [])].find(({ t }) => t === "map");
      const join = note(field.notes, "JoinColumn");
      const at = { file: source.path, line: field.line };
      if (given)
        return [
          {
            name: texts(entry(options, "name", "fieldName"))[0] ?? field.name,
            type: texts(given.args[0])[0] ?? texts(entry(options, "type"))[0] ?? field.type,
            nullable: endOf(entry(options, "nullable")) === "true",
            ...at,
          },
        ];
      if (relation && (join || endOf(relation.fn) === "ManyToOne"))
        return [{ name: texts(entry(join?.args[0], "name"))[0] ?? `${field.name}Id`, type: field.type, ...at }];
      return [];
    }),
  );
  return columns.length > 0
    ? { name, columns: once(columns), source: "typeorm", model: one.made.name, file: one.source.path, line: one.made.line }
    : undefined;
}

function jpa(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = note(one.made.notes, "Entity", "Table");
  if (!entity || one.source.language !== "java" || (!note(one.made.notes, "Entity") && !note(one.made.notes, "Table"))) return undefined;
  const table = note(one.made.notes, "Table");
  const name =
    texts(table?.named.name ?? table?.named.value ?? table?.args[0])[0] ??
    snake(texts(note(one.made.notes, "Entity")?.named.name)[0] ?? one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field) => jpaColumns(project, field, source, made)),
  );
  return { name, columns: once(columns), source: "jpa", model: one.made.name, file: one.source.path, line: one.made.line };
}

function jpaColumns(project: Project, field: Field, source: OwnedClass["source"], made: Class): Column[] {
  if (field.fixed || note(field.notes, "Transient", "OneToMany", "ManyToMany", "ElementCollection", "Formula")) return [];
  const at = { file: source.path, line: field.line };
  const getter = made.methods.find(({ name }) => name === `get${field.name[0]?.toUpperCase()}${field.name.slice(1)}`)?.notes ?? [];
  const notes = [...field.notes, ...getter];
  const embedded =
    note(notes, "Embedded", "EmbeddedId") ??
    (project.classes(bare(field.type ?? ""), source)[0]?.made.notes.some((found) => endOf(found.fn) === "Embeddable") ? field : undefined);
  if (embedded) {
    const inner = project.classes(bare(field.type ?? ""), source)[0];
    return inner ? inner.made.fields.flatMap((one) => jpaColumns(project, one, inner.source, inner.made)) : [];
  }
  const relation = note(notes, "ManyToOne", "OneToOne");
  if (relation?.named.mappedBy) return [];
  const column = note(notes, "Column", "JoinColumn");
  const given = texts(column?.named.name ?? column?.named.value)[0];
  return [
    {
      name: given ?? (relation ? `${snake(field.name)}_id` : snake(field.name)),
      type: field.type,
      nullable: endOf(column?.named.nullable) !== "false" && !note(notes, "Id", "NotNull"),
      ...at,
    },
  ];
}

function sqlAlchemy(project: Project, one: OwnedClass): TableFact | undefined {
  if (one.source.language !== "python") return undefined;
  const isSqlModel = one.made.bases.includes("table=True");
  const line = lineage(project, one);
  const above = line.flatMap(({ made }) => made.bases.map(bare));
  const table = one.made.fields.find(({ name }) => name === "__tablename__");
  const isModel = above.some((base) => /^(?:Base|Model|DeclarativeBase|SQLModel|db\.Model|MappedAsDataclass)$/.test(base));
  const columns = line.flatMap(({ source, made }) => made.fields.flatMap((field) => alchemyColumn(field, source.path, isSqlModel)));
  if (columns.length === 0 || !(isSqlModel || table || (isModel && columns.some(({ type }) => type !== undefined)))) return undefined;
  const abstract = one.made.fields.some(({ name, value }) => name === "__abstract__" && endOf(value) === "True");
  if (abstract || (!table && !isSqlModel && !one.made.bases.some((base) => /Model/.test(base)))) return undefined;
  const name = texts(table?.value)[0] ?? (isSqlModel ? one.made.name.toLowerCase() : snake(one.made.name));
  return { name, columns: once(columns), source: "sqlalchemy", model: one.made.name, file: one.source.path, line: one.made.line };
}

function alchemyColumn(field: Field, file: string, isSqlModel: boolean): Column[] {
  const call = field.value?.t === "call" ? field.value : undefined;
  const kind = endOf(call?.fn);
  if (isSqlModel) {
    if (
      kind === "Relationship" ||
      /List\[|list\[/.test(field.type ?? "") ||
      field.name.startsWith("__") ||
      !field.type ||
      field.name === "model_config"
    )
      return [];
    return [{ name: field.name, type: field.type, nullable: /None|Optional/.test(field.type), file, line: field.line }];
  }
  const mapped = /^(?:\w{1,20}\.)?Mapped\[(.{1,200})\]$/.exec(field.type ?? "")?.[1];
  if (["Column", "mapped_column"].includes(kind)) {
    const first = call?.args[0];
    return [
      {
        name: texts(first)[0] ?? field.name,
        type: endOf(first?.t === "str" ? call?.args[1] : first) || mapped,
        nullable: endOf(call?.named.nullable) !== "False",
        file,
        line: field.line,
      },
    ];
  }
  if (mapped && kind !== "relationship" && !field.value)
    return [{ name: field.name, type: mapped, nullable: /None|Optional/.test(mapped), file, line: field.line }];
  return [];
}

const DJANGO =
  /^(?:Auto|BigAuto|SmallAuto|BigInteger|Binary|Boolean|Char|Date|DateTime|Decimal|Duration|Email|File|FilePath|Float|ForeignKey|GenericIPAddress|Image|Integer|JSON|NullBoolean|OneToOne|PositiveBigInteger|PositiveInteger|PositiveSmallInteger|Slug|SmallInteger|Text|Time|URL|UUID|Array|HStore|CIText|CIChar|SearchVector|Phone|PhoneNumber|Country|Money|Tree|Rich\w{0,20}|Json|\w{1,40})(?:Field|Key)?$/;

function django(project: Project, one: OwnedClass): TableFact | undefined {
  if (one.source.language !== "python") return undefined;
  const line = lineage(project, one);
  const above = line.flatMap(({ made }) => made.bases);
  if (
    !above.some((base) => /^(?:models\.)?(?:Model|TimeStampedModel)$|^(?:AbstractUser|AbstractBaseUser|MPTTModel)$/.test(base)) ||
    meta(one.made, "abstract") === "True" ||
    meta(one.made, "proxy") === "True"
  )
    return undefined;
  const columns = line.flatMap(({ source, made }) => made.fields.flatMap((field) => djangoColumn(field, source.path)));
  if (above.some((base) => base === "AbstractUser"))
    for (const [name, type] of USER) columns.push({ name, type, file: one.source.path, line: one.made.line });
  else if (above.some((base) => base === "AbstractBaseUser"))
    for (const [name, type] of USER.slice(0, 2)) columns.push({ name, type, file: one.source.path, line: one.made.line });
  if (above.includes("PermissionsMixin"))
    columns.push({ name: "is_superuser", type: "BooleanField", file: one.source.path, line: one.made.line });
  if (columns.length === 0) return undefined;
  const hasKey = line.some(({ made }) => made.fields.some(({ value }) => value?.t === "call" && endOf(value.named.primary_key) === "True"));
  if (!hasKey) columns.unshift({ name: "id", type: "BigAutoField", nullable: false, file: one.source.path, line: one.made.line });
  const app = /(?:^|\/)([^/]{1,99})\/models(?:\.py|\/.{1,99}\.py)$/.exec(one.source.path)?.[1] ?? one.source.path.split("/").at(-2) ?? "";
  const name = meta(one.made, "db_table") ?? `${meta(one.made, "app_label") ?? app}_${one.made.name.toLowerCase()}`;
  return { name, columns: once(columns), source: "django", model: one.made.name, file: one.source.path, line: one.made.line };
}

const USER: readonly [string, string][] = [
  ["password", "CharField"],
  ["last_login", "DateTimeField"],
  ["is_superuser", "BooleanField"],
  ["username", "CharField"],
  ["first_name", "CharField"],
  ["last_name", "CharField"],
  ["email", "EmailField"],
  ["is_staff", "BooleanField"],
  ["is_active", "BooleanField"],
  ["date_joined", "DateTimeField"],
];

function meta(made: Class, key: string): string | undefined {
  const inner = made.body.find((part): part is Class => part.t === "class" && part.name === "Meta");
  const value = inner?.fields.find(({ name }) => name === key)?.value;
  return value?.t === "str" ? value.v : endOf(value) || undefined;
}

function djangoColumn(field: Field, file: string): Column[] {
  const call = field.value?.t === "call" ? field.value : undefined;
  const kind = endOf(call?.fn);
  if (
    !call ||
    field.name === "objects" ||
    !/Field$|^ForeignKey$|Key$/.test(kind) ||
    !DJANGO.test(kind) ||
    /^(?:ManyToMany|GenericForeignKey|GenericRelation|TaggableManager)/.test(kind)
  )
    return [];
  const isKey = /^(?:ForeignKey|OneToOneField|TreeForeignKey|ParentalKey)$/.test(kind);
  const name = texts(call.named.db_column)[0] ?? (isKey ? `${field.name}_id` : field.name);
  return [{ name, type: kind, nullable: endOf(call.named.null) === "True", file, line: field.line }];
}

function doctrine(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = one.made.notes.find((found) => /^(?:ORM\\)?Entity$/.test(endOf(found.fn)));
  if (!entity || one.source.language !== "php") return undefined;
  const name =
    texts(note(one.made.notes, "Table")?.named.name)[0] ?? texts(note(one.made.notes, "Table")?.args[0])[0] ?? snake(one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field): Column[] => {
      const column = note(field.notes, "Column");
      const at = { file: source.path, line: field.line };
      if (column)
        return [
          {
            name: texts(column.named.name)[0] ?? snake(field.name),
            type: texts(column.named.type)[0] ?? field.type,
            nullable: endOf(column.named.nullable) === "true",
            ...at,
          },
        ];
      const relation = note(field.notes, "ManyToOne", "OneToOne");
      if (relation && !relation.named.mappedBy)
        return [{ name: texts(note(field.notes, "JoinColumn")?.named.name)[0] ?? `${snake(field.name)}_id`, type: field.type, ...at }];
      return [];
    }),
  );
  return { name, columns: once(columns), source: "doctrine", model: one.made.name, file: one.source.path, line: one.made.line };
}

/** Columns by name, the last one that says it; in the order of the first. */
export function once(columns: readonly Column[]): Column[] {
  const found = new Map<string, Column>();
  for (const column of columns) found.set(column.name.toLowerCase(), column);
  return [...found.values()];
}

/** Calls that define a table: Drizzle's `pgTable`, SQLAlchemy's `Table`, Sequelize's `define`, Diesel's `table!`. */
export function calledTables(project: Project): TableFact[] {
  const found: TableFact[] = [];
  for (const source of project.sources.values())
    walk(source.tree, (e) => {
      if (e.t !== "call") return;
      const kind = endOf(e.fn);
      const at = { file: source.path, line: e.line };
      if (
        /^(?:pg|mysql|sqlite|singlestore)Table$/.test(kind) ||
        (kind === "table" && e.args[1]?.t === "map" && source.language === "typescript")
      )
        found.push(...drizzle(e, at));
      else if (kind === "Table" && source.language === "python") {
        const columns = e.args
          .slice(2)
          .flatMap((arg): Column[] =>
            arg.t === "call" && endOf(arg) === "Column" && texts(arg.args[0])[0]
              ? [{ name: texts(arg.args[0])[0] as string, type: endOf(arg.args[1]), file: source.path, line: arg.line }]
              : [],
          );
        if (columns.length > 0 && texts(e.args[0])[0])
          found.push({ name: texts(e.args[0])[0] as string, columns, source: "sqlalchemy", ...at });
      } else if (
        kind === "define" &&
        ["javascript", "typescript"].includes(source.language) &&
        e.args[1]?.t === "map" &&
        texts(e.args[0])[0]
      )
        found.push(sequelize(texts(e.args[0])[0] as string, e.args[1], e.args[2], at));
      else if (kind === "init" && e.fn.t === "member" && e.args[0]?.t === "map" && entry(e.args[1], "sequelize"))
        found.push(sequelize(texts(entry(e.args[1], "modelName"))[0] ?? keyOf(e.fn.of), e.args[0], e.args[1], at));
      else if (kind === "table!" && source.language === "rust") found.push(...diesel(e, at));
    });
  return found;
}

type At = { file: string; line: number };

function drizzle(e: Call, at: At): TableFact[] {
  const name = texts(e.args[0])[0];
  const map =
    e.args[1]?.t === "fn"
      ? e.args[1].body.map((part) => (part.t === "return" ? part.value : part)).find(({ t }) => t === "map")
      : e.args[1];
  if (!name || map?.t !== "map") return [];
  const columns = map.entries.flatMap(({ key, value }): Column[] => {
    let call: Expr = value;
    while (call.t === "call" && call.fn.t === "member" && call.fn.of.t === "call") call = call.fn.of;
    return call.t === "call" ? [{ name: texts(call.args[0])[0] ?? keyOf(key), type: endOf(call.fn), file: at.file, line: key.line }] : [];
  });
  return [{ name, columns, source: "drizzle", ...at }];
}

function sequelize(model: string, map: Expr, options: Expr | undefined, at: At): TableFact {
  const columns =
    map.t === "map"
      ? map.entries.map(
          ({ key, value }): Column => ({
            name: texts(entry(value, "field"))[0] ?? keyOf(key),
            type: endOf(entry(value, "type") ?? value),
            file: at.file,
            line: key.line,
          }),
        )
      : [];
  if (
    !columns.some(({ name }) => name === "id") &&
    !(map.t === "map" && map.entries.some(({ value }) => endOf(entry(value, "primaryKey")) === "true"))
  )
    columns.unshift({ name: "id", type: "INTEGER", ...at });
  if (endOf(entry(options, "timestamps")) !== "false")
    columns.push({ name: "createdAt", type: "DATE", ...at }, { name: "updatedAt", type: "DATE", ...at });
  const frozen = endOf(entry(options, "freezeTableName")) === "true";
  return {
    name: texts(entry(options, "tableName"))[0] ?? (frozen ? model : plural(model)),
    columns: once(columns),
    source: "sequelize",
    model,
    ...at,
  };
}

function diesel(e: Call, at: At): TableFact[] {
  const text = texts(e.args[0])[0] ?? "";
  const head = /(?:^|[\s{(])(?:\w{1,60}\.)?(\w{1,99})\s{0,9}(?:\([^)]{0,200}\))?\s{0,9}\{/.exec(text);
  if (!head) return [];
  const columns = [...text.slice(head.index + head[0].length).matchAll(/^\s{0,40}(\w{1,99})\s{0,9}->\s{0,9}([^,\n]{1,200}),/gm)].map(
    ([, name, type]): Column => ({ name: name as string, type, nullable: type?.startsWith("Nullable"), ...at }),
  );
  return columns.length > 0 ? [{ name: head[1] as string, columns, source: "diesel", ...at }] : [];
}
