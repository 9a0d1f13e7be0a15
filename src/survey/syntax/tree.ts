/** One tree for all languages: what tree-sitter's grammars call by a hundred names, in the few kinds that a reader of frameworks asks for. */
export type Expr = Str | Text | Name | Member | Call | List | MapOf | Fn | Class | Assign | Return | Import | Export | Other;

interface At {
  line: number;
}
/** A literal whose value is known. */
export interface Str extends At {
  t: "str";
  v: string;
}
/** A text that is put together: literals and what stands between them. */
export interface Text extends At {
  t: "text";
  parts: Expr[];
}
export interface Name extends At {
  t: "name";
  v: string;
}
export interface Member extends At {
  t: "member";
  of: Expr;
  name: string;
}
export interface Call extends At {
  t: "call";
  fn: Expr;
  args: Expr[];
  named: Record<string, Expr>;
  /** An object is made, or the initialiser of one; its extra entries are among the named. */
  made?: boolean;
}
export interface List extends At {
  t: "list";
  items: Expr[];
}
export interface MapOf extends At {
  t: "map";
  entries: { key: Expr; value: Expr }[];
  /** The type that is named in front of the entries. */
  type?: string;
}
export interface Param {
  name: string;
  type?: string;
  optional?: boolean;
  value?: Expr;
  notes: Call[];
  line: number;
}
export interface Fn extends At {
  t: "fn";
  name?: string;
  params: Param[];
  /** The type that a method of Go or Rust belongs to. */
  on?: string;
  returns?: string;
  notes: Call[];
  body: Expr[];
}
export interface Field {
  name: string;
  type?: string;
  optional?: boolean;
  /** Belongs to the class and not to its objects. */
  fixed?: boolean;
  value?: Expr;
  notes: Call[];
  /** Go's tag. */
  tag?: string;
  /** What a variant of an enumeration carries. */
  inner?: Field[];
  line: number;
}
export interface Class extends At {
  t: "class";
  sort: "class" | "interface" | "record" | "struct" | "enum" | "type" | "trait" | "module";
  name: string;
  bases: string[];
  notes: Call[];
  fields: Field[];
  methods: Fn[];
  /** Classes within, and what is called in the body. */
  body: Expr[];
  last: number;
}
export interface Assign extends At {
  t: "assign";
  to: Expr;
  value: Expr;
  /** Said to be constant, or assigned at the top of a file. */
  type?: string;
}
export interface Return extends At {
  t: "return";
  value: Expr;
}
export interface Import extends At {
  t: "import";
  from: string;
  /** `*` is the whole module. */
  names: { local: string; name: string }[];
}
export interface Export extends At {
  t: "export";
  names: { name: string; value: Expr }[];
  /** What is handed on from another module; `*` is all of it. */
  from?: string;
}
export interface Other extends At {
  t: "other";
  parts: Expr[];
}

export const NOTHING: Other = { t: "other", parts: [], line: 0 };

/** @returns the parts of an expression, in the order of the text. */
export function partsOf(e: Expr): Expr[] {
  switch (e.t) {
    case "text":
      return e.parts;
    case "member":
      return [e.of];
    case "call":
      return [e.fn, ...e.args, ...Object.values(e.named)];
    case "list":
      return e.items;
    case "map":
      return e.entries.map(({ value }) => value);
    case "fn":
      return e.body;
    case "class":
      return [...e.fields.flatMap(({ value }) => value ?? []), ...e.methods, ...e.body];
    case "assign":
      return [e.to, e.value];
    case "return":
      return [e.value];
    case "export":
      return e.names.map(({ value }) => value);
    case "other":
      return e.parts;
    default:
      return [];
  }
}

/** Visits an expression and all within it; a visitor that answers false is not led further in. */
export function walk(e: Expr, visit: (e: Expr) => boolean | undefined | undefined): void {
  const open = [e];
  for (let at = open.pop(); at; at = open.pop()) {
    if (visit(at) === false) continue;
    const parts = partsOf(at);
    for (let index = parts.length - 1; index >= 0; index--) open.push(parts[index] as Expr);
  }
}

/** @returns the name that a call or a member ends in: `get` of `app.get(...)`. */
export function endOf(e: Expr | undefined): string {
  if (e?.t === "name") return e.v;
  if (e?.t === "member") return e.name;
  if (e?.t === "call") return endOf(e.fn);
  return "";
}

/** @returns the dotted name of an expression; none where something else stands within. */
export function dotted(e: Expr | undefined): string {
  if (e?.t === "name") return e.v;
  if (e?.t !== "member") return "";
  const front = dotted(e.of);
  return front === "" ? "" : `${front}.${e.name}`;
}

/** @returns the value of a map or of named arguments, by its key. */
export function entry(e: Expr | undefined, ...keys: string[]): Expr | undefined {
  if (e?.t === "call") for (const key of keys) if (Object.hasOwn(e.named, key)) return e.named[key];
  if (e?.t === "map") for (const key of keys) for (const one of e.entries) if (keyOf(one.key) === key) return one.value;
  return undefined;
}

/** @returns a literal, or the name that stands for a key. */
export function keyOf(e: Expr | undefined): string {
  return e?.t === "str" || e?.t === "name" ? e.v : e?.t === "member" ? e.name : "";
}

/** @returns the literal texts of a list, or of the one expression. */
export function texts(e: Expr | undefined): string[] {
  if (e?.t === "str") return [e.v];
  if (e?.t === "list") return e.items.flatMap(texts);
  return [];
}
