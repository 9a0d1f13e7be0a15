import { isOutput } from "../../../config/config.ts";
import { fileName, shorten } from "../../../text/shorten.ts";
import type { Model, Requirement } from "../../types.ts";
import type { Content, Quantity } from "../types.ts";
import type { GeneralConflict } from "./types.ts";

/** How far behind a code the statement that asks for it is cited. */
const NEAR = 40;
const CITED = /^[^.;|]{0,30}\(([A-Z]{1,5}-?\d{1,4}[a-z]?)\)/;
const EXIT = /\b(?:exit(?:\s(?:code|status))?|ends?|ended)\s(?:is\s|of\s|with\s(?:exit\s)?(?:code\s)?)?(\d{1,3})\b/g;
const STATUS = /(?<![\w.,-])([1-5]\d\d)(?![\w.,-]\w|\s(?:ms|s|milliseconds|seconds|requests|bytes|characters|times)\b)/g;

/** @returns exit codes and statuses behind which an output cites the statement that asks for another one: "with exit code 3 (AC-4)" */
export function citedConflicts({ statements }: Model, { quantities }: Content): GeneralConflict[] {
  const codes = quantities.filter(
    ({ dimension, passage }) => /^(?:exit|status)$/.test(dimension) && isOutput(passage.document) && !passage.aside,
  );
  if (codes.length === 0) return [];
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return codes.flatMap((said) => {
    const { passage, at, length } = said;
    const [, id = ""] = CITED.exec(passage.text.slice(at + length, at + length + NEAR)) ?? [];
    const statement = byId.get(id);
    const asked = statement ? codesIn(statement, said) : [];
    const [first] = asked;
    return statement && first !== undefined && !asked.includes(said.value) ? [conflictOf(said, statement, first)] : [];
  });
}

function codesIn({ whole }: Requirement, { dimension }: Quantity): number[] {
  return Array.from(whole.matchAll(dimension === "exit" ? EXIT : STATUS), ([, code]) => Number(code));
}

function conflictOf({ text, place, passage }: Quantity, statement: Requirement, expected: number): GeneralConflict {
  return {
    found: text,
    place,
    here: `${fileName(place.file)}: ${shorten(passage.text.replace(/[`*]/g, "").trim(), 90)}`,
    expected: String(expected),
    related: statement.place,
    there: `${fileName(statement.place.file)}: ${shorten(statement.text, 90)}`,
  };
}
