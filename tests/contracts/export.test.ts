import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import {
  type ExportLanguage,
  exportContracts,
  type Feature,
  formatKey,
  isUntouched,
  listFeatures,
  loadContext,
  openWorkspace,
  readContracts,
  readFeature,
  review,
} from "../../src/core.ts";
import type { DataField } from "../../src/model/types.ts";
import { reviewChanged } from "../support/mutate.ts";

const workspace = openWorkspace(".");
const context = loadContext(workspace.root, workspace.config);
const features = listFeatures(workspace).map((key) => readFeature(workspace, key));
const modelOf = (feature: Feature) => review(feature, context).model;
const cases = features.flatMap((feature) => {
  const model = modelOf(feature);
  const kinds = new Set(model.backend.interfaces.map(({ kind }) => kind));
  const languages: ExportLanguage[] = [
    ...(kinds.has("api") ? ["openapi" as const] : []),
    ...(kinds.has("service") ? ["asyncapi" as const] : []),
    "json-schema",
  ];
  return languages.map((language) => ({ name: `${formatKey(feature.key)} as ${language}`, feature, model, language }));
});
const FILES: Record<Exclude<ExportLanguage, "markdown">, string> = {
  openapi: "openapi.yaml",
  asyncapi: "asyncapi.yaml",
  "json-schema": "all.schema.json",
};

/** What a contract says of a field, without its words and places. */
const essence = ({ name, dataType, mandatory }: DataField) => ({ name, dataType, mandatory: mandatory ?? false });

describe.each(cases)("$name", ({ feature, model, language }) => {
  const form = language === "json-schema" ? "json" : "yaml";
  const { text } = exportContracts(model, language, form);
  const file = `${feature.folder}/${FILES[language as keyof typeof FILES]}`;
  const facts = readContracts([{ file, text, referred: false }]);

  it("is read again as the same structures", () => {
    expect(facts.problems).toEqual([]);
    const stated = model.backend.structures.filter(({ fields }) => fields.length > 0);
    expect(facts.structures.map(({ name }) => name)).toEqual(stated.map(({ name }) => name));
    for (const [index, structure] of stated.entries())
      expect(facts.structures[index]?.fields.map(essence), structure.name).toEqual(structure.fields.map(essence));
  });

  it("is read again as the same interfaces and error codes", () => {
    const kind = language === "openapi" ? "api" : "service";
    const own = language === "json-schema" ? [] : model.backend.interfaces.filter((each) => each.kind === kind);
    expect(facts.interfaces.map(({ name }) => name).sort()).toEqual(own.map(({ name }) => name.replaceAll("`", "")).sort());
    if (language === "openapi")
      expect(facts.errors.map(({ code, status }) => [code, status])).toEqual(
        model.backend.errors.map(({ code, status }) => [code, status]),
      );
  });

  it("has nothing to be found when it is the design's contract", () => {
    const contracts = [{ file, text, referred: false }];
    expect(review({ ...feature, contracts }, context).findings).toEqual([]);
  });

  it("is always the same text, and an edit of it is seen", () => {
    expect(exportContracts(modelOf(feature), language, form).text).toBe(text);
    expect(isUntouched(text)).toBe(true);
    expect(isUntouched(text.replace("type", "typo"))).toBe(false);
    expect(isUntouched(text.replace(/x-exported"?: "?[0-9a-f]{4}/, "$&0"))).toBe(false);
  });
});

describe("an oracle accepts each export of endpoints", () => {
  it.each(cases.filter(({ language }) => language === "openapi"))("$name", async ({ model }) => {
    const { text } = exportContracts(model, "openapi", "json");
    expect(await new Validator({ strict: false }).validate(JSON.parse(text))).toMatchObject({ valid: true });
  });
});

