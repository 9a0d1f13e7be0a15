import { describe, expect, it } from "vitest";
import { changesBetween } from "../../src/contracts/changes/interfaces.ts";
import { readContracts } from "../../src/contracts/read/read.ts";

/** A service before any change; each case edits its text. */
const BEFORE = `openapi: 3.1.0
paths:
  /refunds:
    post:
      parameters:
        - { name: dryRun, in: query, schema: { type: boolean } }
        - { name: channel, in: query, schema: { type: string, pattern: "^[a-z]+$", default: web } }
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 16, maxLength: 64 } }
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/CreateRefund" } } } }
      responses:
        "201": { description: Created, content: { application/json: { schema: { $ref: "#/components/schemas/Refund" } } } }
        "409": { description: Conflict }
  /refunds/{refundId}:
    get:
      security: [{ oauth: ["refunds:read"] }]
      parameters: [{ name: refundId, in: path, required: true, schema: { type: string, format: uuid } }]
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Refund" } } } }
        "404": { description: Gone }
components:
  schemas:
    CreateRefund:
      type: object
      required: [lines]
      properties:
        lines: { type: array, minItems: 1, maxItems: 100, items: { type: string, format: uuid } }
        reason: { type: string, enum: [damaged, returned, goodwill] }
        note: { type: string, maxLength: 500 }
        labels: { type: object, additionalProperties: { type: string, maxLength: 40 } }
        weight: { type: integer, multipleOf: 5, minimum: 5, maximum: 500 }
        payout: { oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Iban" }] }
        contact: { type: string, format: email }
        remindAfter: { type: integer, default: 14 }
        tags: { type: array, uniqueItems: true, items: { type: string } }
    Card: { type: object, required: [token], properties: { token: { type: string } } }
    Iban: { type: object, required: [iban], properties: { iban: { type: string } } }
    Refund:
      type: object
      required: [id, status, amount]
      properties:
        id: { type: string, format: uuid }
        status: { type: string, enum: [waiting, approved] }
        amount: { type: integer, format: int64, minimum: 1 }
        comment: { type: string, maxLength: 200 }
        reference: { type: string, format: uuid }
        totals: { type: object, additionalProperties: { type: integer } }
        history: { type: array, items: { $ref: "#/components/schemas/Event" } }
    Event:
      type: object
      required: [at]
      properties:
        at: { type: string, format: date-time }
        actor: { type: string }
x-error-codes:
  - { code: REFUND_NOT_FOUND, status: "404", meaning: none }
  - { code: NOT_REFUNDABLE, status: "409", meaning: none }
`;

const facts = (text: string) => readContracts([{ file: "openapi.yaml", text, referred: false }]);
const before = facts(BEFORE);

function changed(from: string, to: string) {
  const text = BEFORE.replace(from, to);
  if (text === BEFORE) throw new Error(`nothing to replace: ${from}`);
  const after = facts(text);
  if (after.problems.length > 0) throw new Error(JSON.stringify(after.problems));
  return changesBetween(before, after);
}

type Case = [about: string, from: string, to: string, kind: string];

