import { defineOperators } from "../types.ts";
import { asBlocks, intoCells, intoListItems, intoParagraphs } from "../words.ts";

const SENTENCES = [
  "It is implemented by `class RefundService extends BaseService { execute() }`.",
  "The answer is `interface RefundView { id: string; amount: number }`.",
  "Callers use `def execute(refund: Refund) -> bool:` for each message.",
  "The loop is `func (w *Worker) Run(ctx context.Context) error {`.",
  "The helper is `const retry = async (times) => load(times)`.",
  "It calls `public async Task<Refund> loadAll(int limit) {`.",
];
const CELLS = [
  "; `type RefundId = string`",
  "; class RefundDto { id; amount; }",
  "; `struct Refund { id: Uuid }`",
  "; `fn execute(refund: &Refund)`",
  "; `interface RefundPage { items: Refund[] }`",
  "; `function retry(times: number): void {`",
];
/** Without a fence, nothing but the words tells that it is code. */
const BLOCKS = {
  "a class": "export class RefundService {\nexecute(id) { return this.load(id); }\n}",
  "a Python class": "class RefundService(BaseService):\ndef execute(self, refund):\nreturn True",
  "a Go type": "type Refund struct {\nID string\n}",
  "a Kotlin class": "data class Refund(val id: String) {\n}",
};

export default defineOperators("definition", [
  { name: "in-paragraphs", apply: (model) => intoParagraphs(model, SENTENCES) },
  { name: "in-list-items", apply: (model) => intoListItems(model, SENTENCES) },
  { name: "in-cells", apply: (model) => intoCells(model, CELLS) },
  // Each line of the class may be one more definition.
  { name: "without-fence", apply: (model) => asBlocks(model, BLOCKS), alsoExpected: ["line-count", "definition", "code-statement"] },
]);
