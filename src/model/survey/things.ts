import type { Survey } from "../../survey/types.ts";
import { addTo } from "../../text/group.ts";
import { nameKey, singular } from "../../text/names.ts";

/** A line of the code. */
export interface CodePlace {
  file: string;
  line: number;
}

/** A field or a column, as the code has it. */
export interface Member extends CodePlace {
  name: string;
  type?: string;
}

/** What the code calls by one name: a table, the type that stands for it, and other types of that name. */
export interface Thing extends CodePlace {
  name: string;
  kind: "type" | "table";
  /** Fields and columns by the keys of their names, what it takes from others among them. */
  members: ReadonlyMap<string, Member>;
  /** All that it takes fields from is of this code, so that what is not among its members is not there. */
  closed: boolean;
}

/** Classes of libraries that give no field of their own. */
const EMPTY =
  /^(?:object|BaseModel|SQLModel|Base|DeclarativeBase|Model|db\.Model|models\.Model|ABC|Generic|Protocol|TypedDict|NamedTuple|Enum|Serializable|Exception|Error|I[A-Z]\w{1,60}able)$/;
const DEEPEST = 12;

type Type = Survey["types"][number];

/** @returns what the code declares with fields or columns, by the singular form of its name's key */
export function thingsOf({ types, tables }: Survey): ReadonlyMap<string, Thing> {
  const byName = new Map<string, Type[]>();
  for (const type of types) addTo(byName, type.name, type);
  const things = new Map<string, Thing>();
  const put = (name: string, kind: Thing["kind"], place: CodePlace, members: readonly Member[], closed: boolean) => {
    const key = thingKey(name);
    const known = things.get(key);
    const all = new Map(known?.members ?? []);
    for (const member of members) if (!all.has(nameKey(member.name))) all.set(nameKey(member.name), member);
    const own = known ?? { name, kind, file: place.file, line: place.line };
    things.set(key, { ...own, members: all, closed: closed && (known?.closed ?? true) });
  };
  const models = new Map(tables.flatMap(({ name, model }) => (model ? [[thingKey(name), model]] : [])));
  for (const { name, columns, file, line, model } of tables)
    for (const one of new Set([name, ...(model ? [model] : [])])) put(one, "table", { file, line }, columns, true);
  for (const type of types) {
    const model = models.get(thingKey(type.name));
    // What a screen calls an item is no item of the table.
    if (model !== undefined && type !== closestTo(things.get(thingKey(model)), byName.get(model) ?? [])) continue;
    const { members, closed } = membersOf(type, byName, 0);
    put(type.name, "type", type, members, closed);
  }
  return things;
}

/** Of the types that are called as a table's model, the one that shares most with its columns. */
function closestTo(table: Thing | undefined, types: readonly Type[]): Type | undefined {
  const shared = ({ fields }: Type) => fields.filter(({ name }) => table?.members.has(nameKey(name))).length;
  return [...types].sort((a, b) => shared(b) - shared(a))[0];
}

/** @returns the form in which names of things are compared: `Items`, `item` and `Item` are one */
export function thingKey(name: string): string {
  return singular(nameKey(name));
}

/** Of several types of a name, the one of the folder that is named in front of it, else the one that stands nearest. */
function nearest(base: string, file: string, types: readonly Type[]): Type | undefined {
  const folder = base.split(".").at(-2);
  const closeness = (one: Type) => (folder && one.file.includes(`${folder}/`) ? 10_000 : 0) + sharedLength(one.file, file);
  return types.length < 2 ? types[0] : [...types].sort((a, b) => closeness(b) - closeness(a))[0];
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** @returns the fields of a type with those that it takes from others, and whether all of these are of this code */
export function membersOf({ fields, file, language, bases = [] }: Type, byName: ReadonlyMap<string, Type[]>, depth: number) {
  const members: Member[] = fields.map((field) => ({ ...field, file }));
  let closed = depth < DEEPEST;
  for (const base of closed ? bases : []) {
    const above = nearest(
      base,
      file,
      (byName.get(base.split(".").at(-1) ?? base) ?? []).filter((one) => one.language === language),
    );
    if (!above) closed &&= EMPTY.test(base);
    else {
      const inherited = membersOf(above, byName, depth + 1);
      members.push(...inherited.members);
      closed &&= inherited.closed;
    }
  }
  return { members, closed };
}
