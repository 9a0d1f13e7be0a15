import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContext } from "../../src/context/load.ts";
import { listFeatures } from "../../src/feature/list-features.ts";
import { openFolder } from "../../src/feature/workspace.ts";
import { surveyRepository } from "../../src/survey/survey.ts";
import { driftsOf } from "../../src/verdict/drift/drifts.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";
import { BUILT } from "./built.ts";

const PLAN = "docs/plan/E00-examples";
const ROUTES = "services/payments/src/routes.ts";
const TYPES = "services/payments/src/types.ts";
const HANDLERS = "services/payments/src/handlers.ts";
const ERRORS = "services/payments/src/errors.ts";
const TABLES = "services/payments/migrations/001_refunds.sql";
const CLI = "tools/ledger/cli.ts";
const BUS = "services/stock/src/bus.ts";

async function drifts(edited: Readonly<Record<string, string>>, since: boolean): Promise<string[]> {
  const root = makeWorkspace(BUILT);
  cpSync(PLAN, join(root, PLAN), { recursive: true });
  const workspace = openFolder(root);
  const context = loadContext(root, workspace.config);
  const before = await surveyRepository(root, { apart: ["docs/plan"] });
  const texts = new Map<string, string>();
  writeFiles(root, edited);
  const survey = await surveyRepository(root, { apart: ["docs/plan"] });
  const { readFileSync } = await import("node:fs");
  const text = (path: string) => texts.get(path) ?? readFileSync(join(root, path), "utf8");
  const compare = driftsOf(workspace, { ...context, survey }, since ? { survey: before, text } : undefined);
  return listFeatures(workspace).flatMap((key) =>
    compare(key)
      .report.drifts.filter(({ kind }) => kind !== "not-built")
      .map(({ kind, text: words, code }) => `${kind}: ${words}${code ? ` (${code.file}:${code.line})` : ""}`),
  );
}

const edit = (file: string, from: string, to: string) => ({ [file]: (BUILT[file] ?? "").replace(from, to) });

