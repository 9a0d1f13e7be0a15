import { type Model, type Row, statedIn } from "../../core.ts";
import { cellOf } from "./inputs.ts";
import type { Layout } from "./layout.ts";
import { blocks, gap } from "./markdown.ts";
import { from, rowSources } from "./origins.ts";

/** Columns of the research report's tables in the order of its template. */
const EXISTING = ["Interface", "Location", "Relevance"];
const CONVENTION = ["Kind", "Convention"];
const MOST = 8;
const METHODS = new Set(["post", "patch", "delete", "http"]);

/** @returns what the research report found, as far as the feature touches it */
export function codebase(model: Model, fields: Layout["fields"]): string[] {
  const { research } = model;
  const rows = touched(model);
  const existing = rows.map((row) =>
    from([cellOf(row, "Interface", EXISTING), cellOf(row, "Location", EXISTING)].filter(Boolean).join(", in "), ...rowSources(row)),
  );
  const naming = research.conventions
    .filter((row) => isKept(cellOf(row, "Convention", CONVENTION)))
    .map((row) => from(`${cellOf(row, "Kind", CONVENTION)}: ${cellOf(row, "Convention", CONVENTION)}`, ...rowSources(row)));
  // What the code was read to have is no decision on it.
  const isRead = rows.some((row) => cellOf(row, "Location", EXISTING).includes("#L"));
  const names = isRead ? rows.slice(0, 3).map((row) => cellOf(row, "Interface", EXISTING)) : [];
  const relevance = (row: Row) => cellOf(row, "Relevance", EXISTING) || gap("extend or create");
  const decided = isRead ? [] : rows.map((row) => from(`${cellOf(row, "Interface", EXISTING)}: ${relevance(row)}`, ...rowSources(row)));
  if (existing.length + naming.length === 0)
    return [
      gap(
        "existing interfaces, naming patterns, and whether to extend or create: no research report says; `groundplan research` reads them from the code",
      ),
    ];
  const values = [
    `**Existing interfaces**: ${existing.join("; ") || gap("interfaces that are related, and what this feature takes from them")}`,
    `**Naming patterns**: ${naming.join("; ") || gap("the conventions that the names follow")}`,
    `**Decision**: ${decided.join("; ") || gap(names.length === 0 ? "extend existing code or create new, and why" : `extend ${names.join(", ")}, or create new beside them, and why`)}`,
  ];
  return fields === "list" ? values.map((value) => `- ${value}`) : blocks(...values.map((value) => [value]));
}

/** "snake_case, 29 of 57": what hardly half of the names keep is no convention. */
function isKept(convention: string): boolean {
  const [, count, all] = /,\s(\d{1,7}) of (\d{1,7})$/.exec(convention) ?? [];
  return count === undefined || Number(count) >= 0.7 * Number(all);
}

/** A report that is read from the code lists many: those that share a name with what the PRD asks for come first. */
function touched(model: Model): Row[] {
  const { existingInterfaces: all } = model.research;
  if (all.length <= MOST) return [...all];
  const { interfaces, structures } = statedIn(model);
  const names = [...interfaces.map(({ name }) => name), ...structures.map(({ name }) => name)].join(" ").toLowerCase();
  const words = new Set(names.match(/[a-z]{4,}/g)?.map((word) => word.replace(/s$/, "")) ?? []);
  const score = (row: Row) =>
    (
      cellOf(row, "Interface", EXISTING)
        .toLowerCase()
        .match(/[a-z]{4,}/g) ?? []
    ).filter((word) => !METHODS.has(word) && words.has(word.replace(/s$/, ""))).length;
  return all
    .map((row, index) => ({ row, index, score: score(row) }))
    .toSorted((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MOST)
    .map(({ row }) => row);
}
