import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as graphql from "graphql";
import type protobuf from "protobufjs";
import { packageRoot } from "../../context/package-root.ts";

interface Parsers {
  graphql: Pick<typeof graphql, "parse" | "GraphQLError">;
  protobufjs: typeof protobuf;
}

const loaded: Partial<Parsers> = {};

/**
 * Loads a parser on first use: few features have contracts in its language, and every start of the command would pay for it.
 * The package brings each in a file of its own; from the sources it is taken from where it is installed.
 */
export function parserOf<Name extends keyof Parsers>(name: Name): Parsers[Name] {
  const known = loaded[name];
  if (known) return known as Parsers[Name];
  const require = createRequire(import.meta.url);
  const own = join(packageRoot(), "dist", "parsers", `${name}.cjs`);
  const parser = require(existsSync(own) ? own : name) as Parsers[Name];
  loaded[name] = parser;
  return parser;
}
