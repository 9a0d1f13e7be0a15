import type { ErrorCode, Interface, MachineContracts } from "../../model/types.ts";
import { firstSentence, type NamedSchema, readStructure } from "../schema/structures.ts";
import { isStructure, typeWords } from "../schema/words.ts";
import { asList, asMap, asText, lineOf } from "../tree/parse.ts";
import type { Resolver } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";
import { partOf } from "./values.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Where an error code stands, which OpenAPI has no place for. */
export const ERROR_CODES = "x-error-codes";

/** Reads a document in OpenAPI 3: operations as endpoints, component schemas as structures. */
export function readOpenApi(document: TreeDocument, resolver: Resolver): MachineContracts {
  const root = asMap(document.root) ?? {};
  const schemas = namedSchemas(document, asMap(asMap(root.components)?.schemas));
  const [structures, values] = split(schemas, resolver);
  return {
    structures: structures.map((schema) => readStructure(schema, resolver)),
    values: values.map(({ name }) => name),
    interfaces: [...readPaths(root.paths, document, resolver, root.security), ...readWebhooks(root.webhooks, document, resolver)],
    errors: readErrors(root, document),
    problems: [],
  };
}

/** @returns the schemas of a mapping, under their names */
export function namedSchemas(document: TreeDocument, schemas: Record<string, unknown> | undefined): NamedSchema[] {
  return Object.entries(schemas ?? {}).map(([name, schema]) => ({ name, schema, document, line: lineOf(document, schemas, name) }));
}

/** @returns schemas with fields, and those that name a value */
export function split(schemas: readonly NamedSchema[], resolver: Resolver): [structures: NamedSchema[], values: NamedSchema[]] {
  const hasFields = ({ schema, document }: NamedSchema) => {
    const found = resolver.follow(schema, document);
    const map = asMap(found?.value);
    return found !== undefined && map !== undefined && isStructure(map, found.document, resolver);
  };
  return [schemas.filter(hasFields), schemas.filter((schema) => !hasFields(schema))];
}

function readPaths(paths: unknown, document: TreeDocument, resolver: Resolver, security: unknown): Interface[] {
  return Object.entries(asMap(paths) ?? {}).flatMap(([path, entry]) => {
    const found = resolver.follow(entry, document);
    const item = asMap(found?.value);
    if (!found || !item || !path.startsWith("/")) return [];
    const operations = [
      ...Object.entries(item).filter(([key]) => METHODS.includes(key)),
      ...Object.entries(asMap(item.additionalOperations) ?? {}),
    ];
    return operations.flatMap(([method, operation]) => {
      const map = asMap(operation);
      if (!map) return [];
      const name = `${method.toUpperCase()} ${path}`;
      const place = { file: found.document.file, line: lineOf(found.document, item, method), column: 1 };
      const of = { name, place, parameters: [...asList(item.parameters), ...asList(map.parameters)], security: map.security ?? security };
      return [readOperation(map, found.document, resolver, of)];
    });
  });
}

interface About {
  name: string;
  place: Interface["place"];
  parameters: unknown[];
  security: unknown;
}

function readOperation(operation: Record<string, unknown>, document: TreeDocument, resolver: Resolver, about: About): Interface {
  const { name, place, parameters, security } = about;
  const part = (items: readonly string[]) => partOf(items, place);
  const responses = Object.entries(asMap(operation.responses) ?? {}).map(([status, response]) =>
    describeResponse(status, response, document, resolver),
  );
  const body = bodyNames(asMap(resolver.follow(operation.requestBody, document)?.value), document, resolver);
  return {
    name,
    kind: "api",
    form: "section",
    place,
    values: {
      Purpose: part([firstSentence(operation) || asText(operation.operationId)]),
      "Authentication and authorization": part([asText(operation["x-authorization"]) || describeSecurity(security)]),
      Parameters: part(orNone(parameters.flatMap((parameter) => describeParameter(parameter, document, resolver)))),
      "Request body": part(orNone(body)),
      Response: part(orNone(responses.filter(({ status }) => /^[123]/.test(status)).map(({ text }) => text))),
      "Error responses": part(orNone(responses.filter(({ status }) => /^[45]/.test(status)).map(({ text }) => text))),
    },
  };
}

