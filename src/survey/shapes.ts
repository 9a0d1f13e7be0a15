import type { Project, Source } from "./project.ts";
import { type Class, type Expr, endOf, keyOf, walk } from "./syntax/tree.ts";

/** Types with their fields: classes, records, structs, interfaces, enumerations, and schemas of zod. */
export function collectTypes(project: Project): void {
  for (const source of project.sources.values()) {
    // Settings of the class around, and no shape of their own.
    const settings = new Set<Expr>();
    walk(source.tree, (e) => {
      if (e.t === "class" && source.language === "python")
        for (const part of e.body) if (part.t === "class" && /^(?:Meta|Config)$/.test(part.name)) settings.add(part);
      return undefined;
    });
    walk(source.tree, (e) => {
      if (e.t === "class" && e.name !== "" && e.sort !== "module" && !settings.has(e)) {
        const fields = e.fields.filter(
          (field) => !field.fixed && field.name !== "" && !field.name.startsWith("__") && field.tag !== "private",
        );
        // What has neither fields nor values, nor takes any from above, is behaviour, and no shape.
        if (fields.length > 0 || (e.sort === "class" && isShapedAbove(project, source, e)))
          project.types.push({
            name: e.name,
            kind: kindOf(e),
            language: source.language,
            ...(basesOf(e).length > 0 && { bases: basesOf(e) }),
            fields: fields.map(({ name, type, optional, line }) => ({
              name,
              ...(type ? { type } : {}),
              ...(optional ? { optional } : {}),
              line,
            })),
            file: source.path,
            line: e.line,
          });
      } else if (e.t === "assign" && e.to.t === "name") {
        const fields = zodFields(e.value);
        if (fields) project.types.push({ name: e.to.v, kind: "zod", language: source.language, fields, file: source.path, line: e.line });
      }
      return e.t !== "fn" || source.language !== "go";
    });
  }
}

/** Whether the class that it extends holds data alone: what extends a class that acts, acts as well. */
function isShapedAbove(project: Project, source: Source, made: Class, depth = 0): boolean {
  if (made.methods.length > 0 || depth > 6) return false;
  return basesOf(made).some((base) => {
    const [above] = project.classes(base.split(".").at(-1) ?? "", source).filter((one) => one.made !== made);
    if (above?.made.sort !== "class") return false;
    return (
      above.made.fields.some(({ fixed, tag }) => !fixed && tag !== "private") || isShapedAbove(project, above.source, above.made, depth + 1)
    );
  });
}

/** What it takes fields from: no settings, and no type parameters. */
function basesOf({ bases }: Class): string[] {
  return bases.filter((base) => !base.includes("=")).map((base) => base.replace(/[<[(].{0,300}$/s, "").replace(/^\*/, ""));
}

function kindOf(made: Class): string {
  if (made.sort === "class" && made.bases.some((base) => /(?:^|\.)(?:BaseModel|SQLModel|BaseSettings)$/.test(base))) return "pydantic";
  if (made.notes.some((note) => endOf(note.fn) === "dataclass")) return "dataclass";
  return made.sort;
}

/** `z.object({...})`, with whatever follows it. */
function zodFields(e: Expr): { name: string; type?: string; line: number }[] | undefined {
  let call: Expr = e;
  while (call.t === "call" && call.fn.t === "member" && call.fn.of.t === "call") call = call.fn.of;
  if (
    call.t !== "call" ||
    call.fn.t !== "member" ||
    !["object", "strictObject", "looseObject"].includes(call.fn.name) ||
    keyOf(call.fn.of) !== "z"
  )
    return undefined;
  const [map] = call.args;
  return map?.t === "map"
    ? map.entries
        .filter(({ key }) => keyOf(key) !== "...")
        .map(({ key, value }) => ({ name: keyOf(key), type: zodType(value), line: key.line }))
    : undefined;
}

function zodType(e: Expr): string {
  let call: Expr = e;
  while (call.t === "call" && call.fn.t === "member" && call.fn.of.t === "call") call = call.fn.of;
  return endOf(call);
}
