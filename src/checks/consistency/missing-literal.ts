import type { DocumentKind } from "../../config/config.ts";
import { nearnessOf } from "../../model/content/comparing/nearness.ts";
import { type Carried, carriedIn } from "../../model/content/literals/carried.ts";
import { isSample } from "../../model/content/literals/samples.ts";
import { likeness } from "../../model/content/literals/similar.ts";
import { strangersIn } from "../../model/content/literals/strangers.ts";
import { contentOf } from "../../model/content/read.ts";
import type { Content, Literal, LiteralKind } from "../../model/content/types.ts";
import { lackingValues } from "../../model/content/values/enumerations.ts";
import { unlistedValues } from "../../model/content/values/field-values.ts";
import { settlesLiteral } from "../../model/departures/settles.ts";
import { mentionsOf } from "../../model/requirements/mentioned.ts";
import type { Model, Place } from "../../model/types.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId =
  | "stranger"
  | "unknown-value"
  | "unlisted"
  | "unlisted-option"
  | "missing"
  | "doubtful"
  | "renamed"
  | "undescribed"
  | "unknown-role";

export default defineCheck({
  id: "missing-literal",
  category: "consistency",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected the {kind} "{literal}" of {source} in {where}: "{text}".',
      advice: "Carry it over as it stands, or name it under Departures with the reason.",
    },
    doubtful: {
      text: 'Expected the {kind} "{literal}" of {source} in {where}: "{text}".',
      advice: "Carry it over where the design does something about it; what is only an example needs no place.",
      severity: "warning",
    },
    renamed: {
      text: 'Unexpected {kind} "{literal}": no other document has it, and "{expected}" of {source} is missing here.',
      advice: 'Did you mean "{expected}"? Otherwise change the other document, say that both exist, or name both under Departures.',
    },
    stranger: {
      text: 'Unexpected {kind} "{literal}": no other document has it there, and {source} has "{expected}".',
      advice: "Use one name in both places, or say there that both exist.",
      severity: "warning",
    },
    "unknown-value": {
      text: 'Unexpected "{literal}" for {field}, which is {values}.',
      advice: "Use one of its values, or add this one where they are listed.",
    },
    unlisted: {
      text: 'Expected "{literal}" in {owner}: {source} lists it with the others, "{text}".',
      advice: "Add it, or say with the reason why the design departs from the list.",
    },
    undescribed: {
      text: "Unexpected option {literal}: no command describes it among its arguments and options.",
      advice: "Describe it where the command's options stand, or take it out here.",
    },
    "unlisted-option": {
      text: "Expected option {literal} in the usage of {command}, which names its other options.",
      advice: "Name it in the usage, or take its description out.",
      severity: "warning",
    },
    "unknown-role": {
      text: 'Unexpected role "{literal}" for {subject}, expected {expected} as in {source}.',
      advice: "Name the role that was agreed, or change the agreement.",
    },
  },
  *run(model) {
    const content = contentOf(model);
    const carried = carriedIn(model, content);
    const told = new Set<string>();
    for (const report of [
      ...unknownValues(model, content),
      ...unlisted(model, content),
      ...renamed(model, content, carried),
      ...missing(model, content, carried),
      ...options(model, content),
      ...roles(content),
      ...strangers(model, content, carried),
    ]) {
      const { literal, expected } = report.arguments as { literal: string; expected?: string };
      if (told.has(literal) || (report.message !== "renamed" && told.has(`was ${literal}`))) continue;
      told.add(literal);
      if (report.message === "renamed") told.add(`was ${expected}`);
      yield report;
    }
  },
});

type Found = Report<MessageId>;

const KINDS: Readonly<Record<LiteralKind, string>> = {
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
  value: "value",
  message: "message",
};

/** What has its place in the backend design, whatever else names it. */
const OF_INTERFACES: ReadonlySet<LiteralKind> = new Set(["flag", "header", "code", "pattern"]);

/** They hold braces and brackets, which in other tokens stand for something to be filled in. */
const WITH_BRACES: ReadonlySet<LiteralKind> = new Set(["pattern", "series"]);

