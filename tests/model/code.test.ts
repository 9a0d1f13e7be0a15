import { describe, expect, it } from "vitest";
import { findCode } from "../../src/model/code/find.ts";
import { judgeSnippet } from "../../src/model/code/snippet.ts";
import type { CodeKind, Container } from "../../src/model/code/types.ts";
import { bounded } from "../support/bounded.ts";

const kinds = (text: string, container: Container) => findCode(text, container).map(({ kind }) => kind);

/** Code of many languages, as a block without a language holds it. */
const BLOCKS: [language: string, kind: CodeKind, text: string][] = [
  ["Java", "definition", "public class OrderService {\n  private final OrderRepository orders;\n}"],
  ["Java method", "definition", "  @Override\n  public Refund find(String id) throws NotFound {\n    return refunds.get(id);\n  }"],
  ["Kotlin", "definition", "data class Refund(val id: UUID, val amount: Money)"],
  ["Kotlin function", "definition", "suspend fun execute(refund: Refund): Result = gateway.pay(refund)"],
  ["C#", "definition", "public record Refund(Guid Id, decimal Amount);"],
  ["C# property", "definition", "public string Status { get; set; }"],
  ["Swift", "definition", "struct Refund: Codable {\n    let id: UUID\n}"],
  ["Scala", "definition", "case class Refund(id: String, amount: BigDecimal)"],
  ["Go", "definition", "func (s *Service) Create(ctx context.Context, r Refund) error {\n\treturn s.repo.Save(ctx, r)\n}"],
  ["Go statements", "statement", "refund, err := repo.Find(ctx, id)\nif err != nil {\n\treturn nil, err\n}"],
  ["Rust", "definition", "impl Policy for Limit {\n    fn check(&self, amount: u64) -> bool { amount < self.max }\n}"],
  ["Python", "definition", "class Refund(Base):\n    __tablename__ = 'refunds'\n    id = Column(Integer, primary_key=True)"],
  ["Python statements", "statement", "for refund in refunds:\n    total += refund.amount\nprint(total)"],
  ["Ruby", "definition", "class Refund < ApplicationRecord\n  belongs_to :order\nend"],
  ["PHP", "statement", "$refund = $repository->find($id);\nif (!$refund) { throw new NotFound(); }"],
  ["TypeScript", "definition", "interface Refund {\n  id: string;\n  amount: number;\n}"],
  ["TypeScript type", "definition", 'type Status = "open" | "closed";'],
  ["JavaScript", "statement", "const refund = await fetch(`/refunds/${id}`);\nconsole.log(refund);"],
  ["Express", "statement", 'app.get("/refunds", async (req, res) => {\n  res.json(await list());\n});'],
  ["C", "definition", "typedef struct refund {\n  char id[37];\n} refund_t;"],
  ["C++", "definition", "template<typename T> class Queue {\npublic:\n  void push(T item);\n};"],
  ["Elixir", "definition", "defmodule Refunds do\n  def find(id), do: Repo.get(Refund, id)\nend"],
  ["Haskell", "definition", "approve :: Refund -> Either Error Refund\napprove r = Right r"],
  ["Lua", "definition", "function approve(refund)\n  refund.status = 'approved'\nend"],
  ["R", "statement", "daily <- orders %>%\n  group_by(day) %>%\n  summarise(total = sum(amount))"],
  ["Prisma", "definition", "model Refund {\n  id Int @id\n  note String?\n}"],
  ["a pipeline", "configuration", "pipeline {\n  agent any\n  stages {\n    stage('Test') { steps { sh 'make test' } }\n  }\n}"],
  ["a query that calls a function", "sql", "SELECT pg_notify('refunds', 'r-1')"],
  ["a field with its access", "definition", "private readonly store: RefundStore"],
  ["a query of GraphQL", "definition", "query { refunds { id status } }"],
  ["Protocol Buffers", "definition", "message Refund {\n  string id = 1;\n}"],
  ["GraphQL", "definition", "type Refund {\n  id: ID!\n  amount: Money!\n}"],
  ["a named function in pseudo-code", "definition", "function approve(refund, agent)\n  if refund is open then\n    mark it approved\n"],
  ["pseudo-code", "statement", "FOR each item IN queue DO\n  IF item.age > 72 THEN\n    drop item\n  END IF\nEND FOR"],
  ["SQL", "sql", "SELECT id, status\nFROM refunds\nWHERE order_id = ?"],
  ["SQL in lower case", "sql", "select id\nfrom refunds\nwhere order_id = 1"],
  ["a table", "sql", "CREATE TABLE refunds (\n  id UUID PRIMARY KEY\n);"],
  ["a script", "shell", "#!/bin/bash\nset -e\nnpm ci\nnpm test"],
  ["commands", "shell", "docker build -t refunds .\ndocker push refunds\nkubectl apply -f refunds.yaml"],
  ["YAML", "configuration", "services:\n  refunds:\n    image: refunds:1\n    ports:\n      - 8080"],
  ["TOML", "configuration", '[server]\nport = 8080\nhost = "0.0.0.0"'],
  ["INI", "configuration", "[Service]\nExecStart=/usr/bin/refunds --once\nRestart=on-failure"],
  ["COBOL", "definition", "EVALUATE status\n  WHEN 'O' MOVE 1 TO rank\nEND-EVALUATE."],
  ["properties", "configuration", "refunds.limit=100\nrefunds.window.hours=72"],
  ["Kubernetes", "configuration", "apiVersion: v1\nkind: Service\nmetadata:\n  name: refunds"],
  ["HCL", "configuration", 'resource "aws_sqs_queue" "refunds" {\n  name = "refunds"\n}'],
  ["Dockerfile", "configuration", "FROM node:20\nWORKDIR /app\nRUN npm ci"],
  ["HTML", "markup", '<div class="refund">\n  <span>Open</span>\n</div>'],
  ["CSS", "markup", ".refund {\n  color: red;\n}"],
  ["characters", "drawing", "+-----+     +-----+\n| API | --> | DB  |\n+-----+     +-----+"],
  ["PlantUML", "drawing", "@startuml\nA -> B\n@enduml"],
];

