import { type DataStructure, EMPTY_FIELD, type Model, type StatedField, statedIn } from "../../core.ts";
import { citation, cite } from "./cite.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { from } from "./origins.ts";

const COLUMNS = ["Field", "Type", "Required", "Validation", "Description"];

/** The agreed structures; where there is no contract, those that the entities suggest by their columns. */
export function structures(model: Model, form: "headings" | "table"): string[] {
  const agreed = model.contracts.structures.length > 0 ? model.contracts.structures : model.entities.map(fromEntity);
  if (agreed.length === 0) return stated(model);
  if (form === "table") {
    const rows = agreed.flatMap(({ name, purpose, fields }) =>
      fields.map((field, index) => [code(name), index === 0 ? purpose || gap("purpose") : "", ...fieldRow(field)]),
    );
    return blocks(leftOpen("the contracts do", rows, 2), table(["Structure", "Purpose", ...COLUMNS], rows));
  }
  return blocks(
    ...agreed.map(({ name, purpose, fields, place }) =>
      blocks(
        [`### ${name}`],
        [from(`**Purpose**: ${purpose || gap("what it represents, and when it is used")}`, place)],
        fields.length === 0
          ? [gap("the fields")]
          : blocks(leftOpen("the contracts do", fields.map(fieldRow), 0), ["**Fields**:", "", ...table(COLUMNS, fields.map(fieldRow))]),
      ),
    ),
  );
}

/** The records and lists of values of the PRD in one table; what it leaves open of their fields is one question. */
function stated(model: Model): string[] {
  const { structures: all } = statedIn(model);
  if (all.length === 0) return [];
  const rows = all.flatMap(({ name, meaning, fields, sources }) =>
    (fields.length > 0 ? fields : [EMPTY_FIELD]).map((field, index) => [
      code(name),
      from(index > 0 ? "" : meaning ? cite(meaning, sources, 150) : `Stated by ${citation(sources)}`, ...sources),
      ...statedRow(field),
    ]),
  );
  return blocks(leftOpen("the PRD does", rows, 2), table(["Structure", "Purpose", ...COLUMNS], rows));
}

/**
 * @param who who could have stated it
 * @param first where the cells of a field begin in a row
 * @returns one question on all cells that are empty; none where there is no such cell
 */
function leftOpen(who: string, rows: readonly string[][], first: number): string[] {
  const open = COLUMNS.filter((_, column) => rows.some((row) => row[column + first] === ""));
  if (open.length === 0) return [];
  return [gap(`what ${who} not state of these fields: ${open.join(", ").toLowerCase()} where the cell is empty`)];
}

function statedRow({ name, type, required, rule, meaning }: StatedField): string[] {
  return [name === "" ? "" : code(name), type === "" ? "" : code(type), required, rule, meaning];
}

/** A schema states each rule that there is; of a table in Markdown, a cell that is empty may be one that nobody thought of. */
function fieldRow({ name, type, required, validation, description, place }: DataStructure["fields"][number]): string[] {
  const rule = validation || (place.file.endsWith(".md") ? "" : "none");
  return [from(code(name), place), type === "" ? "" : code(type), required, rule, description];
}

/** A column that may be null is not required. */
function fromEntity({ name, purpose, columns, place }: Model["entities"][number]): DataStructure {
  const inverted: Record<string, string> = { yes: "no", no: "yes", true: "no", false: "yes", "not null": "yes", null: "no" };
  return {
    name,
    purpose,
    place,
    fields: columns.map((column) => ({ ...column, required: inverted[column.required.toLowerCase()] ?? "" })),
  };
}