// One taken by callers (`CreateRefund`), one given to them (`Refund`, and `Event` in it).
const BREAKING: Case[] = [
  ["an endpoint is gone", "  /refunds/{refundId}:", "  /other/{refundId}:", "interface-removed"],
  ["a method is another", "    get:\n", "    head:\n", "interface-removed"],
  ["a parameter is gone", "        - { name: dryRun, in: query, schema: { type: boolean } }\n", "", "parameter-removed"],
  ["a parameter is required now", "{ name: dryRun, in: query,", "{ name: dryRun, in: query, required: true,", "parameter-required"],
  [
    "a required parameter is new",
    "parameters: [{ name: refundId",
    "parameters: [{ name: tenant, in: query, required: true, schema: { type: string } }, { name: refundId",
    "parameter-added",
  ],
  ["a parameter must be longer", "minLength: 16", "minLength: 32", "narrowed"],
  ["a parameter must be shorter", "maxLength: 64", "maxLength: 36", "narrowed"],
  ["a parameter has another type", "in: query, schema: { type: boolean }", "in: query, schema: { type: integer }", "type-changed"],
  [
    "the body is another structure",
    'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/CreateRefund" }',
    'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Event" }',
    "body-changed",
  ],
  [
    "the answer is another structure",
    '"200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Refund" }',
    '"200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Event" }',
    "body-changed",
  ],
  ["the status of success is another", '"201": {', '"202": {', "status-removed"],
  ["a field that callers send is required now", "required: [lines]", "required: [lines, note]", "field-required"],
  [
    "a required field is new in what callers send",
    "required: [lines]\n      properties:\n",
    "required: [lines, by]\n      properties:\n        by: { type: string }\n",
    "field-added",
  ],
  ["a field that callers send is gone", "        note: { type: string, maxLength: 500 }\n", "", "field-removed"],
  [
    "a field that callers send has another name",
    "        note: { type: string, maxLength: 500 }\n",
    "        remark: { type: string, maxLength: 500 }\n",
    "field-removed",
  ],
  ["a field changes the case of its letters", "        note: {", "        Note: {", "field-removed"],
  ["fewer elements may be sent", "maxItems: 100", "maxItems: 50", "narrowed"],
  ["more elements must be sent", "minItems: 1", "minItems: 2", "narrowed"],
  ["a text that is sent must be shorter", "maxLength: 500", "maxLength: 100", "narrowed"],
  [
    "a limit is new on what is sent",
    "note: { type: string, maxLength: 500 }",
    "note: { type: string, minLength: 3, maxLength: 500 }",
    "narrowed",
  ],
  ["a value that is sent is gone", "[damaged, returned, goodwill]", "[damaged, returned]", "values-removed"],
  ["a value is renamed", "[damaged, returned, goodwill]", "[damaged, returned, courtesy]", "values-removed"],
  ["elements have another type", "items: { type: string, format: uuid }", "items: { type: integer }", "type-changed"],
  ["a field that callers read is gone", "        comment: { type: string, maxLength: 200 }\n", "", "field-removed"],
  ["a field that callers read is optional now", "required: [id, status, amount]", "required: [id, status]", "field-optional"],
  [
    "a field that callers read may be null now",
    "comment: { type: string, maxLength: 200 }",
    "comment: { type: [string, 'null'], maxLength: 200 }",
    "field-nullable",
  ],
  [
    "a field that callers read has another type",
    "amount: { type: integer, format: int64, minimum: 1 }",
    "amount: { type: string }",
    "type-changed",
  ],
  [
    "a number that callers read became a decimal",
    "amount: { type: integer, format: int64, minimum: 1 }",
    "amount: { type: number, minimum: 1 }",
    "widened",
  ],
  [
    "a text that callers read may be longer",
    "comment: { type: string, maxLength: 200 }",
    "comment: { type: string, maxLength: 2000 }",
    "widened",
  ],
  ["a number that callers read may be 0", "minimum: 1 }", "minimum: 0 }", "widened"],
  ["a limit that callers rely on is gone", "comment: { type: string, maxLength: 200 }", "comment: { type: string }", "widened"],
  ["a value that callers wait for is gone", "[waiting, approved]", "[waiting]", "values-removed"],
  ["a field deep in an answer is optional now", "required: [at]", "required: []", "field-optional"],
  ["a field deep in an answer is gone", "        actor: { type: string }\n", "", "field-removed"],
  [
    "a list became a single one",
    'history: { type: array, items: { $ref: "#/components/schemas/Event" } }',
    'history: { $ref: "#/components/schemas/Event" }',
    "type-changed",
  ],
  ["a parameter moves from the query into a header", "dryRun, in: query", "dryRun, in: header", "parameter-moved"],
  [
    "a parameter must match a pattern that is new",
    "schema: { type: string, minLength: 16,",
    'schema: { type: string, pattern: "^[0-9a-f]+$", minLength: 16,',
    "narrowed",
  ],
  ["a parameter must match another pattern", 'pattern: "^[a-z]+$"', 'pattern: "^[a-z]{3}$"', "narrowed"],
  ["a parameter that is left out means something else", "default: web", "default: shop", "default-changed"],
  ["a field that is left out means something else", "default: 14", "default: 30", "default-changed"],
  ["an endpoint asks for one more scope", '["refunds:read"]', '["refunds:read", "ledger:read"]', "access-changed"],
  [
    "an endpoint that was open asks to sign in",
    "    post:\n",
    "    post:\n      security: [{ oauth: ['refunds:write'] }]\n",
    "access-changed",
  ],
  ["one of the structures that may be sent is gone", ', { $ref: "#/components/schemas/Iban" }]', "]", "narrowed"],
  ["numbers that are sent go in other steps", "multipleOf: 5", "multipleOf: 10", "narrowed"],
  ["a range that is sent moves upward", "minimum: 5, maximum: 500", "minimum: 10, maximum: 900", "narrowed"],
  [
    "elements that are sent may not repeat now",
    "items: { type: string, format: uuid }",
    "uniqueItems: true, items: { type: string, format: uuid }",
    "narrowed",
  ],
  [
    "the values of a map must be shorter",
    "additionalProperties: { type: string, maxLength: 40 }",
    "additionalProperties: { type: string, maxLength: 20 }",
    "narrowed",
  ],
  [
    "the values of a map have another type",
    "totals: { type: object, additionalProperties: { type: integer } }",
    "totals: { type: object, additionalProperties: { type: boolean } }",
    "type-changed",
  ],
  [
    "a text that is sent must be an address now",
    "note: { type: string, maxLength: 500 }",
    "note: { type: string, format: email }",
    "narrowed",
  ],
  [
    "an identifier that callers read may be any text",
    "reference: { type: string, format: uuid }",
    "reference: { type: string }",
    "widened",
  ],
  ["an error code is gone", '  - { code: NOT_REFUNDABLE, status: "409", meaning: none }\n', "", "error-removed"],
  ["an error code is renamed", "NOT_REFUNDABLE", "CANNOT_REFUND", "error-removed"],
  ["an error code has another status", 'NOT_REFUNDABLE, status: "409"', 'NOT_REFUNDABLE, status: "422"', "error-status"],
];

