import { among, dropColumns, dropFields, hollowCells, hollowFields, renameLabels, STEP_PARTS } from "../interfaces.ts";
import { defineOperators } from "../types.ts";

const STEPS = among(STEP_PARTS);
const NOTHING = ["", "-", "..."];
/** What stands there when nobody has thought about it. */
const HOLLOW = ["Standard CRUD.", "standard", "see above", "Self-explanatory.", "n/a", "As usual.", "Trivial.", "none"];

export default defineOperators("missing-steps", [
  { name: "drop-steps", apply: (model) => dropFields(model, STEPS), alsoExpected: ["line-count"] },
  { name: "empty-steps", apply: (model) => hollowFields(model, STEPS, NOTHING, "part"), alsoExpected: ["line-count"] },
  { name: "hollow-steps", apply: (model) => hollowFields(model, STEPS, HOLLOW, "part"), alsoExpected: ["line-count"] },
  { name: "rename-label", apply: (model) => renameLabels(model, STEPS) },
  { name: "empty-cell", apply: (model) => hollowCells(model, STEPS, NOTHING) },
  { name: "hollow-cell", apply: (model) => hollowCells(model, STEPS, HOLLOW) },
  { name: "drop-column", apply: (model) => dropColumns(model, STEPS) },
]);
