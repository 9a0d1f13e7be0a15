import type { Model } from "../../../src/core.ts";
import type { Component, Interface } from "../../../src/model/types.ts";
import { interfaceKey } from "../../../src/text/names.ts";
import { componentRows } from "../components.ts";
import { expectAt, HERE, mutant } from "../edit.ts";
import { misspell, stretch } from "../places.ts";
import { columnOf, type FoundRow, rowAt, setCell } from "../rows.ts";
import { rewriteTable, withCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** How a component says that it exposes all of a kind: "the four endpoints of 04". */
const ALL = {
  api: /\bthe \w+ endpoints\b/,
  library: /\bthe \w+ functions\b/,
  cli: /\bthe \w+ commands\b/,
  service: /\bthe \w+ events\b/,
};

/** @returns the interfaces that a component exposes: those that it names, and all of a kind. */
function exposedBy({ interfaces, exposes }: Component, { backend }: Model): Interface[] {
  const keys = new Set(exposes.names.map(({ name }) => interfaceKey(name)));
  return backend.interfaces.filter(({ name, kind }) => keys.has(interfaceKey(name)) || ALL[kind].test(interfaces));
}

/** @returns the components that alone expose some interfaces. */
function* owners(model: Model): Generator<{ component: Component; row: FoundRow; column: number; own: Interface[] }> {
  for (const { component, row } of componentRows(model)) {
    const others = model.architecture.components.filter((other) => other !== component).flatMap((other) => exposedBy(other, model));
    const own = exposedBy(component, model).filter((candidate) => !others.includes(candidate));
    if (own.length > 0) yield { component, row, column: columnOf(row.table, "Interfaces"), own };
  }
}

/** What the component exposes is forgotten. */
function* dropExposure(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { component, row, column, own } of owners(model))
    for (const text of ["Exposes none", "none", "Consumes what the others expose"])
      if (design)
        yield mutant(
          `"${text}" as interfaces of ${component.name}`,
          [row.document, setCell(row, column, text, "")],
          [design, ...own.map(({ place }) => expectAt(stretch(design, place).start))],
        );
}

/** The component names its interfaces one by one, and forgets one. */
function* forgetOne(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { component, row, column, own } of owners(model))
    for (const lost of own) {
      const left = own.filter((other) => other !== lost).map(({ name }) => `\`${name}\``);
      if (design && left.length > 0)
        yield mutant(
          `${lost.name} is not among the interfaces of ${component.name}`,
          [row.document, setCell(row, column, `Exposes ${left.join(", ")}`, "")],
          [design, expectAt(stretch(design, lost.place).start)],
        );
    }
}

/** The component names one of them wrongly: nobody exposes the right one, and nothing specifies the wrong one. */
function* misspellOne(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { component, row, column, own } of owners(model))
    for (const wrong of own.filter(({ kind }) => kind === "api" || kind === "service")) {
      const names = own.map(({ name }) => `\`${name === wrong.name ? name.replace(/\w{4,}(?=(?:\/\{\w+\})?$)/, misspell) : name}\``);
      if (design && !names.includes(`\`${wrong.name}\``))
        yield mutant(
          `${wrong.name} is misspelt among the interfaces of ${component.name}`,
          [row.document, setCell(row, column, `Exposes ${names.join(", ")}`)],
          [design, expectAt(stretch(design, wrong.place).start)],
        );
    }
}

/** The component promises more than the design specifies. */
function* promiseMore(model: Model): Generator<Mutant> {
  for (const { component, row, column, own } of owners(model)) {
    const kinds = new Set(own.map(({ kind }) => kind));
    const more = [
      ...(kinds.has("api") ? ["DELETE /archives/{id}", "GET /health/details"] : []),
      ...(kinds.has("service") ? ["archive.closed"] : []),
    ];
    for (const name of more)
      yield mutant(`${name} of ${component.name}`, [
        row.document,
        setCell(row, column, `Exposes ${[...own.map((known) => known.name), name].map((known) => `\`${known}\``).join(", ")}`),
      ]);
  }
}

/** The design gets one more interface, and the architecture is not told; where a component exposes all of a kind, it has an owner. */
function* addInterface(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  const { components } = model.architecture;
  for (const { name, kind, place } of model.backend.interfaces) {
    const row = rowAt(design, place);
    if (!design || !row || components.some(({ exposes }) => exposes.kinds.includes(kind))) continue;
    const added = name.replace(/\w+$/, "archive");
    yield mutant(`${added} behind ${name}`, [
      design,
      rewriteTable(design, row.table, (cells, line) =>
        line === row.line
          ? [...cells.slice(0, -1), `${cells.at(-1)} |\n| ${withCell(cells, 0, `${HERE}\`${added}\``).join(" | ")}`]
          : cells,
      ),
    ]);
  }
}

export default defineOperators("unowned-interface", [
  { name: "drop-exposure", apply: dropExposure },
  { name: "forget-one", apply: forgetOne },
  { name: "misspell-one", apply: misspellOne },
  { name: "promise-more", apply: promiseMore },
  { name: "add-interface", apply: addInterface, alsoExpected: ["line-count"] },
]);