function orNone(items: readonly string[]): readonly string[] {
  return items.length > 0 ? items : ["none"];
}

function describeSecurity(security: unknown): string {
  const schemes = asList(security).map((requirement) =>
    Object.entries(asMap(requirement) ?? {})
      .map(([scheme, scopes]) => [scheme, ...asList(scopes).map(String)].join(" "))
      .join(" and "),
  );
  return schemes.filter(Boolean).join(" or ") || "none";
}

function describeParameter(parameter: unknown, document: TreeDocument, resolver: Resolver): string[] {
  const found = resolver.follow(parameter, document);
  const map = asMap(found?.value);
  if (!found || !map || asText(map.name) === "") return [];
  const content = Object.values(asMap(map.content) ?? {})[0];
  const { type, rules } = typeWords(map.schema ?? asMap(content)?.schema ?? {}, found.document, resolver);
  const facts = [type, ...(map.required === true ? ["required"] : []), ...rules].join(", ");
  return [`${asText(map.in)} \`${asText(map.name)}\` ${facts}`];
}

/** @returns the names of the structures in a body, whatever its media types */
function bodyNames(body: Record<string, unknown> | undefined, document: TreeDocument, resolver: Resolver): string[] {
  const contents = Object.values(asMap(body?.content) ?? {});
  const names = contents.flatMap((content) => {
    const { type, names: referred } = typeWords(asMap(content)?.schema ?? {}, document, resolver);
    return referred.length > 0 ? [marked(type, referred)] : type === "any" ? [] : [type];
  });
  return [...new Set(names)];
}

function marked(type: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replace(name, `\`${name}\``), type);
}

function describeResponse(status: string, response: unknown, document: TreeDocument, resolver: Resolver): { status: string; text: string } {
  const found = resolver.follow(response, document);
  const map = asMap(found?.value);
  const bodies = found ? bodyNames(map, found.document, resolver) : [];
  const codes = asList(map?.[ERROR_CODES]).map((code) => `\`${String(code)}\``);
  const text = [[status, ...codes].join(" "), ...(bodies.length > 0 ? [`with ${bodies.join(" or ")}`] : [])].join(" ");
  const said = firstSentence(map);
  // An export describes a failure by its codes, where the design says no more.
  const isNew = said !== "" && said !== status && !codes.some((code) => said.startsWith(code.slice(1, -1)));
  return { status, text: isNew ? `${text}, ${said}` : text };
}

function readWebhooks(webhooks: unknown, document: TreeDocument, resolver: Resolver): Interface[] {
  const map = asMap(webhooks) ?? {};
  return Object.entries(map).flatMap(([name, entry]) => {
    const found = resolver.follow(entry, document);
    const operation = METHODS.map((method) => asMap(asMap(found?.value)?.[method])).find((each) => each !== undefined);
    if (!found || !operation) return [];
    const place = { file: document.file, line: lineOf(document, map, name), column: 1 };
    const body = bodyNames(asMap(resolver.follow(operation.requestBody, found.document)?.value), found.document, resolver);
    const values = { Trigger: partOf([firstSentence(operation) || "not stated"], place), Payload: partOf(orNone(body), place) };
    return [{ name, kind: "service" as const, form: "section" as const, place, values }];
  });
}

function readErrors(root: Record<string, unknown>, document: TreeDocument): ErrorCode[] {
  return asList(root[ERROR_CODES]).flatMap((entry) => {
    const map = asMap(entry);
    const code = asText(map?.code);
    if (!map || code === "") return [];
    const place = { file: document.file, line: lineOf(document, map), column: 1 };
    return [{ code, status: String(map.status ?? ""), meaning: asText(map.meaning), place }];
  });
}
