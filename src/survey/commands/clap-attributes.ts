import type { Source } from "../project.ts";
import { type Call, type Class, type Expr, endOf, type Field, texts } from "../syntax/tree.ts";
import type { Flag } from "../types.ts";

export const derives = (made: Class, ...names: string[]): boolean =>
  made.notes.some((note) => endOf(note.fn) === "derive" && note.args.some((arg) => names.includes(endOf(arg))));

const attributes = (notes: readonly Call[]): Call[] =>
  notes.filter((note) => ["arg", "clap", "command", "structopt"].includes(endOf(note.fn)));

export const named = (notes: readonly Call[]): string | undefined => attributes(notes).flatMap((note) => texts(note.named.name))[0];

export const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]{1,40})([A-Z][a-z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();

export const has = (notes: readonly Call[], ...keys: string[]): boolean =>
  attributes(notes).some((note) => keys.some((key) => Object.hasOwn(note.named, key)));

/** @returns the flag that a field with `long` or `short` stands for. */
export function flagOf(field: Field, source: Source): Flag {
  const note = attributes(field.notes).find((one) => Object.hasOwn(one.named, "long") || Object.hasOwn(one.named, "short")) as Call;
  const long = Object.hasOwn(note.named, "long") ? `--${valueFor(note.named.long) ?? kebab(field.name)}` : undefined;
  const short = Object.hasOwn(note.named, "short") ? `-${valueFor(note.named.short)?.replace(/'/g, "") ?? field.name[0]}` : undefined;
  return {
    name: (long ?? short) as string,
    ...(long && short ? { short } : {}),
    type: field.type,
    required:
      !field.optional &&
      field.type !== "bool" &&
      !["default_value", "default_value_t"].some((key) => Object.hasOwn(note.named, key)) &&
      !field.type?.startsWith("Vec"),
    ...(Object.hasOwn(note.named, "global") && endOf(note.named.global) !== "false" ? { inherited: true } : {}),
    file: source.path,
    line: field.line,
  };
}

const valueFor = (e: Expr | undefined): string | undefined =>
  e?.t === "str" ? e.v : e?.t === "name" && e.v.startsWith("'") ? e.v : undefined;
