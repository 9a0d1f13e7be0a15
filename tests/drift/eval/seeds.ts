import type { Survey } from "../../../src/survey/types.ts";

/** One change of an interface, as a person makes it in one line or two. */
export interface Seed {
  what: string;
  file: string;
  line: number;
  /** @returns the lines that stand in the place of a line; undefined where the line is not of the form that can be changed */
  change(line: string): string[] | undefined;
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  str: "int",
  int: "str",
  bool: "list[str]",
  string: "number",
  number: "string",
  String: "Integer",
  int64: "string",
};
/** A route that is told in one line. */
const CALL = /^\s*@?\w[\w.]*\(.*\)\s*;?$/;
const LITERAL = /(["'`])(\/[^"'`]*[A-Za-z][^"'`]*)\1/;

/** @returns changes of routes, parameters and fields that a survey has found, spread over all of them */
export function seedsFor({ routes: all, commands, types }: Survey): Seed[] {
  // Nobody designs an endpoint of any method.
  const routes = all.filter(({ method }) => method !== "ANY");
  const at = (file: string, line: number) => ({ file, line });
  const word = (line: string, name: string, other: string) =>
    line.includes(name) ? [line.replace(new RegExp(`\\b${name}\\b`), other)] : undefined;
  const based = new Set(types.flatMap(({ bases = [] }) => bases));
  const fields = types
    .filter(({ name }) => !based.has(name))
    .flatMap((type) => type.fields.map((field) => ({ ...field, type: field.type ?? "", file: type.file })));
  const paths =
    (change: (path: string) => string): ((line: string) => string[] | undefined) =>
    (line) =>
      LITERAL.test(line) ? [line.replace(LITERAL, (_, quote: string, path: string) => `${quote}${change(path)}${quote}`)] : undefined;
  return [
    ...routes.map(
      (route): Seed => ({
        what: `rename ${route.method} ${route.path}`,
        ...at(route.file, route.line),
        change: paths((path) => path.replace(/(^|.*\/)([A-Za-z][\w-]*)(?=\/|$)/, "$1renamed-$2")),
      }),
    ),
    ...routes.map(
      (route): Seed => ({
        what: `another method for ${route.method} ${route.path}`,
        ...at(route.file, route.line),
        change: (line) => word(line, route.method.toLowerCase(), route.method === "PUT" ? "patch" : "put"),
      }),
    ),
    ...routes.map(
      (route): Seed => ({
        what: `one more beside ${route.method} ${route.path}`,
        ...at(route.file, route.line),
        change: (line) => {
          const more = paths((path) => `${path.replace(/\/$/, "")}/more`)(line)?.[0];
          return more !== undefined && CALL.test(line) ? [more, line] : undefined;
        },
      }),
    ),
    ...routes.map(
      (route): Seed => ({
        what: `no more ${route.method} ${route.path}`,
        ...at(route.file, route.line),
        change: (line) => (CALL.test(line) ? [] : undefined),
      }),
    ),
    ...routes.flatMap(({ query = [] }) =>
      query.map(
        (one): Seed => ({
          what: `rename parameter ${one.name}`,
          ...at(one.file, one.line),
          change: (line) => word(line, one.name, `${one.name}_renamed`),
        }),
      ),
    ),
    ...commands.flatMap(({ registered, name, flags }) =>
      (registered && name.includes(" ") ? flags : [])
        .filter((flag) => flag.name.startsWith("--"))
        .map(
          (flag): Seed => ({
            what: `rename flag ${flag.name}`,
            ...at(flag.file, flag.line),
            change: (line) => {
              const bare = `"${flag.name.slice(2)}"`;
              return line.split(bare).length === 2 ? [line.replace(bare, `"${flag.name.slice(2)}-renamed"`)] : undefined;
            },
          }),
        ),
    ),
    ...fields.map(
      (field): Seed => ({
        what: `rename field ${field.name}`,
        ...at(field.file, field.line),
        change: (line) => word(line, field.name, `${field.name}_renamed`),
      }),
    ),
    ...fields.map(
      (field): Seed => ({
        what: `no more field ${field.name}`,
        ...at(field.file, field.line),
        change: (line) => (new RegExp(`^\\s*${field.name}\\??: [^{(\\[]*$`).test(line) ? [] : undefined),
      }),
    ),
    ...fields.map(
      (field): Seed => ({
        what: `one more field beside ${field.name}`,
        ...at(field.file, field.line),
        change: (line) =>
          new RegExp(`^\\s*${field.name}\\??: [^{(\\[]*$`).test(line) ? [line, line.replace(field.name, "one_more")] : undefined,
      }),
    ),
    ...fields
      .filter(({ type }) => OTHER_TYPES[type])
      .map(
        (field): Seed => ({
          what: `another type for ${field.name}`,
          ...at(field.file, field.line),
          change: (line) => word(line, field.type, OTHER_TYPES[field.type] ?? ""),
        }),
      ),
  ];
}

/** @returns so many of the seeds that can be sown, of each sort in turn */
export function spread(seeds: readonly Seed[], most: number, lineOf: (seed: Seed) => string | undefined): Seed[] {
  const sorts = new Map<string, Seed[]>();
  for (const seed of seeds) {
    const line = lineOf(seed);
    const sown = line === undefined ? undefined : seed.change(line);
    if (sown === undefined || sown.join("\n") === line) continue;
    const sort = seed.what.split(/ (?:GET|POST|PUT|PATCH|DELETE|ANY|\w+$)/)[0] ?? "";
    sorts.set(sort, [...(sorts.get(sort) ?? []), seed]);
  }
  const chosen: Seed[] = [];
  for (let round = 0; chosen.length < most && round < 100; round++)
    for (const own of sorts.values()) {
      const seed = own[(round * 3) % own.length];
      if (seed && chosen.length < most && !chosen.includes(seed)) chosen.push(seed);
    }
  return chosen;
}
