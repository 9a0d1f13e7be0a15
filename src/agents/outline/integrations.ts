import { type Model, type Row, statedIn } from "../../core.ts";
import { cite } from "./cite.ts";
import { cellOf } from "./inputs.ts";
import { gap, table } from "./markdown.ts";
import { mentionedIn } from "./mentions.ts";
import { from, rowSources } from "./origins.ts";

/** Columns of the PRD's table in the order of its template. */
const SYSTEM = ["System", "Owner", "Purpose", "When it is unavailable"];
const INTERNAL = ["Service", "Mechanism", "Purpose"];
const EXTERNAL = ["System", "Interface", "Purpose", "Fallback"];

/** @returns rows of the PRD's integrations, kept apart by who owns the other side; else the systems that it names */
export function integrations(model: Model, internal: boolean): string[] {
  if (model.integrations.length === 0) return named(model, internal);
  const rows = model.integrations.filter((row) => /\b(?:internal|own|ours|in-house)\b/i.test(cellOf(row, "Owner", SYSTEM)) === internal);
  if (rows.length === 0) return [];
  const told = rows.map((row) => ({
    system: cellOf(row, "System", SYSTEM),
    purpose: from(cellOf(row, "Purpose", SYSTEM) || gap("what it is used for"), ...rowSources(row)),
    fallback: cellOf(row, "When it is unavailable", SYSTEM),
    way: interfaceOf(model, row),
  }));
  if (internal)
    return table(
      INTERNAL,
      told.map(({ system, purpose, way }) => [system, way, purpose]),
    );
  return table(
    EXTERNAL,
    told.map(({ system, purpose, way, fallback }) => [system, way, purpose, fallback || gap("what happens while it is away")]),
  );
}

/** One question for all that is not stated; the cells that it is about are filled with its answers. */
function named(model: Model, internal: boolean): string[] {
  const systems = statedIn(model).systems.filter((system) => system.internal === internal);
  if (systems.length === 0) return [];
  if (internal)
    return table(
      INTERNAL,
      systems.map(({ name, purpose, sources }) => [name, "not stated", cite(purpose, sources.slice(0, 2), 150)]),
    );
  return table(
    EXTERNAL,
    systems.map(({ name, purpose, fallback, sources }) => [
      name,
      gap("API, protocol or file"),
      cite(purpose, sources.slice(0, 2), 150),
      fallback || gap("what happens while it is away"),
    ]),
  );
}

/** How a system is reached: as the PRD says, or as the research report says of an interface or component that names it. */
function interfaceOf(model: Model, row: Row): string {
  const system = cellOf(row, "System", SYSTEM);
  const stated = cellOf(row, "Interface", []) || cellOf(row, "Mechanism", []);
  if (stated !== "") return stated;
  const existing = model.research.existingInterfaces.find(
    (candidate) =>
      mentionedIn(
        Object.values(candidate.cells)
          .map(({ text }) => text)
          .join(" "),
        [system],
      ).length > 0,
  );
  if (existing) return cellOf(existing, "Interface", ["Interface"]);
  const clauses = model.research.components.flatMap(({ interfaces, dependencies }) => [
    ...interfaces.split(/[;.]/),
    ...dependencies.split(/[;,.]/),
  ]);
  return (
    clauses.find((clause) => mentionedIn(clause, [system]).length > 0)?.trim() ?? gap(`how ${system} is reached: REST, gRPC, events, files`)
  );
}
