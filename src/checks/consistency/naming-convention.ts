import type { InterfaceKind } from "../../config/config.ts";
import { saysNothing } from "../../model/query.ts";
import { existingIn } from "../../model/survey/existing.ts";
import type { Case, Model, NameKind, Place } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

const FORMS: Record<Case, RegExp> = {
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  "kebab-case": /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  UPPER_SNAKE_CASE: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
  "dot.case": /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
};

export default defineCheck({
  id: "naming-convention",
  category: "consistency",
  severity: "error",
  messages: {
    breaks: {
      text: 'Unexpected {kind} "{name}", expected {case}.',
      advice: "The research report states the convention. Rename it to `{suggestion}`, in every place that uses it.",
    },
  },
  *run(model) {
    const existing = existingIn(model);
    const inCode = model.research.naming.find(({ kind }) => kind === "field in code") ?? measured(model);
    const asInCode = new Map<readonly string[], boolean>();
    const isAsInCode = (beside: readonly string[]): boolean => {
      const known = asInCode.get(beside) ?? beside.every((other) => inCode !== undefined && FORMS[inCode.case].test(other));
      asInCode.set(beside, known);
      return known;
    };
    for (const { kind, name, place, beside } of namesOf(model)) {
      const convention = model.research.naming.find((candidate) => candidate.kind === kind);
      // A name with blanks is a title, and no identifier that a convention of letters governs.
      if (!convention || /\s/.test(name) || saysNothing(name) || /[^\x20-\x7e]/.test(name) || FORMS[convention.case].test(name)) continue;
      if (inCode && beside && isAsInCode(beside)) continue;
      // What the code has is called as the code calls it.
      if (existing.has(name)) continue;
      const spelt = existing.spelling(nameKey(name));
      yield {
        message: "breaks",
        place,
        related: convention.place,
        arguments: {
          kind,
          name,
          case: convention.case,
          suggestion: spelt && FORMS[convention.case].test(spelt) ? spelt : recase(name, convention.case),
        },
      };
    }
  },
});

/** Most fields of the code are written so, and travel under another name that a tag gives them: the report may speak of that one alone. */
const TAGGED: Case = "PascalCase";
const MOST_OF = 0.8;

function measured({ survey }: Model): { case: Case } | undefined {
  const fields = survey?.naming.find(({ kind }) => kind === "field");
  return fields && fields.style === TAGGED && fields.count >= fields.all * MOST_OF ? { case: TAGGED } : undefined;
}

interface Name {
  kind: NameKind;
  name: string;
  place: Place;
  /** The names of all fields of its structure: one that stays inside the program may be written as its code writes them. */
  beside?: readonly string[];
}

function namesOf({ backend, contracts, entities }: Model): Name[] {
  // An enumeration of error codes holds codes.
  const codes = new Set([...backend.errors, ...contracts.errors].map(({ code }) => code));
  return [
    ...backend.structures.flatMap(({ name, fields, place }) => {
      const beside = fields.map(plain);
      return [
        { kind: "structure" as const, name: bare(name), place },
        ...fields.flatMap((field) => [
          // `address.street` and `items[]` are made of names.
          ...bare(field.name)
            .split(".")
            .map((part): Name => ({ kind: "field", name: part.replace(/[[\]?*]/g, ""), place: field.place, beside })),
          ...field.dataType.values
            .filter((value) => isWord(value) && !codes.has(value))
            .map((value): Name => ({ kind: "enumeration value", name: value, place: field.typePlace })),
        ]),
      ];
    }),
    ...backend.interfaces.flatMap(({ name, kind, place }) => interfaceNames(bare(name), kind, place)),
    ...backend.errors.map(({ code, place }): Name => ({ kind: "error code", name: bare(code), place })),
    ...entities.flatMap(({ name, columns, place }) => [
      { kind: "table" as const, name: bare(name), place },
      ...columns.map((column): Name => ({ kind: "column", name: bare(column.name), place: column.place })),
    ]),
  ];
}

function interfaceNames(name: string, kind: InterfaceKind, place: Place): Name[] {
  if (kind === "service") return [{ kind: "event", name, place }];
  if (kind !== "api") return [];
  const path = /^[A-Z]+\s+(\/\S*)/.exec(name)?.[1]?.replace(/\?.*$/s, "") ?? "";
  return path
    .split("/")
    .filter((segment) => segment !== "" && !/^v\d+$/.test(segment))
    .map((segment): Name => {
      const parameter = /^(?:\{(.+)\}|:(.+)|<(.+)>)$/.exec(segment);
      return { kind: parameter ? "parameter" : "path", name: parameter?.slice(1).find(Boolean) ?? segment, place };
    })
    .filter(({ name: segment }) => /^[\w-]+$/.test(segment));
}

function plain(field: { name: string }): string {
  return bare(field.name).replace(/[[\]?*]/g, "");
}

/** A name without the code marks, generics and remarks around it. */
function bare(name: string): string {
  return name
    .replace(/[`*]/g, "")
    .replace(/<.{0,300}>$/, "")
    .replace(/(?<!\s)\s*\([^)]{0,300}\)$/, "")
    .trim();
}

function isWord(value: string): boolean {
  return /[a-z]/i.test(value) && /^[\w.-]+$/.test(value);
}

function recase(name: string, wanted: Case): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/(?<![A-Z])([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[\s._-]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const forms: Record<Case, string> = {
    PascalCase: words.map(capital).join(""),
    camelCase: words.map((word, index) => (index === 0 ? word : capital(word))).join(""),
    snake_case: words.join("_"),
    "kebab-case": words.join("-"),
    UPPER_SNAKE_CASE: words.join("_").toUpperCase(),
    "dot.case": words.join("."),
  };
  return forms[wanted];
}
