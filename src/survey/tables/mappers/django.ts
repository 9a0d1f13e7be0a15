import type { OwnedClass, Project } from "../../project.ts";
import { type Class, endOf, type Field, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { lineage, once } from "../lineage.ts";

const DJANGO =
  /^(?:Auto|BigAuto|SmallAuto|BigInteger|Binary|Boolean|Char|Date|DateTime|Decimal|Duration|Email|File|FilePath|Float|ForeignKey|GenericIPAddress|Image|Integer|JSON|NullBoolean|OneToOne|PositiveBigInteger|PositiveInteger|PositiveSmallInteger|Slug|SmallInteger|Text|Time|URL|UUID|Array|HStore|CIText|CIChar|SearchVector|Phone|PhoneNumber|Country|Money|Tree|Rich\w{0,20}|Json|\w{1,40})(?:Field|Key)?$/;

/** Models of Django. */
export function django(project: Project, one: OwnedClass): TableFact | undefined {
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
