import { membersOf } from "../../model/survey/things.ts";
import type { DataField } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import { groupBy } from "../../text/group.ts";
import { hasWord, nameKey, singular } from "../../text/names.ts";
import { areApart } from "./code-type.ts";
import { pairNames } from "./members.ts";
import type { Compared, Found, LineOf } from "./types.ts";

/** A structure or an entity of the documents. */
interface Designed {
  name: string;
  fields: readonly DataField[];
  place: LineOf;
}

/** A type or a table of the code. */
interface Built extends LineOf {
  name: string;
  kind: "type" | "table";
  members: readonly (LineOf & { name: string; type?: string })[];
  /** Nothing of it is unseen, and it is made for this alone: what it has more was not designed. */
  closed: boolean;
}

/** Holds the structures and entities of a design against the types and tables of the code, field by field. */
export function structureDrifts({ model, survey, past }: Compared): Found[] {
  const now = { types: typesOf(survey), tables: tablesOf(survey) };
  const before = past && { types: typesOf(past), tables: tablesOf(past) };
  const entities = model.entities.map(({ columns, ...entity }) => ({ ...entity, fields: columns }));
  return onceEach([
    ...model.backend.structures.flatMap((one) => compare(one, now.types, before?.types)),
    ...entities.flatMap((one) => compare(one, now.tables, before?.tables)),
  ]);
}

/** What several structures take from one line of the code is one difference. */
function onceEach(found: readonly Found[]): Found[] {
  const memberOf = ({ subject }: Found) => nameKey(subject.split(".").at(-1) ?? "");
  const groups = groupBy(found, (one) => (one.code ? `${one.kind} ${memberOf(one)} ${one.code.file}:${one.code.line}` : one.text));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const also = [...new Set(others.map(({ subject }) => subject.split(".")[0] ?? ""))].filter((name) => !hasWord(first.text, name));
    const text = also.length > 0 ? `${first.text}, and so for ${also.join(", ")}` : first.text;
    return [{ ...first, text, names: [first, ...others].flatMap(({ names }) => names) }];
  });
}

type Known = ReadonlyMap<string, readonly Built[]>;

function typesOf({ types, tables }: Survey): Known {
  const byName = groupBy(types, ({ name }) => name);
  const stored = new Set(tables.flatMap(({ model }) => model ?? []));
  const all = types.map((type): Built => {
    const { members, closed } = membersOf(type, byName, 0);
    return { name: type.name, kind: "type", file: type.file, line: type.line, members, closed: closed && !stored.has(type.name) };
  });
  return groupBy(all, ({ name }) => nameKey(name));
}

function tablesOf({ tables }: Survey): Known {
  const all = tables.map(({ name, file, line, columns }): Built => ({ name, kind: "table", file, line, members: columns, closed: false }));
  return groupBy(all, ({ name }) => singular(nameKey(name)));
}

function compare(designed: Designed, now: Known, before: Known | undefined): Found[] {
  const was = before && meant(designed, before);
  const built = (was && same(was, now, designed)) ?? meant(designed, now);
  if (built) return compareMembers(designed, built);
  if (!was) return [];
  const other = [...now.values()].flat().find((one) => !before.has(keyOf(one)) && sharesHalf(designed, one));
  const names = [designed.name];
  if (!other)
    return [
      {
        kind: "removed",
        subject: designed.name,
        text: `${was.kind} ${designed.name} is designed, and the code has it no longer`,
        design: line(designed.place),
        certain: false,
        names,
      },
    ];
  const text = `${designed.name} is designed, the code calls it ${other.name}`;
  return [
    {
      kind: "built-otherwise",
      subject: designed.name,
      text,
      design: line(designed.place),
      code: line(other),
      certain: false,
      names: [...names, other.name],
    },
  ];
}

const keyOf = ({ name, kind }: Built) => (kind === "table" ? singular(nameKey(name)) : nameKey(name));

/** What a thing has become where it stood: a change of it makes no other thing of its name the one that is meant. */
function same(was: Built, now: Known, designed: Designed): Built | undefined {
  const own = (now.get(keyOf(was)) ?? []).filter(({ name, file }) => name === was.name && file === was.file);
  return own.length === 1 && own[0] && sharesHalf(designed, own[0]) ? own[0] : undefined;
}

/** Of several things of one name, the one that shares most; one that shares less than half is something else. */
function meant(designed: Designed, known: Known): Built | undefined {
  const own = [...(known.get(nameKey(designed.name)) ?? []), ...(known.get(singular(nameKey(designed.name))) ?? [])];
  const [best] = own.sort((a, b) => shared(designed, b) - shared(designed, a));
  return best && sharesHalf(designed, best) ? best : undefined;
}

function shared({ fields }: Designed, { members }: Built): number {
  const have = new Set(members.map(({ name }) => nameKey(name)));
  return fields.filter(({ name }) => have.has(nameKey(name))).length;
}

function sharesHalf(designed: Designed, built: Built): boolean {
  const least = Math.min(designed.fields.length, built.members.length);
  return least > 0 && shared(designed, built) * 2 >= least;
}

const line = ({ file, line: at }: LineOf): LineOf => ({ file, line: at });

function compareMembers({ name: owner, fields, place }: Designed, built: Built): Found[] {
  const { missing, extra, renamed, both } = pairNames(fields, built.members, (a, b) => !areApart(a.dataType, b.type ?? ""));
  const found: Found[] = [];
  const tell = (kind: Found["kind"], text: string, member: string, design: LineOf, code: LineOf, more: string[] = []) =>
    found.push({
      kind,
      subject: `${owner}.${member}`,
      text,
      design: line(design),
      code: line(code),
      certain: false,
      names: [`${owner}.${member}`, ...more],
    });
  for (const { designed, built: other } of renamed)
    tell(
      "built-otherwise",
      `${owner}.${designed.name} is designed, ${built.name} in the code has ${other.name}`,
      designed.name,
      designed.place,
      other,
      [`${owner}.${other.name}`],
    );
  for (const one of missing)
    tell(
      "built-otherwise",
      `${owner}.${one.name} is designed, and ${built.name} in the code has no such ${built.kind === "table" ? "column" : "field"}`,
      one.name,
      one.place,
      built,
    );
  for (const { designed, built: other } of both)
    if (areApart(designed.dataType, other.type ?? ""))
      tell(
        "built-otherwise",
        `${owner}.${designed.name} is designed as ${designed.type}, the code has ${other.type}`,
        designed.name,
        designed.typePlace,
        other,
      );
  for (const one of built.closed ? extra : [])
    tell("not-designed", `${built.name} in the code has ${one.name}, which the design does not name`, one.name, place, one);
  return found;
}