const HARMLESS: Case[] = [
  ["an endpoint is new", "paths:\n", "paths:\n  /health:\n    get: { responses: { '200': { description: ok } } }\n", "interface-added"],
  [
    "an optional parameter is new",
    "parameters: [{ name: refundId",
    "parameters: [{ name: expand, in: query, schema: { type: string } }, { name: refundId",
    "parameter-added",
  ],
  [
    "a parameter is optional now",
    "{ name: Idempotency-Key, in: header, required: true,",
    "{ name: Idempotency-Key, in: header,",
    "parameter-optional",
  ],
  ["a parameter may be shorter", "minLength: 16", "minLength: 8", "widened"],
  ["a parameter may be longer", "maxLength: 64", "maxLength: 128", "widened"],
  [
    "a status of failure is new",
    '"409": { description: Conflict }',
    '"409": { description: Conflict }\n        "422": { description: Other }',
    "status-added",
  ],
  ["an optional field is new in what callers send", "        note: {", "        by: { type: string }\n        note: {", "field-added"],
  ["a field that callers send is optional now", "required: [lines]", "required: []", "field-optional"],
  [
    "a field that callers send may be null now",
    "note: { type: string, maxLength: 500 }",
    "note: { type: [string, 'null'], maxLength: 500 }",
    "field-nullable",
  ],
  ["more elements may be sent", "maxItems: 100", "maxItems: 500", "widened"],
  ["fewer elements must be sent", "minItems: 1", "minItems: 0", "widened"],
  ["a text that is sent may be longer", "maxLength: 500", "maxLength: 5000", "widened"],
  ["a limit on what is sent is gone", "note: { type: string, maxLength: 500 }", "note: { type: string }", "widened"],
  ["a value may be sent that is new", "[damaged, returned, goodwill]", "[damaged, returned, goodwill, lost]", "values-added"],
  ["a field is new in what callers read", "        comment: {", "        channel: { type: string }\n        comment: {", "field-added"],
  [
    "a field that callers read is always there now",
    "required: [id, status, amount]",
    "required: [id, status, amount, comment]",
    "field-required",
  ],
  [
    "a text that callers read is shorter now",
    "comment: { type: string, maxLength: 200 }",
    "comment: { type: string, maxLength: 100 }",
    "narrowed",
  ],
  ["a number that callers read is greater now", "minimum: 1 }", "minimum: 10 }", "narrowed"],
  ["a value may be read that is new", "[waiting, approved]", "[waiting, approved, failed]", "values-added"],
  ["a field deep in an answer is always there now", "required: [at]", "required: [at, actor]", "field-required"],
  [
    "a path parameter has another name",
    '/refunds/{refundId}:\n    get:\n      security: [{ oauth: ["refunds:read"] }]\n      parameters: [{ name: refundId',
    '/refunds/{id}:\n    get:\n      security: [{ oauth: ["refunds:read"] }]\n      parameters: [{ name: id',
    "parameter-renamed",
  ],
  ["an endpoint no longer asks to sign in", '      security: [{ oauth: ["refunds:read"] }]\n', "", "access-changed"],
  ["a parameter need match no pattern", 'pattern: "^[a-z]+$", ', "", "widened"],
  ["a further structure may be sent", 'Iban" }]', 'Iban" }, { $ref: "#/components/schemas/Event" }]', "widened"],
  ["numbers that are sent go in any step", "multipleOf: 5, ", "", "widened"],
  [
    "a number that is sent may have decimals",
    "weight: { type: integer, multipleOf: 5,",
    "weight: { type: number, multipleOf: 5,",
    "widened",
  ],
  ["a range that is sent grows at both ends", "minimum: 5, maximum: 500", "minimum: 1, maximum: 900", "widened"],
  ["the values of a map may be longer", "maxLength: 40", "maxLength: 80", "widened"],
  ["an address that is sent may be any text", "contact: { type: string, format: email }", "contact: { type: string }", "widened"],
  ["elements that are sent may repeat", "uniqueItems: true, ", "", "widened"],
  [
    "a text that callers read is an identifier now",
    "comment: { type: string, maxLength: 200 }",
    "comment: { type: string, format: uuid, maxLength: 200 }",
    "narrowed",
  ],
  ["an error code is new", "x-error-codes:\n", 'x-error-codes:\n  - { code: LOCKED, status: "423", meaning: none }\n', "error-added"],
  [
    "a structure is new",
    "    Event:\n",
    "    Note: { type: object, properties: { text: { type: string } } }\n    Event:\n",
    "structure-added",
  ],
];