describe("one change of an interface is one difference that has come since", () => {
  it.each<[string, Record<string, string>, string]>([
    [
      "a route is renamed",
      edit(ROUTES, `"/orders/:orderId/refunds", createRefund`, `"/orders/:orderId/returns", createRefund`),
      `built-otherwise: POST /orders/{orderId}/refunds is designed, the code has POST /v1/orders/:orderId/returns (${ROUTES}:5)`,
    ],
    [
      "a route moves below another one",
      edit(ROUTES, `"/refunds/:refundId", readRefund`, `"/payments/refunds/:refundId/details", readRefund`),
      `built-otherwise: GET /refunds/{refundId} is designed, the code has GET /v1/payments/refunds/:refundId/details (${ROUTES}:7)`,
    ],
    [
      "a method is another",
      edit(ROUTES, `post("/refunds/:refundId/decision"`, `put("/refunds/:refundId/decision"`),
      `built-otherwise: POST /refunds/{refundId}/decision is designed, the code has PUT /v1/refunds/:refundId/decision (${ROUTES}:8)`,
    ],
    [
      "a route is gone",
      edit(ROUTES, `routes.get("/refunds/:refundId", readRefund);\n`, ""),
      "removed: GET /refunds/{refundId} is designed, and the code has it no longer",
    ],
    [
      "a route is commented out",
      edit(ROUTES, 'routes.get("/refunds/:refundId"', '// routes.get("/refunds/:refundId"'),
      "removed: GET /refunds/{refundId} is designed, and the code has it no longer",
    ],
    [
      "a route comes that no design names",
      edit(ROUTES, `routes.get("/refunds/:refundId"`, `routes.delete("/refunds/:refundId", readRefund);\nroutes.get("/refunds/:refundId"`),
      `not-designed: DELETE /v1/refunds/:refundId is in the code, and no design names it (${ROUTES}:7)`,
    ],
    [
      "a parameter is renamed",
      edit(HANDLERS, "request.query.limit", "request.query.pageSize"),
      `built-otherwise: GET /orders/{orderId}/refunds is designed with limit, the code reads pageSize (${HANDLERS}:9)`,
    ],
    [
      "a parameter comes",
      edit(HANDLERS, "  const cursor", "  const status = request.query.status;\n  const cursor"),
      `not-designed: GET /orders/{orderId}/refunds reads status in the code, which the design does not name (${HANDLERS}:10)`,
    ],
    [
      "a parameter is gone",
      edit(HANDLERS, "request.query.cursor", "undefined"),
      `built-otherwise: GET /orders/{orderId}/refunds is designed with cursor, which the code does not read (${ROUTES}:6)`,
    ],
    [
      "a field is renamed",
      edit(TYPES, "  comment: string;", "  remark: string;"),
      `built-otherwise: RefundDecision.comment is designed, RefundDecision in the code has remark (${TYPES}:14)`,
    ],
    [
      "a field is gone",
      edit(TYPES, "  requestedBy: string;\n", ""),
      `built-otherwise: Refund.requestedBy is designed, and Refund in the code has no such field (${TYPES}:17)`,
    ],
    [
      "a field comes",
      edit(TYPES, "  traceId: string;", "  traceId: string;\n  instance: string;"),
      `not-designed: Problem in the code has instance, which the design does not name (${TYPES}:37)`,
    ],
    [
      "a field is of another type",
      edit(TYPES, "  quantity: number;", "  quantity: string;"),
      `built-otherwise: RefundLineRequest.quantity is designed as integer, the code has string (${TYPES}:9)`,
    ],
    [
      "a structure is renamed",
      edit(TYPES, "export interface RefundDecision", "export interface Verdict"),
      `built-otherwise: RefundDecision is designed, the code calls it Verdict (${TYPES}:12)`,
    ],
    [
      "a code is renamed",
      edit(ERRORS, `REFUND_CHANGED = "REFUND_CHANGED"`, `REFUND_STALE = "REFUND_STALE"`),
      `built-otherwise: error code REFUND_CHANGED is designed, the code has REFUND_STALE (${ERRORS}:10)`,
    ],
    [
      "a code is gone",
      edit(ERRORS, `  INVALID_CURSOR = "INVALID_CURSOR",\n`, ""),
      "removed: error code INVALID_CURSOR is designed, and the code has it no longer",
    ],
    [
      "a later migration drops a column",
      { "services/payments/migrations/002_note.sql": "ALTER TABLE refunds DROP COLUMN note;\n" },
      `built-otherwise: refunds.note is designed, and refunds in the code has no such column (${TABLES}:1)`,
    ],
    [
      "a later migration renames a column",
      { "services/payments/migrations/002_note.sql": "ALTER TABLE refunds RENAME COLUMN note TO remark;\n" },
      `built-otherwise: refunds.note is designed, refunds in the code has remark (${TABLES}:8)`,
    ],
    [
      "a command is renamed",
      edit(CLI, `command("verify <directory>")`, `command("prove <directory>")`),
      `built-otherwise: ledger-export verify is designed, the code calls it ledger-export prove (${CLI}:14)`,
    ],
    [
      "a command is gone",
      edit(CLI, /program\.command\("upload.*\n/.exec(BUILT[CLI] ?? "")?.[0] ?? "", ""),
      "removed: ledger-export upload is designed, and the code has it no longer",
    ],
    [
      "a flag is renamed",
      edit(CLI, "--provisional", "--preliminary"),
      `built-otherwise: ledger-export run is designed with --provisional, the code has --preliminary (${CLI}:5)`,
    ],
    [
      "a flag is renamed to what shares no word with it",
      edit(CLI, '"--offline"', '"--local"'),
      `built-otherwise: ledger-export verify is designed with --offline, the code has --local (${CLI}:14)`,
    ],
    [
      "a flag comes",
      edit(CLI, `.option("--offline", "manifest only")`, `.option("--offline", "manifest only").option("--deep", "all")`),
      `not-designed: ledger-export verify has --deep in the code, which the design does not name (${CLI}:14)`,
    ],
    [
      "an event is renamed",
      edit(BUS, `"stock.reserved"`, `"stock.held"`),
      `built-otherwise: event stock.reserved is designed, the code calls it stock.held (${BUS}:8)`,
    ],
    [
      "an event is gone",
      edit(BUS, `  await consumer.subscribe({ topic: "order.placed" });\n`, ""),
      "removed: event order.placed is designed, and the code has it no longer",
    ],
  ])("%s", async (_, edited, told) => {
    expect(await drifts(edited, true)).toEqual([told]);
  });
});

describe("what touches no interface is no difference", () => {
  it.each<[string, Record<string, string>]>([
    ["nothing", {}],
    ["a handler does more", edit(HANDLERS, "response.status(201)", "console.log(request.params.orderId);\n  response.status(201)")],
    [
      "routes change their order",
      edit(ROUTES, `routes.post("/orders/:orderId/refunds", createRefund);\n`, "") && {
        [ROUTES]: `${(BUILT[ROUTES] ?? "").replace(`routes.post("/orders/:orderId/refunds", createRefund);\n`, "")}routes.post("/orders/:orderId/refunds", createRefund);\n`,
      },
    ],
    ["a parameter of a path is called otherwise", edit(ROUTES, "/refunds/:refundId/decision", "/refunds/:id/decision")],
    [
      "another service comes",
      { "services/mail/app.js": `const app = require("express")();\napp.get("/letters", h);\napp.post("/letters/:id/send", h);\n` },
    ],
    ["a type that no design names comes", { "services/mail/letter.ts": "export interface Letter { id: string; text: string }\n" }],
    ["a text stands for a time", edit(TYPES, "createdAt: Date", "createdAt: string")],
    [
      "a migration adds a table",
      { "services/payments/migrations/002_audit.sql": "CREATE TABLE audits (id uuid PRIMARY KEY, note text);\n" },
    ],
    ["types move to another file", { [TYPES]: `export * from "./model";\n`, "services/payments/src/model.ts": BUILT[TYPES] ?? "" }],
    [
      "a test names other routes",
      { "services/payments/test/routes.test.ts": `import { app } from "../src/server";\napp.get("/refunds/:refundId/odd", h);\n` },
    ],
  ])("%s", async (_, edited) => {
    expect(await drifts(edited, true)).toEqual([]);
  });
});

it("what several structures take from one type is told once", async () => {
  const [from, to] = [
    "export interface RefundDecision {\n  decision: string;\n  comment: string;",
    "interface Base {\n  note?: string;\n  reason: string;\n}\n\nexport interface RefundDecision {\n  decision: string;\n  comment: string;",
  ];
  const based = (BUILT[TYPES] ?? "")
    .replace(from, to)
    .replace(
      "CreateRefundRequest {\n  lines: RefundLineRequest[];\n  reason: string;\n  note?: string;",
      "CreateRefundRequest extends Base {\n  lines: RefundLineRequest[];",
    )
    .replace("export interface Refund {", "export interface Refund extends Base {")
    .replace("  reason: string;\n  note?: string;\n  requestedBy", "  requestedBy");
  expect(await drifts({ [TYPES]: based }, true)).toEqual([]);
  expect(await drifts({ [TYPES]: based.replace("note?: string", "remark?: string") }, true)).toEqual([
    `built-otherwise: CreateRefundRequest.note is designed, CreateRefundRequest in the code has remark, and so for Refund (${TYPES}:11)`,
  ]);
});

it("a change of one of two types of a name does not make the other one what the design means", async () => {
  const other = "export interface RefundDecision {\n  decision: string;\n  page: number;\n  size: number;\n}\n";
  const edited = { "services/payments/src/rows.ts": other, ...edit(TYPES, "  comment: string;", "  remark: string;") };
  expect(await drifts(edited, true)).toEqual([
    `built-otherwise: RefundDecision.comment is designed, RefundDecision in the code has remark (${TYPES}:14)`,
  ]);
});

it("of code that is as designed, nothing but what is not built is told, whatever was before", async () => {
  expect(await drifts({}, false)).toEqual([]);
});
