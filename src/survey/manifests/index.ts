import { parse as parseToml } from "smol-toml";
import { jsonNestsTooDeep, NESTS_TOO_DEEP } from "../../text/nesting.ts";
import type { Plain, Project } from "../project.ts";
import type { Dependency } from "../types.ts";
import { locked } from "./locks.ts";

/** Dependencies of every manifest, with the version that a lock file beside it has fixed. */
export function dependenciesOf(project: Project): Dependency[] {
  const fixed = locked(project);
  return [...project.plain.values()]
    .flatMap((file) => {
      const reader = READERS.find(([name]) => name.test(file.path));
      try {
        return reader ? reader[1](file) : [];
      } catch {
        // A manifest that does not parse names nothing.
        return [];
      }
    })
    .map((one) => {
      const key = `${one.ecosystem} ${one.name.toLowerCase()}`;
      const version = fixed.get(`${key}@${one.version}`) ?? fixed.get(key);
      return version ? { ...one, locked: version } : one;
    });
}

const READERS: readonly [RegExp, (file: Plain) => Dependency[]][] = [
  [/(?:^|\/)package\.json$/, npm],
  [/(?:^|\/)requirements[^/]{0,40}\.txt$/, requirements],
  [/(?:^|\/)pyproject\.toml$/, pyproject],
  [
    /(?:^|\/)go\.mod$/,
    (file) => byLine(file, "go", /^\s{0,9}(?:require\s{1,9})?([\w.-]{1,60}\.[\w.-]{1,20}\/\S{1,200})\s{1,9}(v\S{1,80})/),
  ],
  [/(?:^|\/)Cargo\.toml$/, cargo],
  [/(?:^|\/)pom\.xml$/, maven],
  [
    /(?:^|\/)build\.gradle(?:\.kts)?$/,
    (file) =>
      byLine(
        file,
        "maven",
        /^\s{0,40}(?:implementation|api|compileOnly|runtimeOnly|annotationProcessor|testImplementation|kapt)\s{0,9}\(?\s{0,9}["']([\w.-]{1,99}:[\w.-]{1,99})(?::([\w.${}-]{1,60}))?["']/,
      ),
  ],
  [
    /\.csproj$|(?:^|\/)Directory\.Packages\.props$/,
    (file) => byLine(file, "nuget", /<Package(?:Reference|Version)\s{1,9}Include="([^"]{1,120})"(?:\s{1,9}Version="([^"]{1,60})")?/),
  ],
  [
    /(?:^|\/)Gemfile$/,
    (file) => byLine(file, "rubygems", /^\s{0,20}gem\s{1,9}["']([\w-]{1,80})["'](?:\s{0,9},\s{0,9}["']([^"']{1,40})["'])?/),
  ],
  [/(?:^|\/)composer\.json$/, composer],
];

function byLine({ path, text }: Plain, ecosystem: string, pattern: RegExp): Dependency[] {
  return text.split("\n").flatMap((line, index): Dependency[] => {
    const found = line.length < 2_000 ? pattern.exec(line) : null;
    return found ? [{ name: found[1] as string, ...(found[2] ? { version: found[2] } : {}), ecosystem, file: path, line: index + 1 }] : [];
  });
}

/** @returns the line on which a name stands. */
function lineOf(text: string, name: string): number {
  const at = text.indexOf(name);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

const entries = (value: unknown): [string, unknown][] => (value && typeof value === "object" ? Object.entries(value) : []);

/** @throws Error where a manifest is no JSON, or nests so deep that its values cannot be written out */
function readJson(text: string): Record<string, unknown> {
  if (jsonNestsTooDeep(text)) throw new Error(NESTS_TOO_DEEP);
  return JSON.parse(text) as Record<string, unknown>;
}

function npm({ path, text }: Plain): Dependency[] {
  const manifest = readJson(text);
  return (["dependencies", "devDependencies"] as const).flatMap((key) =>
    entries(manifest[key]).map(
      ([name, version]): Dependency => ({
        name,
        version: String(version),
        ecosystem: "npm",
        ...(key === "devDependencies" ? { dev: true } : {}),
        file: path,
        line: lineOf(text, `"${name}"`),
      }),
    ),
  );
}

function composer({ path, text }: Plain): Dependency[] {
  const manifest = readJson(text);
  return [
    ...entries(manifest.require).map((one) => [one, false] as const),
    ...entries(manifest["require-dev"]).map((one) => [one, true] as const),
  ].map(
    ([[name, version], dev]): Dependency => ({
      name,
      version: String(version),
      ecosystem: "composer",
      ...(dev ? { dev } : {}),
      file: path,
      line: lineOf(text, `"${name}"`),
    }),
  );
}

function requirements(file: Plain): Dependency[] {
  return byLine(file, "pypi", /^([A-Za-z0-9][\w.-]{0,80})(?:\[[^\]]{1,80}\])?\s{0,9}(?:(?:[=~<>!]=?=?)\s{0,9}([\w.*,<>=! ]{1,60}))?/);
}

const REQUIREMENT = /^([A-Za-z0-9][\w.-]{0,80})(?:\[[^\]]{1,80}\])?\s{0,9}\(?\s{0,9}(?:[=~<>!^]{1,3}\s{0,9}([\w.*]{1,40}))?/;

function pyproject({ path, text }: Plain): Dependency[] {
  const manifest = parseToml(text) as {
    project?: { dependencies?: unknown; "optional-dependencies"?: unknown };
    tool?: { poetry?: { dependencies?: unknown } };
    "dependency-groups"?: unknown;
  };
  const listed = [manifest.project?.dependencies, ...entries(manifest.project?.["optional-dependencies"]).map(([, list]) => list)].flatMap(
    (list) => (Array.isArray(list) ? list : []),
  );
  const own = listed.flatMap((one): Dependency[] => {
    const found = REQUIREMENT.exec(String(one));
    return found
      ? [
          {
            name: found[1] as string,
            ...(found[2] ? { version: found[2] } : {}),
            ecosystem: "pypi",
            file: path,
            line: lineOf(text, String(one)),
          },
        ]
      : [];
  });
  const poetry = entries(manifest.tool?.poetry?.dependencies).map(
    ([name, version]): Dependency => ({
      name,
      version: typeof version === "string" ? version : String((version as { version?: string })?.version ?? ""),
      ecosystem: "pypi",
      file: path,
      line: lineOf(text, name),
    }),
  );
  return [...own, ...poetry.filter(({ name }) => name !== "python")];
}

function cargo({ path, text }: Plain): Dependency[] {
  const manifest = parseToml(text) as Record<string, unknown> & { workspace?: { dependencies?: unknown } };
  return [...entries(manifest.dependencies), ...entries(manifest.workspace?.dependencies)].map(([name, value]): Dependency => {
    const version = typeof value === "string" ? value : (value as { version?: string })?.version;
    return { name, ...(version ? { version } : {}), ecosystem: "crates", file: path, line: lineOf(text, name) };
  });
}

function maven({ path, text }: Plain): Dependency[] {
  const properties = new Map(
    [...text.matchAll(/<([\w.-]{1,80})>([^<>\s]{1,80})<\/\1>/g)].map(([, key, value]) => [key as string, value as string]),
  );
  return [...text.matchAll(/<(?:dependency|parent)>([\s\S]{1,2000}?)<\/(?:dependency|parent)>/g)].flatMap((match): Dependency[] => {
    const read = (tag: string) => new RegExp(`<${tag}>\\s{0,99}([^<>\\s]{1,120})`).exec(match[1] as string)?.[1];
    const [group, artifact] = [read("groupId"), read("artifactId")];
    if (!group || !artifact) return [];
    const version = read("version")?.replace(/^\$\{([^}]{1,80})\}$/, (whole, key: string) => properties.get(key) ?? whole);
    return [
      {
        name: `${group}:${artifact}`,
        ...(version ? { version } : {}),
        ecosystem: "maven",
        file: path,
        line: text.slice(0, match.index).split("\n").length,
      },
    ];
  });
}
