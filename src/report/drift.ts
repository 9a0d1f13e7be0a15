import type { Drift, DriftReport } from "../guide/drift/types.ts";
import { visibleLine } from "../text/visible.ts";
import { PLAIN, type Style } from "./style.ts";

/** Words how far a design is built, and each difference with both places. */
export function reportDrift(title: string, { state, drifts }: DriftReport, style: Style = PLAIN): string {
  const lines = drifts.map(({ kind, text, design, code, accepted }) => {
    const places = code ? `  ${style.dim(visibleLine(`${code.file}:${code.line}`))}` : "";
    return `  ${design.file}:${design.line}  ${kind}${accepted ? " (accepted)" : ""}  ${visibleLine(text)}${places}`;
  });
  return `${[`${style.bold(title)}  ${state}`, ...lines].join("\n")}\n`;
}

/** What a program reads of one feature. */
export type DriftData = { key: { epic: string; feature: string }; state: DriftReport["state"]; drifts: (Drift & { severity: string })[] };

/** @param since the revision from which on differences count */
export function reportDriftJson(features: readonly DriftData[], since?: string): string {
  return `${JSON.stringify({ version: 1, ...(since !== undefined && { since }), features }, null, 2)}\n`;
}