describe("code in a block, whatever its language", () => {
  it.each(BLOCKS)("%s is %s", (_, kind, text) => {
    expect(kinds(text, { form: "block" })).toContain(kind);
    expect(kinds(text, { form: "block", language: "text" })).toContain(kind);
  });
});

describe("no code in a block", () => {
  it.each([
    ["a payload", '{\n  "id": "r-1",\n  "amount": { "value": 10 },\n  ...\n}'],
    ["a request", 'POST /orders/42/refunds\nContent-Type: application/json\n\n{ "amount": 10 }'],
    ["an email", "Subject: Your refund\n\nDear customer,\n\nyour refund of 10 EUR was approved."],
    ["a log", "2026-01-02T10:00:00Z INFO refund r-1 approved by agent=7\n2026-01-02T10:00:01Z WARN gateway slow (took 900 ms)"],
    ["an error", 'error: cannot approve refund r-1: status is "closed"'],
    ["a trace", 'Traceback (most recent call last):\n  File "refund.py", line 3, in approve\n    raise ValueError(status)'],
    ["a formula with functions", "wait = min(cap, base * 2 ^ attempt) + random(0, 1)\nlate fee = max(0, days - 2) * 1.50"],
    ["what is signed", 'signature = hmac(secret, timestamp + "." + body)'],
    ["a formula", "Start Time = Request Time - 5 minutes\nFee = Amount * 0.02"],
    ["a chain", "Order Service → Refund API → Payment Gateway"],
    ["paths", "src/refunds/api.ts\nsrc/refunds/worker.ts"],
    ["a usage", "refunds approve <id> [--reason text]"],
    ["a session", "$ refunds list\nr-1  open\nr-2  closed"],
    [
      "wrapped prose",
      "The worker reads the queue. It is\nusing a lease of 30 seconds that the\npublic documentation of the gateway asks\nfor each of the requests.",
    ],
    ["a checklist", "- [ ] Tests pass\n- [ ] The import of the old data is done"],
    ["a scenario", "Scenario: approve\n  Given an open refund\n  When an agent approves it\n  Then it is paid"],
  ])("%s", (_, text) => {
    expect(kinds(text, { form: "block" })).toEqual([]);
  });
});

