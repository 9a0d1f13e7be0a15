import type { ContractFile } from "../../feature/types.ts";
import type { MachineContracts } from "../../model/types.ts";
import { asMap, asText, parseTree } from "../tree/parse.ts";
import { createResolver } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";
import { readAsyncApi } from "./asyncapi.ts";
import { readGraphql } from "./graphql.ts";
import { readJsonSchema } from "./json-schema.ts";
import { readOpenApi } from "./openapi.ts";
import { readProtobuf } from "./protobuf.ts";

const NOTHING: MachineContracts = { structures: [], values: [], interfaces: [], errors: [], problems: [] };

/** The languages that contracts are written in as JSON or YAML. */
type Language = "openapi" | "asyncapi" | "json-schema";

/** Versions whose form is known. */
const VERSIONS = { openapi: /^3\.[012](?:\.|$)/, asyncapi: /^(?:2\.\d{1,2}|3\.[01])(?:\.|$)/ } as const;

/**
 * Reads the contracts that are written in the languages of machines. What several files state is one set of facts.
 *
 * @param files those that state contracts, and those that they refer to
 */
export function readContracts(files: readonly ContractFile[]): MachineContracts {
  if (files.length === 0) return NOTHING;
  const trees = new Map<string, TreeDocument>();
  const readable = files.filter(({ trouble }) => trouble === undefined);
  for (const { file, text } of readable) if (!isText(file)) trees.set(file, parseTree(file, text));
  const resolver = createResolver(trees);
  const facts = readable.filter(({ referred }) => !referred).map((file) => readOne(file, trees.get(file.file), resolver));
  return {
    structures: facts.flatMap(({ structures }) => structures),
    values: facts.flatMap(({ values }) => values),
    interfaces: facts.flatMap(({ interfaces }) => interfaces),
    errors: facts.flatMap(({ errors }) => errors),
    problems: [
      ...files.flatMap(({ file, trouble }) =>
        trouble === undefined ? [] : [{ kind: "unreadable" as const, found: trouble, file, line: 1 }],
      ),
      ...[...trees.values()].flatMap(({ problems }) => problems),
      ...facts.flatMap(({ problems }) => problems),
      ...resolver.problems,
    ],
  };
}

/** Protobuf and GraphQL have languages of their own. */
function isText(file: string): boolean {
  return /\.(?:proto|graphqls?|gql)$/i.test(file);
}

function readOne(
  { file, text }: ContractFile,
  tree: TreeDocument | undefined,
  resolver: Parameters<typeof readOpenApi>[1],
): MachineContracts {
  if (/\.proto$/i.test(file)) return readProtobuf(file, text);
  if (!tree) return readGraphql(file, text);
  if (tree.root === undefined) return NOTHING;
  const language = languageOf(tree);
  if (language === undefined) return refused(tree, "unknown-form", file.split("/").at(-1) ?? file);
  if (language !== "json-schema") {
    const version = versionOf(tree, language);
    if (!VERSIONS[language].test(version)) return refused(tree, "version", `${language} ${version}`);
  }
  if (language === "openapi") return readOpenApi(tree, resolver);
  return language === "asyncapi" ? readAsyncApi(tree, resolver) : readJsonSchema(tree, resolver);
}

function refused({ file }: TreeDocument, kind: "version" | "unknown-form", found: string): MachineContracts {
  return { ...NOTHING, problems: [{ kind, found, file, line: 1 }] };
}

/** @returns the language of a document in JSON or YAML; undefined where it has the form of none */
function languageOf({ root }: TreeDocument): Language | undefined {
  const map = asMap(root);
  if (!map) return undefined;
  if ("openapi" in map || "swagger" in map) return "openapi";
  if ("asyncapi" in map) return "asyncapi";
  const isSchema = ["$schema", "$defs", "definitions", "properties", "$id", "allOf", "oneOf", "anyOf", "enum"].some((key) => key in map);
  return isSchema || typeof map.type === "string" ? "json-schema" : undefined;
}

function versionOf({ root }: TreeDocument, language: "openapi" | "asyncapi"): string {
  const map = asMap(root) ?? {};
  const stated = map[language] ?? map.swagger;
  return typeof stated === "number" ? stated.toFixed(1) : asText(stated);
}
