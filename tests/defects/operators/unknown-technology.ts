import type { Model } from "../../../src/core.ts";
import { HERE, mutant } from "../edit.ts";
import { addRow, columnOf, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** What none of the examples has. */
const STRANGERS = ["Redis 7", "MongoDB 8.0", "Apache Cassandra", "Elasticsearch 8", "RethinkDB", "GraphQL Yoga 5", "`@nestjs/core` 11"];

function* stackRows({ architecture: { stack }, documents }: Model) {
  for (const { place } of stack) {
    const row = rowAt(documents.architecture, place);
    if (row) yield { row, column: columnOf(row.table, "Technology") };
  }
}

function* addTechnology(model: Model): Generator<Mutant> {
  for (const { row } of stackRows(model))
    for (const name of STRANGERS)
      yield mutant(`${name} in a row of its own`, [
        row.document,
        addRow(row, { "": `${HERE}Cache`, Technology: name, Justification: "Answers in 5 ms" }),
      ]);
}

function* replaceTechnology(model: Model): Generator<Mutant> {
  for (const { row, column } of stackRows(model))
    for (const name of STRANGERS) yield mutant(`${name} in line ${row.line}`, [row.document, setCell(row, column, name)]);
}

function* appendTechnology(model: Model): Generator<Mutant> {
  for (const { row, column } of stackRows(model))
    for (const name of STRANGERS)
      for (const joint of [", ", " with ", " and ", "; "]) {
        const cell = row.table.rows[row.line - 2]?.[column];
        yield mutant(`${joint}${name} in line ${row.line}`, [row.document, setCell(row, column, `${cell?.source}${joint}${name}`)]);
      }
}

export default defineOperators("unknown-technology", [
  { name: "add-technology", apply: addTechnology, alsoExpected: ["line-count"] },
  { name: "replace-technology", apply: replaceTechnology },
  { name: "append-technology", apply: appendTechnology },
]);