function* missing(model: Model, content: Content, carried: Carried): Generator<Found> {
  const design = model.documents["backend-design"];
  const kinds = (["architecture", "backend-design"] as const).filter((kind) => model.documents[kind]);
  if (kinds.length === 0) return;
  const excluded = new Set(model.statements.filter((requirement) => requirement.excluded !== undefined).map(({ id }) => id));
  const demanded = content.literals.filter(
    ({ passage, text, kind }) =>
      passage.document === "prd" &&
      !passage.aside &&
      text.length > 2 &&
      (WITH_BRACES.has(kind) || !isSample(text)) &&
      kind !== "path" &&
      !passage.ids.some((id) => excluded.has(id)),
  );
  const enumerated = enumerations(demanded, carried);
  const lacks = (literal: Literal) => {
    const { text, kind } = literal;
    return design && (OF_INTERFACES.has(kind) || enumerated.has(literal))
      ? !carried.in("backend-design", text)
      : kinds.every((document) => !carried.in(document, text));
  };
  const share = sharesOf(demanded, lacks);
  for (const literal of demanded) {
    const { kind, text, passage, place, marked } = literal;
    if (!lacks(literal) || settlesLiteral(model, text, passage.ids)) continue;
    const known = share.get(kind) ?? { all: 1, lacking: 1 };
    const certain = passage.ids.length > 0 && (marked || kind === "flag");
    // Where a design carries none of many, it speaks of them in another way.
    if ((kind === "message" || !certain) && known.lacking * 2 > known.all) continue;
    if (kind !== "flag" && /\bGiven\b[\s\S]{1,400}\bWhen\b/.test(passage.text)) continue;
    const cited = passage.ids.flatMap((id) => mentionsOf(model, id));
    const answer = cited.find(({ document }) => document === "backend-design") ?? cited[0];
    yield {
      message: certain && kind !== "message" && known.lacking * 2 <= known.all + 2 ? "missing" : "doubtful",
      place,
      ...(answer && { related: answer.place }),
      arguments: {
        kind: KINDS[kind],
        literal: text,
        source: passage.ids[0] ?? "the PRD",
        where:
          OF_INTERFACES.has(kind) && design
            ? nameOf(design.file)
            : kinds.map((each) => nameOf(model.documents[each]?.file ?? "")).join(" or "),
        text: cut(passage.text),
      },
    };
  }
}

function* strangers(model: Model, content: Content, carried: Carried): Generator<Found> {
  for (const { literal, expected } of strangersIn(model, content, carried))
    if (!settlesLiteral(model, expected.text, expected.passage.ids))
      yield {
        message: "stranger",
        place: literal.place,
        related: expected.place,
        arguments: { kind: KINDS[literal.kind], literal: literal.text, expected: expected.text, source: nameOf(expected.place.file) },
      };
}

function* unknownValues(model: Model, content: Content): Generator<Found> {
  for (const { field, value, values, fieldPlace, place } of unlistedValues(model, content))
    yield { message: "unknown-value", place, related: fieldPlace, arguments: { literal: value, field, values: values.join(" or ") } };
}

function* unlisted(model: Model, content: Content): Generator<Found> {
  for (const { owner, place, literal } of lackingValues(model, content))
    if (!settlesLiteral(model, literal.text, literal.passage.ids))
      yield {
        message: "unlisted",
        place,
        related: literal.place,
        arguments: { literal: literal.text, owner, source: literal.passage.ids[0] ?? "the PRD", text: cut(literal.passage.text) },
      };
}

/** The values of lists of which the backend design has most: it is where they are defined. */
function enumerations(demanded: readonly Literal[], carried: Carried): Set<Literal> {
  const lists = new Map<Literal["passage"], Literal[]>();
  for (const literal of demanded)
    if (literal.marked && literal.kind === "field") lists.set(literal.passage, [...(lists.get(literal.passage) ?? []), literal]);
  const known = [...lists.values()].filter(
    (list) => list.length >= 3 && list.filter(({ text }) => carried.in("backend-design", text)).length >= list.length * 0.6,
  );
  return new Set(known.flat());
}

