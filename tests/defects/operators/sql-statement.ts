import { defineOperators } from "../types.ts";
import { intoCells, intoDiagrams, intoListItems, intoParagraphs } from "../words.ts";

const SENTENCES = [
  "The list runs `SELECT id, status FROM refunds WHERE order_id = $1 ORDER BY created_at DESC`.",
  "It is done by UPDATE refunds SET status = 'approved' WHERE id = 17.",
  "Each change runs INSERT INTO audit_log (id, actor) VALUES (1, 'x').",
  "Old rows go with `delete from idempotency_keys where expires_at < now()`.",
  "The counter is `select count(*) from refunds where status = 'open'`.",
  "The lock is taken by `SELECT 1 FROM refunds WHERE id = :id FOR UPDATE`.",
];
const SCHEMA = [
  "; `CREATE TABLE refunds (id uuid primary key)`",
  "; ALTER TABLE refunds ADD COLUMN note text",
  "; CREATE INDEX ON refunds, or CREATE UNIQUE INDEX refunds_by_order ON refunds (order_id)",
  "; DROP TABLE refunds",
  "; SELECT * FROM refunds",
  "; TRUNCATE TABLE outbox_messages",
  "; GRANT SELECT, INSERT ON refunds TO app",
];
const LABELS = ["SELECT * FROM refunds", "INSERT INTO refunds VALUES", "UPDATE refunds SET status = 2", "DELETE FROM refunds WHERE id = 1"];

export default defineOperators("sql-statement", [
  { name: "in-paragraphs", apply: (model) => intoParagraphs(model, SENTENCES) },
  { name: "in-list-items", apply: (model) => intoListItems(model, SENTENCES) },
  { name: "in-cells", apply: (model) => intoCells(model, SCHEMA) },
  { name: "in-diagrams", apply: (model) => intoDiagrams(model, LABELS) },
]);
