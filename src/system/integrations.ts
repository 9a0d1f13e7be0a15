import { cell } from "../model/documents/items.ts";
import type { Row } from "../model/types.ts";
import type { Source } from "./group.ts";
import type { Integration } from "./types.ts";

/** @returns every row of a feature's integration points, internal ones first. */
export function readIntegrations({ feature, model: { architecture } }: Source): Integration[] {
  const read = (rows: readonly Row[], boundary: Integration["boundary"]) =>
    rows.map((row): Integration => {
      const text = (...columns: string[]) => columns.map((column) => cell(row, column)?.text).find((value) => value !== undefined) ?? "";
      return {
        feature,
        place: row.place,
        system: text("System", "Service") || (Object.values(row.cells)[0]?.text ?? ""),
        boundary,
        mechanism: text("Interface", "Mechanism"),
        purpose: text("Purpose"),
        fallback: text("Fallback"),
      };
    });
  return [...read(architecture.internalIntegrations, "internal"), ...read(architecture.externalIntegrations, "external")];
}
