import { describe, expect, it } from "vitest";
import { readContracts } from "../../src/contracts/read/read.ts";
import type { MachineContracts } from "../../src/model/types.ts";

const OPENAPI = `openapi: 3.1.0
info: { title: Refunds, version: "1" }
security: [{ token: [] }]
paths:
  /orders/{orderId}/refunds:
    parameters:
      - { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
    post:
      summary: Request a refund
      parameters:
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 16, maxLength: 64 } }
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/CreateRefund" } } }
      responses:
        "201": { description: Created, content: { application/json: { schema: { $ref: "#/components/schemas/Refund" } } } }
        "409": { $ref: "#/components/responses/Conflict" }
    get:
      security: []
      parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 25 } }]
      responses:
        "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Refund" } } } } }
webhooks:
  refundCompleted:
    post: { summary: When it is done, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Refund" } } } } }
components:
  responses:
    Conflict: { description: Not refundable, content: { application/problem+json: { schema: { $ref: "#/components/schemas/Problem" } } } }
  schemas:
    Status: { type: string, enum: [waiting, approved] }
    Problem: { type: object, properties: { code: { type: string } } }
    CreateRefund:
      type: object
      required: [lines]
      properties:
        lines: { type: array, minItems: 1, maxItems: 100, items: { type: string, format: uuid } }
        note: { type: [string, "null"], maxLength: 500 }
    Refund:
      allOf:
        - $ref: "#/components/schemas/CreateRefund"
        - type: object
          required: [id, status]
          properties:
            id: { type: string, format: uuid }
            status: { $ref: "#/components/schemas/Status" }
            amount: { type: integer, format: int64, exclusiveMinimum: 0 }
            parent: { oneOf: [{ $ref: "#/components/schemas/Refund" }, { type: "null" }] }
            labels: { type: object, additionalProperties: { type: string } }
x-error-codes:
  - { code: ORDER_NOT_REFUNDABLE, status: "409", meaning: Not shipped }
`;

const ASYNCAPI_2 = `asyncapi: 2.6.0
channels:
  refunds/completed:
    subscribe:
      message: { $ref: "#/components/messages/Completed" }
  refunds/all:
    publish:
      message:
        oneOf: [{ $ref: "#/components/messages/Completed" }, { $ref: "#/components/messages/Failed" }]
components:
  messages:
    Completed: { name: refund.completed, summary: A refund is done, payload: { $ref: "#/components/schemas/RefundEvent" } }
    Failed: { payload: { type: object, required: [why], properties: { why: { type: string } } } }
  schemas:
    RefundEvent: { type: object, properties: { refundId: { type: string, format: uuid } } }
`;

const ASYNCAPI_3 = `asyncapi: 3.0.0
channels:
  done: { address: refund.completed, messages: { done: { $ref: "#/components/messages/Done" } } }
components:
  messages: { Done: { payload: { $ref: "#/components/schemas/RefundEvent" } } }
  schemas: { RefundEvent: { type: object, properties: { refundId: { type: string } } } }
`;

const PROTOBUF = `syntax = "proto3";
package refunds.v1;
import "google/protobuf/timestamp.proto";

message Refund {
  string id = 1;
  Status status = 2;
  repeated Line lines = 3;
  optional string note = 4;
  map<string, int64> totals = 5;
  google.protobuf.Timestamp created_at = 6;
  message Line { int32 quantity = 1; }
}
enum Status { WAITING = 0; APPROVED = 1; }
service Refunds {
  rpc Create(Refund) returns (Refund);
  rpc Watch(Refund) returns (stream Refund);
}
`;

const GRAPHQL = `"""A refund"""
type Refund { id: ID!, status: Status!, lines: [Line!]!, note: String }
type Line { quantity: Int! }
enum Status { WAITING APPROVED }
input CreateRefund { lines: [ID!]! }
type Query { refunds(orderId: ID!, first: Int = 25): [Refund!]! }
type Mutation { createRefund(input: CreateRefund!): Refund! }
type Subscription { refundCompleted: Refund! }
`;

