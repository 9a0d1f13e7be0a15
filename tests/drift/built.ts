/** The worked examples, built: an HTTP service, a command line and the consumer of a bus. */
export const BUILT: Readonly<Record<string, string>> = {
  "services/payments/src/routes.ts": `import { Router } from "express";
import { createRefund, decideRefund, listRefunds, readRefund } from "./handlers";

export const routes = Router();
routes.post("/orders/:orderId/refunds", createRefund);
routes.get("/orders/:orderId/refunds", listRefunds);
routes.get("/refunds/:refundId", readRefund);
routes.post("/refunds/:refundId/decision", decideRefund);
`,
  "services/payments/src/server.ts": `import express from "express";
import { routes } from "./routes";

const app = express();
app.use("/v1", routes);
app.get("/healthz", (_, response) => response.send("ok"));
app.listen(8080);
`,
  "services/payments/src/handlers.ts": `import type { Request, Response } from "express";
import { refunds } from "./store";

export function createRefund(request: Request, response: Response) {
  response.status(201).json(refunds.create(request.params.orderId, request.body));
}

export function listRefunds(request: Request, response: Response) {
  const limit = Number(request.query.limit ?? 25);
  const cursor = request.query.cursor;
  response.json(refunds.page(request.params.orderId, limit, cursor));
}

export function readRefund(request: Request, response: Response) {
  response.json(refunds.read(request.params.refundId));
}

export function decideRefund(request: Request, response: Response) {
  response.json(refunds.decide(request.params.refundId, request.body));
}
`,
  "services/payments/src/types.ts": `export interface CreateRefundRequest {
  lines: RefundLineRequest[];
  reason: string;
  note?: string;
}

export interface RefundLineRequest {
  orderLineId: string;
  quantity: number;
}

export interface RefundDecision {
  decision: string;
  comment: string;
}

export interface Refund {
  id: string;
  orderId: string;
  status: string;
  amount: Money;
  lines: RefundLine[];
  reason: string;
  note?: string;
  requestedBy: string;
  history: RefundEvent[];
  createdAt: Date;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  traceId: string;
}
`,
  "services/payments/src/errors.ts": `export enum ErrorCode {
  VALIDATION_FAILED = "VALIDATION_FAILED",
  INVALID_CURSOR = "INVALID_CURSOR",
  SELF_APPROVAL_FORBIDDEN = "SELF_APPROVAL_FORBIDDEN",
  ORDER_NOT_FOUND = "ORDER_NOT_FOUND",
  REFUND_NOT_FOUND = "REFUND_NOT_FOUND",
  ORDER_NOT_REFUNDABLE = "ORDER_NOT_REFUNDABLE",
  REFUND_EXCEEDS_BALANCE = "REFUND_EXCEEDS_BALANCE",
  REFUND_NOT_WAITING = "REFUND_NOT_WAITING",
  REFUND_CHANGED = "REFUND_CHANGED",
  IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED",
  ORDER_SERVICE_UNAVAILABLE = "ORDER_SERVICE_UNAVAILABLE",
}
`,
  "services/payments/migrations/001_refunds.sql": `CREATE TABLE refunds (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  status varchar(16) NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  reason varchar(16) NOT NULL,
  note varchar(500),
  requested_by varchar(64) NOT NULL,
  gateway_reference varchar(64),
  version integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);
`,
  "tools/ledger/cli.ts": `import { Command } from "commander";
import { list, run, upload, verify } from "./work";

const program = new Command("ledger-export");
program
  .command("run [period]")
  .requiredOption("--ledger <code>", "ledger")
  .option("--pending", "all that is pending")
  .option("--provisional", "accept an open period")
  .option("--format <name>", "csv, xml or both")
  .option("--output-dir <path>", "where to")
  .option("--output <name>", "table or json")
  .action(run);
program.command("verify <directory>").option("--offline", "manifest only").option("--output <name>", "table or json").action(verify);
program
  .command("list")
  .option("--ledger <code>", "ledger")
  .option("--period <period>", "period")
  .option("--status <name>", "status")
  .option("--since <time>", "since")
  .option("--limit <number>", "limit")
  .option("--cursor <text>", "cursor")
  .option("--output <name>", "table or json")
  .action(list);
program.command("upload <directory>").option("--output <name>", "table or json").action(upload);
program.parse();
`,
  "services/stock/src/bus.ts": `import { Kafka } from "kafkajs";

const kafka = new Kafka({ brokers: ["broker:9092"] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: "stock" });

export async function reserved(event: object) {
  await producer.send({ topic: "stock.reserved", messages: [{ value: JSON.stringify(event) }] });
}

export async function listen() {
  await consumer.subscribe({ topic: "order.placed" });
}
`,
};