describe("another oracle finds nothing wrong in the structure and the references of an export", () => {
  const rules = { struct: "error", "no-unresolved-refs": "error" } as const;
  const problemsOf = async (source: string) =>
    (await lintFromString({ source, absoluteRef: "/export.yaml", config: await createConfig({ rules }) })).map(({ message }) => message);
  const exported = cases.filter(({ language }) => language !== "json-schema");

  it.each(exported)("$name", async ({ model, language }) => {
    expect(await problemsOf(exportContracts(model, language, "yaml").text)).toEqual([]);
  });

  it.each([
    ["openapi", "responses:", "answers:"],
    ["asyncapi", "action: send", "action: shout"],
    ["openapi", "#/components/schemas/", "#/components/schemata/"],
  ])("and would: %s, %s", async (language, from, to) => {
    const model = exported.find((each) => each.language === language)?.model;
    const text = model && exportContracts(model, language as ExportLanguage, "yaml").text;
    expect(text).toContain(from);
    expect(await problemsOf((text ?? "").replace(from, to))).not.toEqual([]);
  });
});

describe("what an export says", () => {
  const refunds = cases.find(({ name }) => name.includes("order-refunds as openapi"));
  if (!refunds) throw new Error("the worked example of refunds is gone");
  const document = JSON.parse(exportContracts(refunds.model, "openapi", "json").text);
  const post = document.paths["/orders/{orderId}/refunds"].post;

  it("is what the design says of an endpoint, with the requirements and the address of its section", () => {
    expect(post["x-requirements"]).toEqual(["FR-1", "FR-2", "FR-3", "FR-4", "FR-5"]);
    expect(post["x-section"]).toBe(`${refunds.feature.folder}/04-backend-design.md#post-ordersorderidrefunds`);
    expect(post.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(post.responses)).toEqual(["200", "201", "400", "404", "409", "422", "503"]);
    expect(post.responses["409"]).toMatchObject({
      "x-error-codes": ["ORDER_NOT_REFUNDABLE", "REFUND_EXCEEDS_BALANCE"],
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    });
  });

  it("has parameters with their places and limits", () => {
    expect(post.parameters).toEqual([
      { name: "orderId", in: "path", description: "uuid", required: true, schema: { type: "string", format: "uuid" } },
      expect.objectContaining({ name: "Idempotency-Key", required: true, schema: { type: "string", minLength: 16, maxLength: 64 } }),
    ]);
    const [, , limit] = document.paths["/orders/{orderId}/refunds"].get.parameters;
    expect(limit).toMatchObject({ name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 25 } });
  });

  it("leaves out what the design does not say, and lists it", () => {
    const model = {
      ...refunds.model,
      backend: {
        ...refunds.model.backend,
        versioning: {},
        interfaces: [
          {
            name: "POST /refunds",
            kind: "api" as const,
            form: "section" as const,
            place: { file: "04-backend-design.md", line: 1, column: 1 },
            values: {},
          },
        ],
      },
    };
    const { text, notStated } = exportContracts(model, "openapi", "json");
    expect(JSON.parse(text).paths["/refunds"].post).toEqual({ "x-section": expect.any(String), responses: {} });
    expect(notStated).toEqual(["POST /refunds: the status of the response", "Versioning: the current version of the interfaces"]);
  });

  it("gives several of a structure as an array, and tells which endpoints share a heading", () => {
    const model = reviewChanged({
      "backend-design": (text) =>
        text
          .replace(/(#### GET \/refunds\/\{refundId\}[\s\S]*?\*\*Response\*\*: `200` with )`Refund`/, "$1array of `Refund`")
          .replace("#### POST /refunds/{refundId}/decision", "#### POST /refunds/{refundId}/decision, DELETE /refunds/{refundId}/decision"),
    }).model;
    const { text, notStated } = exportContracts(model, "openapi", "json");
    expect(JSON.parse(text).paths["/refunds/{refundId}"].get.responses["200"].content["application/json"].schema).toEqual({
      type: "array",
      items: { $ref: "#/components/schemas/Refund" },
    });
    expect(notStated.filter((each) => each.includes("decision"))).toEqual([
      "POST /refunds/{refundId}/decision, DELETE /refunds/{refundId}/decision: which part belongs to which endpoint: give each a heading of its own",
    ]);
  });
});