const SILENT: [about: string, from: string, to: string][] = [
  ["a description", "description: Conflict", "description: It is in conflict"],
  ["the order of keys", "{ type: string, maxLength: 500 }", "{ maxLength: 500, type: string }"],
  ["the order of required fields", "required: [id, status, amount]", "required: [amount, status, id]"],
  ["the order of values", "[damaged, returned, goodwill]", "[goodwill, damaged, returned]"],
  ["a version of the language", "openapi: 3.1.0", "openapi: 3.1.1"],
  ["a schema written out in place", "status: { type: string, enum: [waiting, approved] }", "status: { enum: [waiting, approved] }"],
  ["a summary", "description: Created", "description: The refund was made"],
  ["an example", "note: { type: string, maxLength: 500 }", "note: { type: string, maxLength: 500, example: Broken }"],
  [
    "the same format, said as a pattern of the language",
    "amount: { type: integer, format: int64, minimum: 1 }",
    "amount: { minimum: 1, format: int64, type: integer }",
  ],
  ["a structure that nobody uses keeps its place", "x-error-codes:", "x-team: billing\nx-error-codes:"],
  ["the order of endpoints' answers", '"404": { description: Gone }', '"404": { description: Not there }'],
  ["an exclusive bound that means the same", "minimum: 1 }", "exclusiveMinimum: 0 }"],
  ["null written the other way", "openapi: 3.1.0", "openapi: 3.0.3"],
];

