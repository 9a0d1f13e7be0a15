import type { Project } from "./project.ts";
import type { NamingFact, Place } from "./types.ts";

const STYLES: readonly [string, RegExp][] = [
  ["UPPER_SNAKE", /^[A-Z][A-Z0-9]{0,80}(?:_[A-Z0-9]{1,80}){0,20}$/],
  ["snake_case", /^[a-z][a-z0-9]{0,80}(?:_[a-z0-9]{1,80}){1,20}$/],
  ["kebab-case", /^[a-z][a-z0-9]{0,80}(?:-[a-z0-9]{1,80}){1,20}$/],
  ["camelCase", /^[a-z][a-z0-9]{0,80}[A-Z][A-Za-z0-9]{0,200}$/],
  ["PascalCase", /^[A-Z][A-Za-z0-9]{1,200}$/],
];

type Named = Place & { name: string };

/** Names by their kind, each with the style that most of them have, and those that have another. */
export function namingOf(project: Project): NamingFact[] {
  const kinds: [string, Named[]][] = [
    [
      "file",
      [...project.sources.values()].map(({ path }) => ({
        name: (path.split("/").at(-1) as string).replace(/\..{1,60}$/, ""),
        file: path,
        line: 1,
      })),
    ],
    ["type", project.types],
    ["field", project.types.flatMap(({ file, fields }) => fields.map(({ name, line }) => ({ name, file, line })))],
    ["table", project.tables],
    ["column", project.tables.flatMap(({ columns }) => columns)],
    [
      "route segment",
      project.routes.flatMap(({ path, file, line }) =>
        path
          .split("/")
          .filter((part) => /^[A-Za-z][\w-]{1,80}$/.test(part))
          .map((name) => ({ name, file, line })),
      ),
    ],
    [
      "command",
      project.commands.flatMap(({ name, file, line }) =>
        name
          .split(" ")
          .slice(-1)
          .map((one) => ({ name: one, file, line })),
      ),
    ],
    [
      "flag",
      project.commands.flatMap(({ flags }) => flags.map(({ name, file, line }) => ({ name: name.replace(/^-{1,2}/, ""), file, line }))),
    ],
    ["event", project.events],
  ];
  return kinds.flatMap(([kind, names]): NamingFact[] => {
    const told = names.flatMap((one) => {
      const style = STYLES.find(([, pattern]) => pattern.test(one.name))?.[0];
      return style ? [{ ...one, style }] : [];
    });
    const counts = new Map<string, number>();
    for (const { style } of told) counts.set(style, (counts.get(style) ?? 0) + 1);
    const best = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (!best) return [];
    const exceptions = told
      .filter(({ style }) => style !== best[0])
      .slice(0, 20)
      .map(({ name, file, line }) => ({ name, file, line }));
    return [{ kind, style: best[0], count: best[1], all: told.length, exceptions }];
  });
}
