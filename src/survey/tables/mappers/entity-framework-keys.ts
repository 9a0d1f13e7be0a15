import type { OwnedClass, Project } from "../../project.ts";
import { endOf, type Field } from "../../syntax/tree.ts";
import type { Column } from "../../types.ts";

const bareOf = (type: string | undefined): string => (type ?? "").replace(/\?$/, "").split(".").at(-1) ?? "";

/**
 * The keys that Entity Framework adds where a class names another one and no property for its key: `Author` of a `Person` with `PersonId`
 * is kept as `AuthorPersonId`.
 *
 * @param stored the classes that have a table
 */
export function shadowKeys(project: Project, { source, made }: OwnedClass, stored: ReadonlySet<string>): Column[] {
  const properties = new Set(made.fields.map(({ name }) => name.toLowerCase()));
  return made.fields.flatMap((field): Column[] => {
    const type = bareOf(field.type);
    const other = stored.has(type) && isNavigation(field) ? project.classes(type, source)[0] : undefined;
    const key = other && keyOf(other);
    if (!key || isFarEnd(made.name, other)) return [];
    const plain = [`${field.name}Id`, `${field.name}${key.name}`, key.name, `${type}Id`];
    if (
      field.notes.some((note) => endOf(note.fn) === "ForeignKey") ||
      plain.some((name) => properties.has(name.toLowerCase()) && !isOwnKey(made.name, name))
    )
      return [];
    const name = key.name.toLowerCase().startsWith(field.name.toLowerCase()) ? key.name : `${field.name}${key.name}`;
    return [{ name, type: key.type, nullable: field.type?.endsWith("?"), file: source.path, line: field.line }];
  });
}

const isNavigation = ({ fixed, tag, notes }: Field): boolean =>
  !fixed && tag === undefined && !notes.some((note) => ["NotMapped", "InverseProperty"].includes(endOf(note.fn)));

const isOwnKey = (owner: string, name: string): boolean => ["id", `${owner}id`.toLowerCase()].includes(name.toLowerCase());

/** The property that tells objects apart: the one that says so, or by its name. */
function keyOf({ made }: OwnedClass): Field | undefined {
  const byName = (name: string) => made.fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  return made.fields.find((field) => field.notes.some((note) => endOf(note.fn) === "Key")) ?? byName("Id") ?? byName(`${made.name}Id`);
}

/** Of two that name each other, the one that has the other's key depends on it. */
function isFarEnd(owner: string, { made }: OwnedClass): boolean {
  const [back, ...others] = made.fields.filter(({ type }) => bareOf(type) === owner);
  return others.length === 0 && back !== undefined && made.fields.some(({ name }) => name.toLowerCase() === `${back.name}Id`.toLowerCase());
}
