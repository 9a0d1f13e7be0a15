import { parametersOf } from "../../model/interfaces/parameters.ts";
import type { Interface, Model } from "../../model/types.ts";
import { ERROR_CODES } from "../read/openapi.ts";
import type { NotStated } from "./not-stated.ts";
import { isListOf, responsesOf, structureIn } from "./parts.ts";
import { type JsonMap, schemaOf, typeSchema } from "./schema.ts";
import { originOf, referencesOf, titleOf } from "./source.ts";

const ENDPOINT = /^([A-Z]+)\s+(\/\S*)$/;
const address = (name: string) => `#/components/schemas/${name}`;

/** @returns the endpoints of a backend design as OpenAPI 3.1; what the design does not say is listed */
export function exportOpenApi(model: Model, notStated: NotStated): JsonMap {
  const { backend } = model;
  const paths: Record<string, JsonMap> = {};
  for (const endpoint of backend.interfaces.filter(({ kind }) => kind === "api")) {
    const [, method, path] = ENDPOINT.exec(endpoint.name.replaceAll("`", "").trim()) ?? [];
    if (!method || !path) {
      const several = (endpoint.name.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g) ?? []).length > 1;
      notStated.add(
        endpoint.name,
        several ? "which part belongs to which endpoint: give each a heading of its own" : "a method and a path",
      );
      continue;
    }
    const bare = path.replace(/[?#].*$/s, "").replace(/:(\w+)/g, "{$1}");
    paths[bare] = { ...paths[bare], [method.toLowerCase()]: operationOf(endpoint, model, notStated) };
  }
  const schemes = schemesOf(model);
  return {
    openapi: "3.1.0",
    info: { ...infoOf(model, notStated), ...originOf(model) },
    paths,
    components: {
      schemas: Object.fromEntries(backend.structures.map((structure) => [structure.name, schemaOf(structure, address, notStated)])),
      ...(Object.keys(schemes).length > 0 && { securitySchemes: schemes }),
    },
    ...(backend.errors.length > 0 && { [ERROR_CODES]: backend.errors.map(({ code, status, meaning }) => ({ code, status, meaning })) }),
  };
}

/** @returns title and version; the version is asked for by the language */
export function infoOf(model: Model, notStated: NotStated): JsonMap {
  const stated = model.backend.versioning["Current version"]?.text.trim() ?? "";
  if (stated === "") notStated.add("Versioning", "the current version of the interfaces");
  return { title: titleOf(model), version: stated === "" ? "0" : stated };
}

function operationOf(endpoint: Interface, model: Model, notStated: NotStated): JsonMap {
  const { values, name } = endpoint;
  const { structures, errors } = model.backend;
  const body = structureIn(values["Request body"], structures);
  if (!body && values["Request body"] && !/^\W*(?:none|no body|empty|-|n\/a)\b|^\W*$/i.test(values["Request body"].text))
    notStated.add(name, "a data structure for the request body");
  const security = securityOf(endpoint);
  return {
    ...(values.Purpose?.text && { summary: values.Purpose.text }),
    ...(security && { security }),
    ...(values["Authentication and authorization"]?.text && { "x-authorization": values["Authentication and authorization"].text }),
    ...referencesOf(endpoint, model),
    ...parameters(endpoint, notStated),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: held(body.name, isListOf(body.name, values["Request body"]?.text ?? "")) } },
      },
    }),
    responses: responses(
      endpoint,
      [
        ...responsesOf(values.Response, structures, []),
        ...responsesOf(
          values["Error responses"],
          structures,
          errors.map(({ code }) => code),
        ),
      ],
      model,
      notStated,
    ),
  };
}

function parameters(endpoint: Interface, notStated: NotStated): JsonMap {
  const listed = parametersOf(endpoint).flatMap((parameter) => {
    if (parameter.in === undefined) {
      notStated.add(`${endpoint.name}, ${parameter.name}`, "whether it is in the path, the query or a header");
      return [];
    }
    const schema = typeSchema(parameter.dataType, address, () => {});
    return [
      {
        name: parameter.name,
        in: parameter.in,
        ...(parameter.text !== "" && { description: parameter.text }),
        ...(parameter.required && { required: true }),
        schema: parameter.standard === undefined ? schema : { ...schema, default: Number(parameter.standard) },
      },
    ];
  });
  return listed.length > 0 ? { parameters: listed } : {};
}

function responses(endpoint: Interface, answers: ReturnType<typeof responsesOf>, model: Model, notStated: NotStated): JsonMap {
  if (answers.length === 0) notStated.add(endpoint.name, "the status of the response");
  const problem = errorStructure(model);
  return Object.fromEntries(
    answers.map(({ status, text, codes, structure, isList }) => {
      const isError = /^[45]/.test(status);
      const holds = structure ?? (isError ? problem?.name : undefined);
      const media = isError && problem ? problem.media : "application/json";
      return [
        status,
        {
          description: text || status,
          ...(codes.length > 0 && { [ERROR_CODES]: codes }),
          ...(holds && { content: { [media]: { schema: held(holds, isList && structure !== undefined) } } }),
        },
      ];
    }),
  );
}

function held(name: string, isList: boolean): JsonMap {
  const one = { $ref: address(name) };
  return isList ? { type: "array", items: one } : one;
}

/** The structure in which errors are returned, where the design states one. */
function errorStructure({ documents, backend }: Model): { name: string; media: string } | undefined {
  const [section] = documents["backend-design"]?.families.get("error-format")?.flatMap(({ sections }) => sections) ?? [];
  const codes = section?.paragraphs.flatMap((paragraph) => paragraph.codes) ?? [];
  const name = backend.structures.find((structure) => codes.includes(structure.name))?.name;
  return name === undefined ? undefined : { name, media: codes.find((code) => /^application\/[\w.+-]+$/.test(code)) ?? "application/json" };
}

function securityOf({ values }: Interface): JsonMap[] | undefined {
  return schemeIn(values["Authentication and authorization"]?.text ?? "") === "bearer" ? [{ bearer: [] }] : undefined;
}

function schemesOf({ backend }: Model): JsonMap {
  const isUsed = backend.interfaces.some((endpoint) => securityOf(endpoint) !== undefined);
  return isUsed ? { bearer: { type: "http", scheme: "bearer" } } : {};
}

function schemeIn(text: string): "bearer" | undefined {
  return /\bbearer\b/i.test(text) ? "bearer" : undefined;
}
