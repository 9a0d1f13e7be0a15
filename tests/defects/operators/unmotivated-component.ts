import type { Model } from "../../../src/core.ts";
import { componentRows, renameIn, systemDiagrams } from "../components.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { asHeadings, componentRecords, replaceContents } from "../forms.ts";
import { addRow, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

const NAMES = ["Metrics Dashboard", "Zebra Runner", "Feature Toggles", "PluginLoader"];
const PARTS = {
  Purpose: "Shows figures of the last hour",
  Responsibilities: "Draw charts; keep figures for 24 hours",
  Dependencies: "none, it reads the log",
  Interfaces: "Exposes none",
};

function* addComponent(model: Model): Generator<Mutant> {
  for (const { component, row } of componentRows(model))
    for (const name of NAMES)
      yield mutant(`"${name}" behind ${component.name}`, [row.document, addRow(row, { "": HERE + name, ...PARTS })]);
}

/** As {@link addComponent}, with components under headings. */
function* addHeading(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  const records = componentRecords(model).map(({ name, parts }) => ({ name, parts: [...parts.values()] }));
  for (const name of NAMES)
    for (const at of records.keys()) {
      const added = { name, marked: true, parts: Object.entries(PARTS).map(([label, text]) => `**${label}**: ${text}`) };
      yield mutant(`"${name}" under a heading`, [
        architecture,
        replaceContents(architecture, "components", asHeadings(records.toSpliced(at, 0, added), 3)),
      ]);
    }
}

/** The table and the system diagram follow a renaming, and all that tells what the component is for does not. */
function* renameComponent(model: Model): Generator<Mutant> {
  for (const { component, row } of componentRows(model))
    for (const name of NAMES.slice(0, 2)) {
      const drawn = systemDiagrams(model).flatMap((diagram) => renameIn(row.document, diagram, component.name, name));
      yield mutant(`${component.name} is now "${name}"`, [row.document, setCell(row, 0, name), ...drawn]);
    }
}

const UNASKED: Readonly<Record<string, readonly [name: string, words: string]>> = {
  api: ["POST /dashboards/{dashboardId}/widgets", "Pin a chart to a personal dashboard."],
  cli: ["chart-wall pin", "Pin a chart to a personal dashboard."],
  service: ["dashboard.pinned", "A chart was pinned to a personal dashboard."],
};

/** An interface that serves no requirement stands beside the others, as complete as they are. */
function* addInterface(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { name, kind } of model.backend.interfaces) {
    const section = design.markdown.allSections.find(({ title }) => title === name);
    const [other, words] = UNASKED[kind] ?? [];
    if (!section || other === undefined) continue;
    const copy = design.markdown.text
      .slice(section.span.start, section.span.end)
      .trimEnd()
      .replaceAll(name, other)
      .replace(/(\*\*(?:Purpose|Trigger)\*\*: ).*/, `$1${words}`)
      .replace(/ ?\((?:FR|NFR)[^)]*\)/g, "");
    yield mutant(`${other} beside ${name}`, [design, insert(section.span.start, `${HERE}${copy}\n\n`)]);
  }
}

const TABLES = ["dashboard_widgets", "chart_palettes", "favourite_colours"];

/** A table that holds what nobody speaks of stands beside the others. */
function* addTable(model: Model): Generator<Mutant> {
  const design = model.documents["data-design"];
  const indexes = design?.markdown.allSections.find(({ title }) => title === "Indexes");
  if (!design || !indexes) return;
  for (const name of TABLES)
    yield mutant(`table ${name}`, [
      design,
      insert(
        indexes.heading.start,
        `### ${HERE}${name}\n\n**Purpose**: How somebody wants charts to be painted.\n\n| Column | Type | Nullable | Constraints | Description |\n| --- | --- | --- | --- | --- |\n| id | uuid | no | primary key | Identity |\n| hue | varchar(20) | no | | Name of the paint |\n\n`,
      ),
    ]);
}

export default defineOperators("unmotivated-component", [
  { name: "add-table", apply: addTable, alsoExpected: ["value-drift/counted"] },
  // What nothing calls for is drawn nowhere either.
  { name: "add-component", apply: addComponent, alsoExpected: ["undeclared-component/undrawn", "line-count"] },
  { name: "add-heading", apply: addHeading, alsoExpected: ["undeclared-component/undrawn", "line-count"] },
  {
    name: "add-interface",
    apply: addInterface,
    alsoExpected: [
      "unowned-interface",
      "line-count",
      "contract-mismatch",
      "padding",
      "value-drift",
      "missing-literal",
      "naming-convention",
    ],
  },
  {
    name: "rename-component",
    apply: renameComponent,
    // Flows and dependencies still use the old name.
    alsoExpected: ["undeclared-component/participant", "undeclared-component/dependency", "undeclared-component/misspelt"],
  },
]);