function sharesOf(demanded: readonly Literal[], lacks: (literal: Literal) => boolean): Map<LiteralKind, { all: number; lacking: number }> {
  const share = new Map<LiteralKind, { all: number; lacking: number }>();
  const seen = new Set<string>();
  for (const literal of demanded) {
    if (seen.has(literal.text)) continue;
    seen.add(literal.text);
    const counts = share.get(literal.kind) ?? { all: 0, lacking: 0 };
    share.set(literal.kind, counts);
    counts.all++;
    if (lacks(literal)) counts.lacking++;
  }
  return share;
}

/** A token that no other document has, beside one that the others have and this one has lost. */
function* renamed(model: Model, content: Content, carried: Carried): Generator<Found> {
  const nearness = nearnessOf(content);
  for (const kind of ["backend-design", "architecture"] as const) {
    const own = carried.literals.get(kind);
    if (!own) continue;
    const others = (Object.keys(model.documents) as DocumentKind[]).filter((other) => other !== kind);
    // What a research report found in the code need not come up again.
    const lost = lostFrom(
      kind,
      others.filter((other) => other !== "research"),
      carried,
    );
    for (const [text, [first]] of own) {
      if (!first || text.length < 5 || first.kind === "message" || isSample(text) || others.some((other) => carried.in(other, text)))
        continue;
      const candidates = lost.get(first.kind) ?? [];
      let best: { literal: Literal; score: number } | undefined;
      for (const literal of candidates) {
        const like = likeness(text, literal.text);
        if (!like) continue;
        const score = nearness.between(first.passage, literal.passage) + (like === "spelling" ? 4 : 0);
        if (score >= 7 && score > (best?.score ?? 0)) best = { literal, score };
      }
      if (best && !settlesLiteral(model, best.literal.text, best.literal.passage.ids))
        yield {
          message: "renamed",
          place: first.place,
          related: best.literal.place,
          arguments: { kind: KINDS[first.kind], literal: text, expected: best.literal.text, source: nameOf(best.literal.place.file) },
        };
    }
  }
}

/** The literals of other documents that a document has in no style of writing, by kind. */
function lostFrom(kind: DocumentKind, others: readonly DocumentKind[], carried: Carried): Map<LiteralKind, Literal[]> {
  const lost = new Map<LiteralKind, Literal[]>();
  for (const other of others)
    for (const [text, [first]] of carried.literals.get(other) ?? []) {
      if (!first || first.passage.aside || first.kind === "message" || carried.in(kind, text)) continue;
      const list = lost.get(first.kind);
      if (!list) lost.set(first.kind, [first]);
      else if (list.length < 200) list.push(first);
    }
  return lost;
}

/** An option that is named anywhere, and that no command describes. */
function* options(model: Model, content: Content): Generator<Found> {
  if (!model.backend.interfaces.some(({ kind }) => kind === "cli")) return;
  const described = new Set<string>();
  for (const { kind, values } of model.backend.interfaces)
    if (kind === "cli")
      for (const [label, value] of Object.entries(values))
        if (/argument|option|flag|parameter/i.test(label)) {
          const text = `${value.source}\n${value.items.map(({ source }) => source).join("\n")}\n${tableText(value.table)}`;
          for (const { 0: flag, index } of text.matchAll(FLAG))
            if (!BESIDE.test(text.slice(Math.max(0, index - 24), index))) described.add(flag);
        }
  if (described.size === 0) return;
  for (const { kind, text, passage, at } of content.literals)
    if (
      kind === "flag" &&
      passage.document === "backend-design" &&
      !BESIDE.test(passage.text.slice(Math.max(0, at - 24), at)) &&
      (/\b(?:options?|flags?)\b/i.test(passage.text) ||
        passage.keys.some((key) => /^label:.{0,20}(?:option|flag)/.test(key)) ||
        (isOnCommands(passage.keys) && /\b(?:overrides?|takes?|accepts?|defaults?|apply|applies|have|has)\b/i.test(passage.text)) ||
        passage.keys.some((key) => /^column:(?:option|flag|argument|parameter)/.test(key)))
    )
      described.add(text);
  yield* unlistedInUsage(model);
  for (const { kind, text, passage, place } of content.literals) {
    if (kind !== "flag" || !text.startsWith("--") || passage.aside || !["architecture", "backend-design"].includes(passage.document))
      continue;
    if (described.has(text) || ["--help", "--version"].includes(text) || isForeign(passage.text, text)) continue;
    yield { message: "undescribed", place, arguments: { literal: text } };
  }
}