const SCHEMA = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Refund",
  "type": "object",
  "required": ["id"],
  "properties": { "id": { "type": "string", "format": "uuid" }, "next": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] } },
  "$defs": { "Status": { "enum": ["a", "b"] }, "Line": { "type": "object", "properties": { "n": { "type": "integer" } } } }
}`;

const read = (file: string, text: string) => readContracts([{ file, text, referred: false }]);
const fieldsOf = ({ structures }: MachineContracts, name: string) =>
  structures
    .find((each) => each.name === name)
    ?.fields.map((field) => `${field.name}: ${field.type}, ${field.required || "?"}, ${field.validation}`);

describe("OpenAPI", () => {
  const facts = read("docs/openapi.yaml", OPENAPI);

  it("gives its operations as endpoints, at their lines", () => {
    expect(facts.interfaces.map(({ name, kind, place }) => [name, kind, place.line])).toEqual([
      ["POST /orders/{orderId}/refunds", "api", 8],
      ["GET /orders/{orderId}/refunds", "api", 17],
      ["refundCompleted", "service", 23],
    ]);
  });

  it("says of an operation what a design says of an endpoint", () => {
    const [{ values = {} } = {}] = facts.interfaces;
    expect(
      Object.fromEntries(
        Object.entries(values).map(([label, { source, items }]) => [label, source || items.map((item) => item.source).join("; ")]),
      ),
    ).toEqual({
      Purpose: "Request a refund",
      "Authentication and authorization": "token",
      Parameters: "path `orderId` uuid, required; header `Idempotency-Key` string, required, 16 to 64 characters",
      "Request body": "`CreateRefund`",
      Response: "201 with `Refund`, Created",
      "Error responses": "409 with `Problem`, Not refundable",
    });
  });

  it("gives schemas with fields as structures, and the others as values", () => {
    expect(facts.structures.map(({ name, place }) => [name, place.line])).toEqual([
      ["Problem", 30],
      ["CreateRefund", 31],
      ["Refund", 37],
    ]);
    expect(facts.values).toEqual(["Status"]);
  });

  it("merges what a schema is composed of, and keeps nullability, ranges, values and maps", () => {
    expect(fieldsOf(facts, "Refund")).toEqual([
      "lines: array of uuid, yes, 1 to 100 items",
      "note: string, no, at most 500 characters; may be null",
      "id: uuid, yes, ",
      "status: enum: waiting, approved, yes, ",
      "amount: int64, no, more than 0",
      "parent: Refund, no, may be null",
      "labels: map of string to string, no, ",
    ]);
  });

  it("reads error codes where an export has put them", () => {
    expect(facts.errors).toMatchObject([{ code: "ORDER_NOT_REFUNDABLE", status: "409", meaning: "Not shipped", place: { line: 49 } }]);
    expect(facts.problems).toEqual([]);
  });
});

describe("other languages", () => {
  it.each([
    [
      "AsyncAPI 2: a channel of one message is that event",
      "events/asyncapi.yaml",
      ASYNCAPI_2,
      ["refunds/completed", "refund.completed", "Failed"],
      ["RefundEvent", "Failed"],
    ],
    ["AsyncAPI 3: an event has its channel's address", "events/asyncapi.yml", ASYNCAPI_3, ["refund.completed"], ["RefundEvent"]],
    ["Protobuf: calls are named after their service", "refunds.proto", PROTOBUF, ["Refunds.Create", "Refunds.Watch"], ["Refund", "Line"]],
    [
      "GraphQL: fields of the root types are interfaces",
      "schema.graphql",
      GRAPHQL,
      ["query refunds", "mutation createRefund", "subscription refundCompleted"],
      ["Refund", "Line", "CreateRefund"],
    ],
    ["JSON Schema: itself and its definitions", "refund.schema.json", SCHEMA, [], ["Refund", "Line"]],
  ])("%s", (_about, file, text, interfaces, structures) => {
    const facts = read(file, text);
    expect(facts.interfaces.map(({ name }) => name)).toEqual(interfaces);
    expect(facts.structures.map(({ name }) => name)).toEqual(structures);
    expect(facts.problems).toEqual([]);
  });

  it("gives the fields of Protobuf with their lines; whether a plain one must be there is not said", () => {
    const facts = read("refunds.proto", PROTOBUF);
    expect(fieldsOf(facts, "Refund")).toEqual([
      "id: string, ?, ",
      "status: enum: WAITING, APPROVED, ?, ",
      "lines: array of Line, ?, ",
      "note: string, no, ",
      "totals: map of string to int64, ?, ",
      "created_at: timestamp, ?, ",
    ]);
    expect(facts.structures[0]?.fields.map(({ place }) => place.line)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it("gives the fields of GraphQL", () => {
    expect(fieldsOf(read("schema.graphql", GRAPHQL), "Refund")).toEqual([
      "id: string, yes, ",
      "status: enum: WAITING, APPROVED, yes, ",
      "lines: array of Line, yes, ",
      "note: string, no, ",
    ]);
  });

  it("names a schema after its title where it refers to itself", () => {
    expect(fieldsOf(read("refund.schema.json", SCHEMA), "Refund")).toEqual(["id: uuid, yes, ", "next: Refund, no, may be null"]);
  });
});

describe("references", () => {
  const main = (reference: string) =>
    `openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Order:\n      type: object\n      properties:\n        refund:\n          $ref: "${reference}"\n`;

  it("are followed into other files of the repository", () => {
    const facts = readContracts([
      { file: "api/openapi.yaml", text: main("../schemas/refund.schema.json"), referred: false },
      { file: "schemas/refund.schema.json", text: SCHEMA, referred: true },
    ]);
    expect(fieldsOf(facts, "Order")).toEqual(["refund: Refund, no, "]);
    expect(facts.structures.map(({ name }) => name)).toEqual(["Order"]);
    expect(facts.problems).toEqual([]);
  });

  it.each([
    ["to the web are told, and nothing is fetched", "https://schemas.example.com/refund.json", "remote"],
    ["out of the workspace are told", "../../../etc/refund.json", "outside"],
    ["to a file that is not there are told", "../schemas/none.json", "unresolved"],
    ["to a schema that is not there are told", "#/components/schemas/None", "unresolved"],
    ["that lead back to themselves are told", "#/components/schemas/Order/properties/refund", "cycle"],
  ])("%s", (_about, reference, kind) => {
    const { problems } = read("api/openapi.yaml", main(reference));
    expect(problems).toEqual([{ kind, found: reference, file: "api/openapi.yaml", line: 9 }]);
  });
});

it("a file that could not be read is a problem, and the others are read", () => {
  const link = { file: "openapi.yaml", text: "", trouble: "symlink" as const, referred: false };
  const { problems, structures } = readContracts([link, { file: "refunds.proto", text: PROTOBUF, referred: false }]);
  expect(problems).toEqual([{ kind: "unreadable", found: "symlink", file: "openapi.yaml", line: 1 }]);
  expect(structures.map(({ name }) => name)).toEqual(["Refund", "Line"]);
});

describe("bad input is a problem with its line", () => {
  const bomb = `${[..."abcdefghijklmnop"].map((name, index, all) => `${name}: &${name} [${index === 0 ? "x" : `*${all[index - 1]}, *${all[index - 1]}`}]`).join("\n")}\nopenapi: 3.0.0\n`;

  it.each([
    ["a mapping that is not closed", "openapi.yaml", "openapi: 3.0.0\npaths: {\n", [["syntax", 3]]],
    ["a key given twice, in YAML", "openapi.yaml", "openapi: 3.0.0\npaths:\n  /a: {}\n  /a: {}\n", [["duplicate-key", 4]]],
    ["a key given twice, in JSON", "openapi.json", '{\n "openapi": "3.0.0",\n "paths": {},\n "paths": {}\n}', [["duplicate-key", 4]]],
    ["a comment in JSON", "openapi.json", '{\n // no\n "openapi": "3.0.0"\n}', [["syntax", 2]]],
    ["a version of another form", "swagger.yaml", 'swagger: "2.0"\n', [["version", 1]]],
    ["a file that is no contract", "openapi.yaml", "name: ci\non: push\n", [["unknown-form", 1]]],
    ["a list in place of a document", "openapi.yaml", "- a\n", [["unknown-form", 1]]],
    ["lists nested without an end, in YAML", "openapi.yaml", `openapi: 3.0.0\nx: ${"[".repeat(20_000)}`, [["syntax", 2]]],
    ["lists nested without an end, in JSON", "openapi.json", `{"openapi": ${"[".repeat(20_000)}`, [["syntax", 1]]],
    ["a YAML bomb", "openapi.yaml", bomb, []],
    ["Protobuf that does not parse", "a.proto", 'syntax = "proto3";\nmessage A {\n  string = 1;\n}\n', [["syntax", 3]]],
    ["GraphQL that does not parse", "a.graphql", "type A {\n  b: \n}\n", [["syntax", 3]]],
    ["GraphQL nested without an end", "a.graphql", `type A { b: ${"[".repeat(20_000)}`, [["syntax", 1]]],
  ])("%s", (_about, file, text, problems) => {
    expect(read(file, text).problems.map(({ kind, line }) => [kind, line])).toEqual(problems);
  });
});
