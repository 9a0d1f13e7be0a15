import type { Dependency, Survey } from "../types.ts";
import { LIBRARIES } from "./libraries.ts";

/** What a package is called where its name is none that people say. */
const SHOWN: Readonly<Record<string, string>> = {
  "@nestjs/core": "nest",
  "@prisma/client": "prisma",
  "@oclif/core": "oclif",
  "@apollo/server": "apollo-server",
  "@trpc/server": "trpc",
  "@grpc/grpc-js": "grpc",
  "@elastic/elasticsearch": "elasticsearch",
  "github.com/urfave/cli": "urfave/cli",
  "github.com/lib/pq": "lib/pq",
  "github.com/golang-migrate/migrate": "golang-migrate",
  "github.com/go-playground/validator": "go-playground/validator",
  "github.com/golang-jwt/jwt": "golang-jwt",
  "go.temporal.io/sdk": "temporal",
};

interface Known {
  exact: ReadonlySet<string>;
  families: readonly string[];
}

const known = new Map<string, Known>();

function knownIn(ecosystem: string): Known {
  let found = known.get(ecosystem);
  if (!found) {
    const names = (LIBRARIES[ecosystem] ?? "").split(/\s{1,99}/).map((name) => name.toLowerCase());
    const families = names.filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
    found = { exact: new Set(names), families };
    known.set(ecosystem, found);
  }
  return found;
}

/** @returns the frameworks and libraries that shape a design, each with its version. */
export function frameworksOf(dependencies: readonly Dependency[]): Survey["frameworks"] {
  const found = new Map<string, Survey["frameworks"][number]>();
  for (const { name, version, locked, ecosystem, file, line } of dependencies) {
    // Go has the major version in the path.
    const plain = name.toLowerCase().replace(/\/v\d{1,3}$/, "");
    const { exact, families } = knownIn(ecosystem);
    if (!exact.has(plain) && !families.some((family) => plain.startsWith(family))) continue;
    const shown = name.replace(/\/v\d{1,3}$/, "");
    // PyPI makes no difference between capitals.
    const key = SHOWN[shown] ?? (ecosystem === "pypi" ? plain : shown).replace(/^.{0,60}[/:](?=[^/:]{1,60}$)/, "");
    const own = locked ?? version;
    if (!found.has(key)) found.set(key, { name: key, ...(own ? { version: own } : {}), file, line });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