/** A usage line that names its options one by one, and leaves out one that is described. */
function* unlistedInUsage({ backend }: Model): Generator<Found> {
  for (const { kind, name, values } of backend.interfaces) {
    const { Usage: usage } = values;
    const [label = ""] = Object.keys(values).filter((key) => /argument|option/i.test(key));
    const described = values[label];
    if (kind !== "cli" || !usage || !described || !/--[a-z]/.test(usage.source) || /\[?(?:options|flags)\b/i.test(usage.source)) continue;
    const listed = new Set(usage.source.match(FLAG));
    const text = `${described.source}\n${described.items.map(({ source }) => source).join("\n")}`;
    for (const { 1: literal = "" } of text.matchAll(/(?:^|[;,|]\s|[-*]\s|\sor\s)`(--[a-z][\w-]{1,60})`(?!\sand\b)/gm))
      if (!listed.has(literal)) yield { message: "unlisted-option", place: usage.place, arguments: { literal, command: name } };
  }
}

/** A paragraph above the commands, on what all of them have. */
function isOnCommands(keys: readonly string[]): boolean {
  return keys.some((key) => /^under:.{0,30}(?:command|option)/.test(key)) && keys.every((key) => key.startsWith("under:"));
}

/** What is described is another option: "required without `--pending`". */
const BESIDE = /\b(?:with|without|unless|needs|requires|excludes|beside|like|see)\s`?$/i;

const FLAG = /--[a-z][\w-]{1,60}/g;

function tableText(table: { rows: readonly (readonly { text: string }[])[] } | undefined): string {
  return (table?.rows ?? []).map((row) => row.map(({ text }) => text).join(" ")).join("\n");
}

/** An option of a tool that the feature calls: `git log --oneline`. */
function isForeign(text: string, flag: string): boolean {
  return /`[\w./-]{1,40}(?:\s[\w./<>[\]-]{1,40}){0,6}\s$/.test(text.slice(0, text.indexOf(flag))) && !/usage/i.test(text);
}

/** Roles of an interface in the contracts and in the backend design. */
function* roles(content: Content): Generator<Found> {
  const agreed = new Map<string, Set<string>>();
  const designed = new Map<string, Literal[]>();
  for (const literal of content.literals) {
    const { passage, marked, kind, text } = literal;
    if (!marked || !["value", "field"].includes(kind) || !/\b(?:roles?|scopes?|permissions?)\b/i.test(passage.text)) continue;
    const subject = passage.keys.find(
      (key) => key.startsWith("under:") && passage.keys.at(-1)?.startsWith("label:auth") && key !== "under:",
    );
    const under = subject && passage.keys.filter((key) => key.startsWith("under:")).at(-1);
    if (!under) continue;
    if (passage.document === "contracts") agreed.set(under, (agreed.get(under) ?? new Set()).add(text));
    else if (passage.document === "backend-design") designed.set(under, [...(designed.get(under) ?? []), literal]);
  }
  for (const [under, literals] of designed) {
    const expected = agreed.get(under);
    const wrong = expected && literals.find(({ text }) => !expected.has(text));
    if (wrong)
      yield {
        message: "unknown-role",
        place: wrong.place,
        arguments: {
          literal: wrong.text,
          subject: under.slice("under:".length),
          expected: [...expected].join(" or "),
          source: "the contracts",
        },
      };
  }
}

function nameOf(file: Place["file"]): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function cut(text: string): string {
  const plain = text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim();
  return plain.length > 80 ? `${plain.slice(0, 77).trimEnd()}...` : plain;
}
