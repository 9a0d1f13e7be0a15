import { defineOperators } from "../types.ts";
import { asBlocks, intoCells, intoListItems, intoParagraphs } from "../words.ts";

const SENTENCES = [
  "The service starts with `const refund = await repository.find(id);` in each case.",
  "The worker does: for (let i = 0; i < 5; i++) { send(i); }",
  "It fails with `raise RefundClosed(refund.id)` there.",
  "The guard is `if err != nil { return err }` in each handler.",
  'The files are read by `for f in *.csv; do load "$f"; done` at night.',
  'The view is `<button onclick="approve()">Approve</button>` there.',
];
const CELLS = [
  '; `if [ -z "$TOKEN" ]; then exit 1; fi`',
  "; `TOKEN=$(vault read refunds)`",
  "; `refund.approve(agent);`",
  '; `import { approve } from "./refunds"`',
  "; `return refund.total();`",
  "; console.log('approved')",
];
/** Without a fence, nothing but the words tells that it is code. */
const BLOCKS = {
  "a loop": "for (const refund of refunds) { await approve(refund); }",
  "a script": "set -euo pipefail",
};

export default defineOperators("code-statement", [
  { name: "in-paragraphs", apply: (model) => intoParagraphs(model, SENTENCES) },
  { name: "in-list-items", apply: (model) => intoListItems(model, SENTENCES) },
  { name: "in-cells", apply: (model) => intoCells(model, CELLS) },
  { name: "without-fence", apply: (model) => asBlocks(model, BLOCKS), alsoExpected: ["line-count"] },
]);