/** An event, a function and a command, as a design states them. */
function designed(
  edits: Partial<Record<"payload" | "usage" | "options" | "signature", string>> = {},
): Parameters<typeof changesBetween>[0] {
  const place = { file: "04-backend-design.md", line: 1, column: 1 };
  const value = (source: string) => ({
    text: source.replaceAll("`", ""),
    source,
    codes: [...source.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
    items: [],
    place,
  });
  const at = { form: "section" as const, place };
  const structure = (name: string) => ({ name, purpose: "", fields: [], place });
  return {
    structures: [structure("RefundCompleted"), structure("RefundEvent")],
    errors: [],
    interfaces: [
      { ...at, name: "refund.completed", kind: "service" as const, values: { Payload: value(edits.payload ?? "`RefundCompleted`") } },
      {
        ...at,
        name: "refunds.create",
        kind: "library" as const,
        values: { Signature: value(edits.signature ?? "`create(lines, note?)`") },
      },
      {
        ...at,
        name: "ledger export",
        kind: "cli" as const,
        values: {
          Usage: value(edits.usage ?? "`ledger export [--month YYYY-MM]`"),
          "Arguments and options": value(edits.options ?? "`--month` string, optional; `--limit` integer, 1 to 100, optional"),
        },
      },
    ],
  };
}

describe("events, functions and commands", () => {
  it.each<[about: string, edits: Parameters<typeof designed>[0], changes: [kind: string, breaking: boolean][]]>([
    ["an event carries another structure", { payload: "`RefundEvent`" }, [["body-changed", true]]],
    ["an option is gone", { options: "`--month` string, optional" }, [["parameter-removed", true]]],
    [
      "an option is new",
      { options: "`--month` string, optional; `--limit` integer, 1 to 100, optional; `--dry-run` boolean" },
      [["parameter-added", false]],
    ],
    [
      "an option is required now",
      { options: "`--month` string, required; `--limit` integer, 1 to 100, optional" },
      [["parameter-required", true]],
    ],
    ["an option takes less", { options: "`--month` string, optional; `--limit` integer, 1 to 10, optional" }, [["narrowed", true]]],
    ["an option takes more", { options: "`--month` string, optional; `--limit` integer, 1 to 1000, optional" }, [["widened", false]]],
    ["the usage loses an option", { usage: "`ledger export`" }, [["usage-changed", true]]],
    ["the usage gains an option", { usage: "`ledger export [--month YYYY-MM] [--limit N]`" }, [["usage-changed", false]]],
    ["a function takes other arguments", { signature: "`create(order, note?)`" }, [["usage-changed", true]]],
    ["nothing but blanks", { signature: "`create(lines,  note?)`" }, []],
  ])("%s", (_about, edits, changes) => {
    expect(changesBetween(designed(), designed(edits)).map(({ kind, breaking }) => [kind, breaking])).toEqual(changes);
  });
});

describe("what breaks those who use an interface", () => {
  it.each(BREAKING)("%s", (_about, from, to, kind) => {
    const breaking = changed(from, to).filter((change) => change.breaking);
    expect(breaking.map((change) => change.kind)).toContain(kind);
  });
});

describe("what does not", () => {
  it.each(HARMLESS)("%s", (_about, from, to, kind) => {
    const changes = changed(from, to);
    expect(changes.map((change) => change.kind)).toContain(kind);
    expect(changes.filter((change) => change.breaking)).toEqual([]);
  });
});

describe("what is no change of an interface", () => {
  it.each(SILENT)("%s", (_about, from, to) => expect(changed(from, to)).toEqual([]));
});
