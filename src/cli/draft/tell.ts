import { fileName, type OpenDecision, openDecisions, type Review } from "../../core.ts";
import type { Style } from "../../report/style.ts";
import { count } from "../../report/words.ts";
import type { DraftEvent } from "./write.ts";

const SHOWN = 5;

/** Words what a draft did, as it does it. */
export function tellEvent(event: DraftEvent): string {
  switch (event.event) {
    case "created":
      return `created ${event.file}\n`;
    case "kept":
      return `kept    ${event.file}: ${event.section}\n`;
    case "copied":
      return `copied  ${count(event.files.length, "page")} of patterns that the draft links to: ${event.files.join(", ")}\n`;
    case "wrote": {
      const notes = [
        ...(event.gaps > 0 ? [`${count(event.gaps, "gap")} to decide`] : []),
        ...(event.findings > 0 ? [count(event.findings, "finding")] : []),
      ];
      return `wrote   ${event.file}: ${event.section}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}\n`;
    }
  }
}

/** Sums up what a draft leaves: what is to be decided, the weightiest first, and what to call next. */
export function tellOpen(review: Review, key: string, style: Style): string {
  const open = openDecisions(review.model);
  const errors = review.findings.filter(({ severity }) => severity === "error").length;
  if (open.length === 0)
    return errors === 0
      ? "\nNothing is left to decide.\n"
      : `\nNothing is left to decide; \`groundplan check ${key}\` tells ${count(errors, "error")}.\n`;
  const shown = open.slice(0, SHOWN).map((one, index) => `  ${index + 1}. ${decisionLine(one, style)}\n`);
  const rest = open.length > SHOWN ? `  and ${open.length - SHOWN} more\n` : "";
  return `\nThe draft asks for ${count(open.length, "decision")}, these first:\n${shown.join("")}${rest}\`groundplan next ${key}\` lists all of them. \`groundplan draft ${key} --explain\` says where each line is from; \`groundplan check ${key}\` tells ${count(errors, "error")} until they are decided.\n`;
}

/** @returns a decision with its place */
export function decisionLine({ file, line, section, question }: OpenDecision, style: Style): string {
  return `${question} ${style.dim(`(${fileName(file)}:${line}, ${section})`)}`;
}
