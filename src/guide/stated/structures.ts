import type { AlignedDocument, Model } from "../../model/types.ts";
import { groupBy } from "../../text/group.ts";
import { nameKey } from "../../text/names.ts";
import { entitiesIn } from "./entities.ts";
import { recordsInFences, shortName } from "./payloads.ts";
import { OF_DATA, recordsInSentences } from "./records.ts";
import { remarksBelow } from "./said.ts";
import { EMPTY_FIELD, type Said, type StatedField, type StatedInterface, type StatedStructure } from "./types.ts";

const VALUE = String.raw`\`[\w.-]{1,40}\``;
/** `a`, `b` and `c`: three values in marks and more. */
const VALUES = new RegExp(String.raw`${VALUE}(?:\s?(?:,|,? or|,? and|\||\/)\s?${VALUE}){2,20}`);
const BARE_VALUES =
  /\b(?:enum|one of|allowed values|values|must be one of)\b[:(]?\s{0,3}([a-z][\w-]{1,30}(?:,\s(?:or |and )?[a-z][\w-]{1,30}){2,20})/i;
const ARROWS = /\b[a-z_]{3,30}(?:\s?(?:→|->|=>)\s?[a-z_]{3,30}){1,9}/;

/** @returns the records, payloads and lists of values whose parts the PRD states */
export function structuresIn(model: Model, said: readonly Said[], interfaces: readonly StatedInterface[]): StatedStructure[] {
  const { prd } = model.documents;
  const below = groupBy(said, ({ parent }) => parent);
  const found = [
    ...interfaces.flatMap(bodyOf),
    ...said.flatMap((one) => fieldList(one, below)),
    ...entitiesIn(model),
    ...recordsInSentences([...said, ...remarksBelow(model, OF_DATA)]),
    ...(prd ? [...tablesOfFields(prd), ...recordsInFences(model, prd)] : []),
    ...said.flatMap((one) => [one.text, ...one.parts].flatMap((text) => valuesIn(text, one))),
  ];
  return merged(found);
}

/** What a request gives that is no query. */
function bodyOf({ kind, name, inputs }: StatedInterface): StatedStructure[] {
  if (kind !== "api" || /^(?:GET|DELETE)/.test(name) || inputs.length === 0) return [];
  const fields = inputs.map((one) => {
    const [, required] = /^(optional|required)\b/.exec(one.note) ?? [];
    const rule = one.note.replace(/^(?:optional|required),?\s?/, "");
    return { ...EMPTY_FIELD, name: one.name, required: required === undefined ? "" : required === "required" ? "yes" : "no", rule };
  });
  return [{ name: `${name} body`, fields, sources: inputs.slice(0, 1).flatMap(({ sources }) => sources) }];
}

/** What is told of one name in several places is one structure. */
function merged(all: readonly StatedStructure[]): StatedStructure[] {
  const byName = new Map<string, StatedStructure>();
  for (const one of all) {
    const known = byName.get(nameKey(one.name));
    if (!known) {
      byName.set(nameKey(one.name), { ...one, fields: [...one.fields], sources: [...one.sources] });
      continue;
    }
    known.sources.push(...one.sources);
    for (const field of one.fields) if (!known.fields.some(({ name }) => nameKey(name) === nameKey(field.name))) known.fields.push(field);
  }
  return [...byName.values()];
}

const OF_FIELDS = /\b(?:fields?|attributes?|columns?|properties|record|object|payload|metadata|entry)\b[^:]{0,60}:?$/i;
const FIELD =
  /^`?([a-z][a-z\d]{0,30}(?:_[a-z\d]{1,30}){0,5}|[a-z]{1,30}(?:[A-Z][a-z\d]{0,30}){1,5})`?(?:\s?\(([^()]{1,120})\)|\s?[:=–—]\s{0,3}(.{1,140})|\s-\s(.{1,140}))?$/;

/** "Creates a record with fields:" and what stands below it. */
function fieldList(one: Said, below: ReadonlyMap<string | undefined, readonly Said[]>): StatedStructure[] {
  if (!OF_FIELDS.test(one.text)) return [];
  // What stands below a statement belongs to it, or makes statements of its own.
  const parts = one.parts.length > 0 ? one.parts : (below.get(one.id) ?? []).map(({ text }) => text);
  if (parts.length < 2) return [];
  const fields = parts.flatMap((part): StatedField[] => {
    const [, name, inBrackets, behind, dashed] = FIELD.exec(part) ?? [];
    return name === undefined ? [] : [{ ...EMPTY_FIELD, name, meaning: (inBrackets ?? behind ?? dashed ?? "").trim() }];
  });
  if (fields.length < 2 || fields.length * 2 < parts.length) return [];
  return [{ name: recordName(one.text), fields, sources: [one.source] }];
}

/** "The system must create a task_history record with:" speaks of `task_history`. */
function recordName(text: string): string {
  const [, marked] = /`([A-Za-z]\w{1,60})`/.exec(text) ?? [];
  const [, named] =
    /\b(?:a|an|the|each|returns?|created?)\s([a-z][\w-]{1,30}(?:\s[a-z][\w-]{1,30})?)\s(?:record|object|payload|entry|table)\b/i.exec(
      text,
    ) ?? [];
  return marked ?? named ?? shortName(text);
}

function valuesIn(text: string, { source }: Said): StatedStructure[] {
  const inMarks = VALUES.exec(text);
  const words = inMarks ? undefined : BARE_VALUES.exec(text);
  const arrows = inMarks || words ? undefined : ARROWS.exec(text);
  const found = inMarks ?? words ?? arrows;
  if (!found) return [];
  const listed = arrows ? found[0].split(/\s?(?:→|->|=>)\s?/) : (inMarks?.[0] ?? words?.[1] ?? "").split(/[`,|/\s]+|\b(?:or|and)\b/);
  const values = [...new Set(listed.map((value) => value.trim()).filter(Boolean))];
  if (values.length < 3 && !arrows) return [];
  const before = text.slice(0, found.index);
  const subject = subjectOf(before, text);
  if (!subject) return [];
  const rule = arrows
    ? `changes in this order: ${values.map((value) => `\`${value}\``).join(" → ")}`
    : `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
  return [{ name: subject.owner, fields: [{ ...EMPTY_FIELD, name: subject.field, rule }], sources: [source] }];
}

/** What takes these values: "A loan is `a`, `b` or `c`" tells of the state of a loan, "`availability` (`a`, `b`)" of a field. */
function subjectOf(before: string, text: string): { owner: string; field: string } | undefined {
  const [, field] = /`(-{0,2}[a-z][\w-]{1,40})(?:[= ]<[^<>`]{1,40}>)?`[^`]{0,40}$/.exec(before) ?? [];
  if (field !== undefined && !field.startsWith("-")) {
    const [, owner] =
      /\b(?:each|an?|the|every|of)\s([a-z]{3,30})\s(?:shows\s|has\s|bears\s|with\s)?(?:an?\s|the\s)?`[^`]{1,40}`[^`]{0,40}$/i.exec(
        before,
      ) ?? [];
    return { owner: owner ?? field, field };
  }
  if (field !== undefined) return undefined;
  const [, owner] =
    /\b(?:an?|the|each|every)\s([a-z]{3,30})\s(?:is|has|can be|may be|are|moves?|status|state|goes)\b[^`]{0,40}$/i.exec(before) ?? [];
  const word = /\b(?:status|state|stage|phase)\b/i.exec(text)?.[0].toLowerCase();
  return owner === undefined ? undefined : { owner, field: word ?? "state" };
}

/** Tables of the PRD with a column of names and one of types. */
function tablesOfFields(prd: AlignedDocument): StatedStructure[] {
  return prd.markdown.allSections.flatMap(({ title, tables }) =>
    tables.flatMap((table) => {
      const keys = table.header.map(({ text }) => nameKey(text));
      const at = (names: readonly string[]) => keys.findIndex((key) => names.includes(key));
      const [name, type] = [at(["field", "fieldname", "column", "name", "attribute", "property", "parameter"]), at(["type", "datatype"])];
      if (name === -1 || type === -1) return [];
      const cell = (row: (typeof table.rows)[number], column: number) => (column === -1 ? "" : (row[column]?.source.trim() ?? ""));
      const fields = table.rows.map((row) => ({
        name: (row[name]?.text ?? "").trim(),
        type: row[type]?.text.trim() ?? "",
        required: cell(row, at(["required", "mandatory"])),
        rule: cell(row, at(["validation", "constraints", "constraint", "rule", "rules"])),
        meaning: cell(row, at(["description", "meaning", "notes", "purpose"])),
      }));
      const { file, line } = prd.place(table.span);
      return [{ name: title, fields: fields.filter((field) => field.name !== ""), sources: [{ file, line }] }];
    }),
  );
}