describe("inline code", () => {
  it.each([
    "SELECT id FROM refunds WHERE order_id = ?",
    "def execute(refund):",
    "func (r *Repo) Get(ctx context.Context, id string)",
    "fn check(amount: u64) -> bool",
    "const limit = 5",
    "if err != nil { return err }",
    "return refund.total();",
    "refund.approve(agent);",
    "import { z } from 'zod'",
    "(refund) => refund.amount",
    "void approve(Refund refund)",
    "raise ValueError('closed')",
    "class Refund(Base):",
    "type Status = 'open' | 'closed'",
    'this.state = "approved"; this.publish(new Approved(this.id));',
    "self.count = 0",
    "while (!refunds.isEmpty()) pay(refunds.poll());",
    "catch (error) { return problem(500); }",
    "[refund.id for refund in refunds if refund.open]",
    "refunds.each { |refund| refund.close }",
    "defer rows.Close()",
    "assert amount > 0",
    "return null",
    "new RefundService(repository, clock)",
    "$refund->setStatus('closed');",
    "export const LIMIT = 5",
    "message Refund { string id = 1; }",
    "constructor(private readonly store: RefundStore) {}",
    "static final Duration WINDOW = Duration.ofHours(72);",
    "if (refund.isLate()) notify(refund.owner);",
    "refunds.map((refund) => ({ id: refund.id }))",
    "refunds.filter(refund => refund.late)",
    "sorted(refunds, key=lambda refund: refund.age)",
    "public class RefundController",
    "class RefundWorker extends Worker",
    '@GetMapping("/refunds") public Refund get()',
    "select id from refunds where status = 'open'",
    "SELECT 1",
    "alter table refunds add column note text",
    "DROP TABLE refunds",
    "SET LOCAL statement_timeout = '5s'",
  ])("%s is a statement", (text) => {
    expect(kinds(text, { form: "inline" })).toHaveLength(1);
  });

  it.each([
    "POST /orders/{orderId}/refunds",
    "GET /refunds?limit=25&cursor={cursor}",
    "Refund",
    "class Refund",
    "interface",
    "string | null",
    "Map<string, Refund>",
    "array of Refund",
    "approve(refundId)",
    "refund.approve()",
    "get_task_file_path(epic, feature, task_key)",
    "REFUND_LIMIT=100",
    "status = open",
    "amount <= limit * 2",
    "sum(refund.amount) <= order.total",
    "wait = min(cap, base * 2 ^ attempt)",
    "abstract class Refund",
    "impl Display for Refund",
    "sid=1; Path=/; HttpOnly",
    "new -> sent -> delivered",
    "application/json; charset=utf-8",
    "Refund extends Claim",
    "return",
    "/items/0/amount",
    "$.items[0].amount",
    "npm ci && npm test",
    "refunds approve r-1 --reason late",
    "409 REFUND_CHANGED",
    "CREATE TABLE",
    "SELECT",
    "SELECT FOR UPDATE",
    'If-Match: "3"',
    "^[a-z]{2}-\\d+$",
    "enum: approve, reject",
    "varchar(80)",
    "NOT NULL DEFAULT now()",
    "src/refunds/api.ts",
    "@Transactional",
    "import",
  ])("%s is a name", (text) => {
    expect(kinds(text, { form: "inline" })).toEqual([]);
  });
});

describe("prose", () => {
  it.each([
    "Callers wrap it in function retry(attempts: number) { ... } and give up.",
    "| Expire | DELETE FROM idempotency_keys WHERE expires_at < now() |",
    "The worker then does: for (let i = 0; i < 5; i++) { send(i); }",
    "import os\nfrom refunds import approve\n",
  ])("%s holds code", (text) => {
    expect(kinds(text, { form: "prose" })).not.toEqual([]);
  });

  it.each([
    "Agents select a plan from the list; create table bookings for restaurants; update the set of rules.",
    "The class of an error decides: the function of the 5xx class is to be repeated.",
    "A class Refund: it holds the amount. The interface Gateway {see 02} hides the provider.",
    "If the order is open, then return to step 2; for each item in the list, the worker asks the gateway.",
    "The type Money = amount and currency is shared.",
    "Use SELECT only; DELETE and UPDATE are not granted. ALTER TABLE statements are reviewed.",
    "Let x be the amount and y = x * 2 the limit (see f(x) above).",
    "| `status` | enum: open, closed | required | State of the refund |",
    "Import the orders from the old system, and export the report.",
  ])("%s holds none", (text) => {
    expect(kinds(text, { form: "prose" })).toEqual([]);
  });
});

describe("a document that is made to hang the reader is answered", () => {
  const MIB = 1_048_576;
  const filled = (unit: string) => unit.repeat(Math.ceil(MIB / unit.length));
  it.each([
    ["a million backticks", filled("`"), 1, 0],
    ["a million tildes", filled("~"), 1, 0],
    ["a fence without an end", `\`\`\`js\n${filled("const a = 1;\n")}`, 1, 1],
    ["words in a fence without an end", `\`\`\`\n${filled("word word\n")}`, 1, 0],
    ["open <pre>", filled("<pre>"), 1, 0],
    ["names in inline code", filled("`a` "), 0, 0],
    ["quotes in quotes", `${"> ".repeat(500)}\`const a = 1\``, 0, 1],
    ["lists in lists", Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- item`).join("\n"), 0, 0],
    ["comments", filled("<!-- `const a = 1` -->\n"), 0, 0],
  ])("%s", (_, text, refused, found) => {
    const judged = judgeSnippet(text);
    expect([judged.refused, judged.code.length]).toEqual([refused, found]);
  });
});

describe("time is linear in the length of a line", () => {
  const MIB = 1_048_576;
  it.each([
    " ",
    "\t",
    "(",
    "{",
    "SELECT ",
    "select a,",
    "public ",
    "a.",
    "a ",
    "x=",
    "=>",
    "|",
    "const a ",
    "<a ",
    "- ",
    "\n",
    " \n",
    "/*",
    '"',
    "'",
    "`",
    "import a,",
    "if (",
    "impl<",
    "a:",
    "[",
    "$",
    "--",
    "└──",
    "&&",
    "WITH a AS ",
    "a::",
    "#",
    "@a(",
    "A1=",
    "return ",
    "for (",
    ";",
    "\\",
  ])("%j, repeated to 1 MiB", (unit) => {
    const text = unit.repeat(Math.ceil(MIB / unit.length));
    bounded(() => {
      for (const form of ["block", "inline", "prose"] as const) findCode(text, { form });
    });
  });
});
